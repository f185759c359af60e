// How the Windows Security event log names what it audits.
import { defineTaxonomy } from "./defineTaxonomy.ts";
import { windowsEventFields } from "./windowsEventFields.ts";
import { securityEvents } from "./windowsValues.ts";
import { logonFields } from "./winsec/logon.ts";
import { networkFields } from "./winsec/network.ts";
import { objectFields } from "./winsec/object.ts";
import { processFields } from "./winsec/process.ts";

export default defineTaxonomy({
	id: "winsec",
	title: "Windows Security",
	version: "Windows 11, Server 2022",
	source:
		"https://learn.microsoft.com/windows/security/threat-protection/auditing/advanced-security-audit-policy-settings",
	prefixes: ["event_data.", "winlog.event_data.", "EventData."],
	fields: [...windowsEventFields(securityEvents), ...processFields, ...objectFields, ...logonFields, ...networkFields],
});
