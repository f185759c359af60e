// How Sysmon names what it sees.
import { defineTaxonomy } from "./defineTaxonomy.ts";
import { processFields } from "./sysmon/process.ts";
import { systemFields } from "./sysmon/system.ts";
import { windowsEventFields, windowsEventPrefixes } from "./windowsEventFields.ts";
import { sysmonEvents } from "./windowsValues.ts";

export default defineTaxonomy({
	id: "sysmon",
	title: "Sysmon",
	version: "15",
	source: "https://learn.microsoft.com/sysinternals/downloads/sysmon",
	prefixes: windowsEventPrefixes,
	fields: [...windowsEventFields(sysmonEvents), ...processFields, ...systemFields],
});
