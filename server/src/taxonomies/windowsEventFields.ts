// The names of a Windows event's own record, which every Windows log shares and shippers spell differently.
import type { FieldValues, TaxonomyField } from "./defineTaxonomy.ts";

/** Where exports keep the names of an event's data and of its record: Winlogbeat, old and new, and readers of log files. */
export const windowsEventPrefixes: readonly string[] = [
	"event_data.",
	"winlog.event_data.",
	"EventData.",
	"Event.EventData.",
	"System.",
	"Event.System.",
];

/**
 * Fields of the record around an event's data, in the XML's, NXLog's, Winlogbeat's and log readers' spelling. `events`: the
 * ids that a provider gives its events.
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
		name: "event_id",
		type: "number",
		description: "Winlogbeat's name for the event id before its version 7.",
		example: "4688",
		concept: "event_id",
		values: events,
	},
	{
		name: "System.EventID.Value",
		type: "number",
		description: "Velociraptor's name for the event id.",
		example: "4688",
		concept: "event_id",
		values: events,
	},
	{
		name: "Event.System.EventID.#text",
		type: "number",
		description: "Name of the event id in log files read as JSON, where it has qualifiers.",
		example: "7045",
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
		name: "log_name",
		type: "keyword",
		description: "Winlogbeat's name for the event log before its version 7.",
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
		name: "source_name",
		type: "keyword",
		description: "Winlogbeat's name for the provider before its version 7.",
		example: "Microsoft-Windows-Sysmon",
		concept: "provider",
	},
	{
		name: "Provider_Name",
		type: "keyword",
		description: "Provider that wrote the event, where the XML's attributes become fields.",
		example: "Microsoft-Windows-Sysmon",
		concept: "provider",
	},
	{
		name: "System.Provider.Name",
		type: "keyword",
		description: "Velociraptor's name for the provider.",
		example: "Microsoft-Windows-Sysmon",
		concept: "provider",
	},
	{
		name: "Event.System.Provider.#attributes.Name",
		type: "keyword",
		description: "Name of the provider in log files read as JSON.",
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
		name: "computer_name",
		type: "keyword",
		description: "Winlogbeat's name for the computer before its version 7.",
		example: "WS-01",
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
		name: "Event.System.TimeCreated.#attributes.SystemTime",
		type: "date",
		description: "When the event was written, in log files read as JSON.",
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
