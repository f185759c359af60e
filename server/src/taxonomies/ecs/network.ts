// ECS's names for connections, look-ups and requests.

import { ipProtocols, transports } from "../windowsValues.ts";
import type { EcsField } from "./ecsField.ts";
import { directions } from "./values.ts";

/** Both ends of a connection, DNS and HTTP. */
export const networkFields: readonly EcsField[] = [
	{
		name: "source.ip",
		description: "Address from which the connection was opened.",
		example: "192.0.2.21",
		concept: "source_ip",
	},
	{
		name: "source.port",
		description: "Port from which the connection was opened.",
		example: "50123",
		concept: "source_port",
	},
	{
		name: "source.mac",
		description: "Hardware address from which the connection was opened.",
		example: "02-00-5E-00-53-01",
		concept: "source_mac",
	},
	{
		name: "source.domain",
		description: "Name of the computer that opened the connection.",
		example: "ws-01.example.com",
		concept: "source_hostname",
	},
	{
		name: "destination.ip",
		description: "Address to which the connection was opened.",
		example: "203.0.113.66",
		concept: "destination_ip",
	},
	{
		name: "destination.port",
		description: "Port to which the connection was opened.",
		example: "443",
		concept: "destination_port",
	},
	{
		name: "destination.mac",
		description: "Hardware address to which the connection was opened.",
		example: "02-00-5E-00-53-02",
		concept: "destination_mac",
	},
	{
		name: "destination.domain",
		description: "Name of the computer to which the connection was opened.",
		example: "download.example.com",
		concept: "destination_hostname",
	},
	{
		name: "network.transport",
		description: "Transport protocol, in lower case.",
		example: "tcp",
		concept: "network_protocol",
		values: transports,
	},
	{
		name: "network.iana_number",
		description: "Number of the transport protocol.",
		example: "6",
		concept: "network_protocol_number",
		values: ipProtocols,
	},
	{
		name: "network.protocol",
		description: "Protocol that the applications speak, in lower case.",
		example: "dns",
		concept: "application_protocol",
	},
	{
		name: "network.direction",
		description: "Whether the connection came in or went out.",
		example: "outbound",
		concept: "network_direction",
		values: directions,
	},
	{
		name: "network.community_id",
		description: "Hash of both ends and the protocol, the same in every sensor that saw the connection.",
		example: "1:hO+sN4H+MG5MY/8hIrXPqc4ZQz0=",
		concept: "community_id",
	},
	{
		name: "dns.question.name",
		description: "Name that was looked up.",
		example: "download.example.com",
		concept: "dns_query",
	},
	{
		name: "dns.question.type",
		description: "Type of record that was looked up.",
		example: "AAAA",
		concept: "dns_query_type",
	},
	{
		name: "dns.response_code",
		description: "What the server said to the look-up.",
		example: "NOERROR",
		concept: "dns_response_code",
	},
	{
		name: "dns.answers.data",
		as: "text",
		description: "What the name stands for, as the server answered.",
		example: "203.0.113.66",
		concept: "dns_answer",
	},
	{
		name: "dns.resolved_ip",
		description: "Addresses among what the server answered.",
		example: "203.0.113.66",
		concept: "dns_answer",
	},
	{
		name: "url.full",
		as: "text",
		description: "Whole address that was asked for.",
		example: "https://download.example.com/update.exe",
		concept: "url",
	},
	{
		name: "url.original",
		as: "text",
		description: "Address as the event gives it, whole or only its path.",
		example: "/update.exe",
		concept: "url",
	},
	{
		name: "url.domain",
		description: "Computer in the address that was asked for.",
		example: "download.example.com",
		concept: "url_domain",
	},
	{
		name: "user_agent.original",
		as: "text",
		description: "How the client named itself.",
		example: "Microsoft BITS/7.8",
		concept: "user_agent",
	},
	{
		name: "http.request.method",
		description: "What was asked of the server.",
		example: "GET",
		concept: "http_method",
	},
	{
		name: "http.response.status_code",
		description: "What the server answered, as a number.",
		example: "200",
		concept: "http_status",
	},
];
