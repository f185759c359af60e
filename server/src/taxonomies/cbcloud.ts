// How Carbon Black Cloud (Enterprise EDR, Endpoint Standard) names what its sensors see.
import { activityFields } from "./cbcloud/activity.ts";
import { networkFields } from "./cbcloud/network.ts";
import { processFields } from "./cbcloud/process.ts";
import { defineTaxonomy } from "./defineTaxonomy.ts";

export default defineTaxonomy({
	id: "cbcloud",
	title: "Carbon Black Cloud",
	version: "search fields v2",
	source: "https://developer.carbonblack.com/reference/carbon-black-cloud/platform/latest/platform-search-fields/",
	prefixes: [],
	fields: [...processFields, ...activityFields, ...networkFields],
});
