// A query in one product's names runs on another product's events, and finds what it means there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectOf } from "../../server/src/base/dialect.ts";
import { evaluate } from "../../server/src/meaning/evaluate.ts";
import { parseEvent } from "../../server/src/meaning/event.ts";
import { bind } from "../../server/src/model/bind.ts";
import { resolve } from "../../server/src/plan/resolve.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";
import { catalogOf } from "../support/catalogOf.ts";

/** Which of the events match, by their place; and nothing is wrong. */
function check(
	source: string,
	events: readonly unknown[],
	rows: readonly (readonly [query: string, places: string])[],
) {
	const parsed = events.map((event) => parseEvent(JSON.stringify(event)));
	const context = { catalog: catalogOf(parsed), vocabulary: standardVocabulary, now: 0 };
	for (const [query, places] of rows) {
		test(`${source}: ${query}`, () => {
			const { expr, faults, refusals } = resolve(bind(parseQuery(query, dialectOf("redcloak"))), context);
			const matched = parsed.flatMap((event, at) => (evaluate(expr, event) ? [at] : [])).join(" ");
			assert.deepEqual({ matched, faults, refusals }, { matched: places, faults: [], refusals: [] });
		});
	}
}

const bits = "C:\\Windows\\System32\\bitsadmin.exe";
const shell = "C:\\Windows\\System32\\cmd.exe";

check(
	"ECS",
	[
		{
			event: { code: "1", category: ["process"] },
			process: {
				executable: bits,
				command_line: "bitsadmin /list",
				pid: 4756,
				hash: { md5: "cca67bd391cfc9f036323b2522887a6a" },
				parent: { executable: shell },
			},
			host: { name: "ws-01" },
			user: { name: "alice" },
		},
		{ event: { code: "3" }, process: { executable: shell }, destination: { ip: "203.0.113.66", port: 443 } },
		{ event: { code: "13" }, registry: { path: "HKLM\\SOFTWARE\\Run\\Updater", value: "Updater" } },
		{ event: { code: "11" }, process: { executable: shell }, file: { path: "C:\\Temp\\update.exe" } },
		{ dns: { question: { name: "download.example.com" } } },
	],
	[
		["image_path:bitsadmin.exe AND -commandline:getieproxy", "0"],
		["parent_image_path:cmd.exe AND process_id:4756", "0"],
		["program_hash:cca67bd391cfc9f036323b2522887a6a", "0"],
		["username:alice AND hostname:ws-01", "0"],
		["image_path:cmd.exe", "1 3"],
		["destination_address:203.0.113.0\\/24 AND destination_port:>=400", "1"],
		["path:*\\\\Run\\\\*", "2"],
		["file_name:update.exe", "3"],
		["query_name:download.example.com", "4"],
		["-image_path:cmd.exe", "0 2 4"],
		["Image:bitsadmin.exe AND EventID:1", "0"],
		["FolderPath:update.exe", "3"],
	],
);

check(
	"OCSF",
	[
		{ type_uid: 100701, process: { file: { path: bits } }, actor: { process: { file: { path: shell } } } },
		{ type_uid: 100703, process: { file: { path: bits } }, actor: { process: { file: { path: shell } } } },
		{ type_uid: 100101, file: { path: "C:\\Temp\\update.exe" }, actor: { process: { file: { path: bits } } } },
		{ type_uid: 100702, process: { file: { path: bits } }, actor: { process: { file: { path: shell } } } },
		{ type_uid: 400101, dst_endpoint: { ip: "203.0.113.66" }, actor: { process: { file: { path: shell } } } },
	],
	[
		["image_path:bitsadmin.exe", "0 2 3"],
		["parent_image_path:cmd.exe", "0"],
		["image_path:cmd.exe", "4"],
		["TargetImage:bitsadmin.exe AND SourceImage:cmd.exe", "1"],
		["file_name:update.exe", "2"],
		["destination_address:203.0.113.66", "4"],
	],
);

check(
	"Defender",
	[
		{
			ActionType: "ProcessCreated",
			FolderPath: bits,
			FileName: "bitsadmin.exe",
			ProcessId: 7,
			InitiatingProcessFolderPath: shell,
		},
		{ ActionType: "FileCreated", FolderPath: "C:\\Temp\\bitsadmin.exe", InitiatingProcessFolderPath: shell },
		{ ActionType: "OpenProcessApiCall", FolderPath: bits, ProcessId: 7, InitiatingProcessFolderPath: shell },
		{ ActionType: "ConnectionSuccess", RemoteIP: "203.0.113.66", LocalIP: "192.0.2.21" },
		{ ActionType: "InboundConnectionAccepted", RemoteIP: "203.0.113.66", LocalIP: "192.0.2.21" },
		{ properties: { ActionType: "ProcessCreated", FolderPath: bits, InitiatingProcessFolderPath: shell } },
	],
	[
		["image_path:bitsadmin.exe", "0 5"],
		["parent_image_path:cmd.exe", "0 5"],
		["image_path:cmd.exe", "1"],
		["file_name:bitsadmin.exe", "1"],
		["process_id:7", "0"],
		["TargetImage:bitsadmin.exe", "2"],
		["destination_address:203.0.113.66", "3"],
		["source_address:203.0.113.66", "4"],
		["-image_path:bitsadmin.exe", "1 2 3 4"],
		["process.executable:bitsadmin.exe", "0 5"],
	],
);

