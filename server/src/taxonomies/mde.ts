// How Microsoft Defender's advanced hunting names what its sensors see.
import { defineTaxonomy } from "./defineTaxonomy.ts";
import { eventFields } from "./mde/event.ts";
import { fileFields } from "./mde/file.ts";
import { networkFields } from "./mde/network.ts";
import { processFields } from "./mde/process.ts";

export default defineTaxonomy({
	id: "mde",
	title: "Microsoft Defender",
	version: "2025-03",
	source: "https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables",
	prefixes: ["properties."],
	fields: [...processFields, ...fileFields, ...networkFields, ...eventFields],
});
