// How Carbon Black EDR, once Response, names what its sensors see.
import { activityFields } from "./cbedr/activity.ts";
import { processFields } from "./cbedr/process.ts";
import { rawEventFields } from "./cbedr/rawEvents.ts";
import { defineTaxonomy } from "./defineTaxonomy.ts";

/** The page of the event forwarder, whose names differ from those of searches. */
const rawEvents = "https://developer.carbonblack.com/reference/enterprise-response/event-forwarder/event-schema/";

export default defineTaxonomy({
	id: "cbedr",
	title: "Carbon Black EDR",
	version: "7.8",
	source: "https://docs.vmware.com/en/VMware-Carbon-Black-EDR/7.8.0/vmw-cb-edr-ug/",
	prefixes: [],
	fields: [...processFields, ...activityFields, ...rawEventFields.map((field) => ({ ...field, source: rawEvents }))],
});
