// The names of a Windows event's own record, which every Windows log shares and shippers spell differently.
import type { FieldValues, TaxonomyField } from "./defineTaxonomy.ts";

/**
 * Fields of the record around an event's data, in the XML's, NXLog's and Winlogbeat's spelling. `events`: the ids that a
 * provider gives its events.
 */
export const windowsEventFields = (events: FieldValues): readonly TaxonomyField[] => [
	{
		name: "EventID",
		type: "number",
		description: "Number of the kind of event, counted by each provider for itself.",
		example: "4688",
		concept: "event_id",
		values: events,
	},
	{
		name: "winlog.event_id",
		type: "number",
		description: "Winlogbeat's name for the event id.",
		example: "4688",
		concept: "event_id",
		values: events,
	},
	{
		name: "Channel",
		type: "keyword",
		description: "Event log that the event was written to.",
		example: "Microsoft-Windows-Sysmon/Operational",
		concept: "channel",
	},
	{
		name: "winlog.channel",
		type: "keyword",
		description: "Winlogbeat's name for the event log.",
		example: "Security",
		concept: "channel",
	},
	{
		name: "SourceName",
		type: "keyword",
		description: "Provider that wrote the event, as NXLog names it.",
		example: "Microsoft-Windows-Security-Auditing",
		concept: "provider",
	},
	{
		name: "winlog.provider_name",
		type: "keyword",
		description: "Winlogbeat's name for the provider.",
		example: "Microsoft-Windows-Sysmon",
		concept: "provider",
	},
	{
		name: "Computer",
		type: "keyword",
		description: "Computer that wrote the event.",
		example: "ws-01.example.com",
		concept: "hostname",
	},
	{
		name: "Hostname",
		type: "keyword",
		description: "Computer that wrote the event, as NXLog names it.",
		example: "WS-01",
		concept: "hostname",
	},
	{
		name: "winlog.computer_name",
		type: "keyword",
		description: "Winlogbeat's name for the computer.",
		example: "ws-01.example.com",
		concept: "hostname",
	},
	{
		name: "@timestamp",
		type: "date",
		description: "When the event happened, as Elastic's shippers store it.",
		example: "2026-03-17T09:41:07.512Z",
		concept: "event_time",
	},
	{
		name: "TimeCreated",
		type: "date",
		description: "When the event was written.",
		example: "2026-03-17T09:41:07.512Z",
		concept: "event_time",
	},
	{
		name: "Message",
		type: "text",
		description: "Text of the event as Windows renders it.",
		example: "A new process has been created.",
		concept: "message",
	},
];
