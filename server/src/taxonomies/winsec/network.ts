// Windows Security's names for connections: the filtering platform's, and where a logon came from.
import type { TaxonomyField } from "../defineTaxonomy.ts";
import { wellKnownPorts } from "../wellKnownPorts.ts";
import { directions, ipProtocols } from "../windowsValues.ts";

/** Connections that the Windows Filtering Platform saw, and the far end of logons. */
export const networkFields: readonly TaxonomyField[] = [
	{
		name: "SourceAddress",
		type: "ip",
		description: "Address from which the connection was opened.",
		example: "192.0.2.21",
		concept: "source_ip",
	},
	{
		name: "IpAddress",
		type: "ip",
		description: "Address from which the logon or the share was asked for.",
		example: "192.0.2.21",
		concept: "source_ip",
	},
	{
		name: "SourcePort",
		type: "number",
		description: "Port from which the connection was opened.",
		example: "50123",
		concept: "source_port",
		values: wellKnownPorts,
	},
	{
		name: "IpPort",
		type: "number",
		description: "Port from which the logon or the share was asked for.",
		example: "54810",
		concept: "source_port",
		values: wellKnownPorts,
	},
	{
		name: "DestAddress",
		type: "ip",
		description: "Address to which the connection was opened.",
		example: "203.0.113.66",
		concept: "destination_ip",
	},
	{
		name: "DestPort",
		type: "number",
		description: "Port to which the connection was opened.",
		example: "443",
		concept: "destination_port",
		values: wellKnownPorts,
	},
	{
		name: "Protocol",
		type: "number",
		description: "Transport protocol by its number; 6 is TCP, 17 UDP.",
		example: "6",
		concept: "network_protocol_number",
		values: ipProtocols,
		when: { field: "EventID", equals: ["5031", "5152", "5154", "5155", "5156", "5157", "5158", "5159"] },
	},
	{
		name: "Direction",
		type: "keyword",
		description: "Whether the connection came in or went out, as a message code.",
		example: "%%14593",
		concept: "network_direction_code",
		values: directions,
	},
	{
		name: "LayerName",
		type: "keyword",
		description: "Layer of the filtering platform that decided, as a message code.",
		example: "%%14611",
		concept: "filter_layer",
	},
	{ name: "FilterRTID", type: "number", description: "Filter that decided.", example: "69211", concept: "filter_id" },
];
