// How the Open Cybersecurity Schema Framework names what its sources saw.
import { defineTaxonomy } from "./defineTaxonomy.ts";
import { activityFields, eventFields } from "./ocsf/event.ts";
import { fileFields } from "./ocsf/file.ts";
import { networkFields } from "./ocsf/network.ts";
import { processFields } from "./ocsf/process.ts";

export default defineTaxonomy({
	id: "ocsf",
	title: "OCSF",
	version: "1.8.0",
	source: "https://schema.ocsf.io/1.8.0/",
	prefixes: [],
	fields: [...processFields, ...fileFields, ...networkFields, ...eventFields, ...activityFields],
});