check(
	"Carbon Black EDR",
	[
		{
			type: "ingress.event.procstart",
			...{ event_type: "proc", path: bits, command_line: "bitsadmin /list", pid: 7, parent_path: shell },
		},
		{ event_type: "filemod", path: "c:\\temp\\bitsadmin.exe", process_path: shell },
		{ event_type: "regmod", path: "\\registry\\machine\\software\\run\\bitsadmin.exe" },
		{ event_type: "modload", path: "c:\\windows\\system32\\qmgr.dll" },
		{
			event_type: "netconn",
			direction: "outbound",
			local_ip: "192.0.2.21",
			remote_ip: "203.0.113.66",
			remote_port: 443,
		},
		{
			event_type: "netconn",
			direction: "inbound",
			local_ip: "192.0.2.21",
			remote_ip: "203.0.113.66",
			remote_port: 50123,
		},
		{
			os_type: "windows",
			process_name: "bitsadmin.exe",
			path: bits,
			parent_name: "cmd.exe",
			process_pid: 8,
			username: "alice",
		},
		{ event_type: "cross_process", pid: 9, target_path: "c:\\windows\\system32\\lsass.exe", requested_access: 5136 },
	],
	[
		["image_path:bitsadmin.exe", "0 6"],
		["image_path:cmd.exe AND file_name:bitsadmin.exe", "1"],
		["TargetObject:*\\\\run\\\\*", "2"],
		["ImageLoaded:qmgr.dll", "3"],
		["destination_address:203.0.113.66", "4"],
		["source_address:203.0.113.66", "5"],
		["DestinationPort:>=400", "4"],
		["process.pid:(7 OR 8)", "0 6"],
		["NewProcessName:bitsadmin.exe AND -username:bob", "0 6"],
		["TargetImage:lsass.exe AND requested_access:0x1410", "7"],
		["path:bitsadmin.exe", "0 1 2 6"],
	],
);

check(
	"Carbon Black Cloud",
	[
		{
			device_os: "WINDOWS",
			process_name: bits,
			process_cmdline: "bitsadmin /list",
			parent_name: shell,
			device_name: "ws-01",
		},
		{
			device_os: "WINDOWS",
			process_path: bits,
			regmod_name: "HKLM\\Software\\Run\\Updater",
			regmod_action: "ACTION_WRITE_VALUE",
		},
		{
			device_os: "WINDOWS",
			netconn_inbound: false,
			remote_ip: "203.0.113.66",
			local_ip: "192.0.2.21",
			process_path: shell,
		},
		{
			device_os: "WINDOWS",
			netconn_inbound: true,
			remote_ip: "203.0.113.66",
			local_ip: "192.0.2.21",
			process_path: shell,
		},
		{ device_os: "WINDOWS", netconn_ipv4: "203.0.113.66", netconn_port: 443, scriptload_content: "Start-BitsTransfer" },
	],
	[
		["image_path:bitsadmin.exe", "0 1"],
		["parent_image_path:cmd.exe AND hostname:ws-01", "0"],
		["TargetObject:*\\\\Run\\\\*", "1"],
		["destination_address:203.0.113.66", "2 4"],
		["source_address:203.0.113.66", "3"],
		["ScriptBlockText:Start-BitsTransfer AND dst_endpoint.port:443", "4"],
	],
);

const sysmonEvent = { Image: bits, GrantedAccess: "0x1410" };
for (const [shipper, event] of Object.entries({
	"Winlogbeat before 7": { event_id: 10, log_name: "Sysmon", event_data: sysmonEvent },
	Winlogbeat: { winlog: { event_id: 10, channel: "Sysmon", event_data: sysmonEvent } },
	"a log file as JSON": { Event: { System: { EventID: 10, Channel: "Sysmon" }, EventData: sysmonEvent } },
	"a log file as JSON, with qualifiers": {
		Event: { System: { EventID: { "#text": 10 }, Channel: "Sysmon" }, EventData: sysmonEvent },
	},
	Velociraptor: { System: { EventID: { Value: 10 }, Channel: "Sysmon" }, EventData: sysmonEvent },
	Taegis: { event_data: { image_path: bits, event_id: 10 }, EventID: 10, Channel: "Sysmon", GrantedAccess: "0x1410" },
}))
	check(
		shipper,
		[event, { Image: shell }],
		[
			["image_path:bitsadmin.exe AND EventID:10 AND Channel:Sysmon AND GrantedAccess:0x1410", "0"],
			["event_data.Image:bitsadmin.exe", "0"],
		],
	);
