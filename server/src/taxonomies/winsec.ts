// How the Windows Security event log names what it audits, and PowerShell and the service manager what they log.
import { defineTaxonomy, type TaxonomyField } from "./defineTaxonomy.ts";
import { windowsEventFields, windowsEventPrefixes } from "./windowsEventFields.ts";
import { otherWindowsEvents, securityEvents } from "./windowsValues.ts";
import { logonFields } from "./winsec/logon.ts";
import { networkFields } from "./winsec/network.ts";
import { objectFields } from "./winsec/object.ts";
import { otherLogFields } from "./winsec/otherLogs.ts";
import { processFields } from "./winsec/process.ts";

export default defineTaxonomy({
	id: "winsec",
	title: "Windows event logs",
	version: "Windows 11, Server 2022",
	source:
		"https://learn.microsoft.com/windows/security/threat-protection/auditing/advanced-security-audit-policy-settings",
	prefixes: windowsEventPrefixes,
	fields: [
		...windowsEventFields({ ...otherWindowsEvents, ...securityEvents }),
		...documentedWith("4688", processFields),
		...documentedWith("4663", objectFields),
		...documentedWith("4624", logonFields),
		...documentedWith("5156", networkFields),
		...otherLogFields,
	],
});

/** With the page of an event that most of these fields are in. */
function documentedWith(event: string, fields: readonly TaxonomyField[]): readonly TaxonomyField[] {
	const source = `https://learn.microsoft.com/windows/security/threat-protection/auditing/event-${event}`;
	return fields.map((field) => ({ ...field, source }));
}
