// The names of the starting list of concepts are all here, or left out for a reason; where the list is at hand.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { taxonomies } from "../../server/src/taxonomies/registry.ts";

const shared = process.env.HUNTMARK_SHARED ?? resolve(import.meta.dirname, "../../../shared");
const conceptsFile = resolve(shared, "data/field-concepts.json");

/** Names that are left out on purpose, or mean something else here, by the reason. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
	"not found in the documentation": [
		"taegis destination_hostname as destination_hostname",
		"taegis response_data as dns_answer",
		"taegis uri as url",
		"taegis user_agent as user_agent",
		"taegis source_process_image_path as source_image_path",
		"taegis target_process_image_path as target_image_path",
		"taegis user_domain as user_domain",
		"taegis user_sid as user_sid",
		"taegis logon_id as logon_id",
		"taegis os.os as os",
		"taegis type as event_type",
		"taegis decoded_block_text as script_block_text",
		"taegis block_text as script_block_text",
		"taegis service_name as service_name",
		"taegis task_name as task_name",
		"sysmon UserSid as user_sid",
		"cbcloud process_user_sid as user_sid",
		"cbcloud process_file_version as file_version",
		"cbcloud regmod_new_value as registry_value",
		"cbedr crossproc as source_image_path",
		"cbedr crossproc as target_image_path",
		"winsec SystemTime as event_time",
		"winsec EventTime as event_time",
		"ocsf win.win_service.name as service_name",
		"ocsf win.win_service.cmd_line as service_image_path",
		"ocsf win.reg_key.path as registry_key",
	],
	"a structure, whose parts are named or could not be checked": [
		"taegis key as registry_key",
		"taegis value as registry_value",
		"ecs process.hash as hashes",
		"ocsf file.signature as signed",
		"ocsf process.file.hashes as hashes",
	],
	"a shipper's, or another taxonomy's under a prefix": [
		"sysmon md5 as md5",
		"sysmon sha1 as sha1",
		"sysmon sha256 as sha256",
		"sysmon Imphash as imphash",
		"ecs powershell.command.invocation_details as powershell_payload",
		"ecs powershell.file.script_block_text as script_block_text",
		"ecs winlog.channel as channel",
		"ecs winlog.event_data.CallTrace as call_trace",
		"ecs winlog.event_data.GrantedAccess as granted_access",
		"ecs winlog.event_data.ImagePath as service_image_path",
		"ecs winlog.event_data.ShareName as share_name",
		"ecs winlog.event_data.TargetImage as target_image_path",
		"ecs winlog.event_data.TaskContent as task_content",
		"ecs winlog.event_data.TaskName as task_name",
		"ecs winlog.logon.id as logon_id",
		"ecs winlog.logon.type as logon_type",
		"ecs winlog.provider_name as provider",
	],
	"another log's, so found in winsec": [
		"sysmon ImagePath as service_image_path",
		"sysmon Payload as powershell_payload",
		"sysmon ScriptBlockText as script_block_text",
		"sysmon ServiceName as service_name",
		"sysmon ShareName as share_name",
		"sysmon TaskContent as task_content",
		"sysmon TaskName as task_name",
	],
	"a title in the event's text, not a name in its data": [
		"winsec ProcessCommandLine as commandline",
		"winsec CreatorProcessId as parent_process_id",
		"sysmon HostApplication as host_application",
	],
	"a number or a code, no word, or otherwise written": [
		"winsec MandatoryLabel as integrity_level",
		"winsec Protocol as network_protocol",
		"winsec Direction as network_direction",
		"cbcloud netconn_protocol as network_protocol",
		"sysmon Initiated as network_direction",
		"cbcloud netconn_inbound as network_direction",
		"mde ActionType as network_direction",
		"mde IsTrusted as signature_status",
		"ocsf time as event_time",
		"taegis event_time_usec as event_time",
		"cbedr timestamp as event_time",
	],
	"holds the account with its domain, so found by the account": [
		"sysmon User as user_domain",
		"cbedr username as user_domain",
		"cbcloud process_username as user_domain",
	],
	"the program's signature, not that of the file or module of the event": [
		"cbedr digsig_publisher as signature",
		"cbedr digsig_result as signature_status",
		"cbedr digsig_result as signed",
		"cbcloud process_publisher as signature",
		"cbcloud process_publisher_state as signature_status",
		"cbcloud process_publisher_state as signed",
	],
	"the name of something else here: one name, one meaning": [
		"cbcloud crossproc_name as source_image_path",
		"cbcloud crossproc_name as target_image_path",
		"cbcloud event_type as event_type",
		"cbcloud filemod_name as file_name",
		"cbcloud netconn_domain as dns_query",
		"cbcloud process_start_time as event_time",
		"cbcloud type as event_type",
		"cbedr domain as dns_query",
		"cbedr filemod as file_name",
		"cbedr host_type as os",
		"cbedr ipaddr as source_ip",
		"cbedr ipport as source_port",
		"cbedr last_update as event_time",
		"cbedr process_id as process_guid",
		"cbedr sensor_id as host_id",
		"cbedr start as event_time",
		"cbedr type as event_type",
		"ecs agent.id as host_id",
		"ecs event.category as event_type",
		"ecs file.name as pipe_name",
		"ecs file.path as image_loaded",
		"ecs process.command_line as host_application",
		"ecs process.executable as source_image_path",
		"ecs service.name as service_name",
		"mde AdditionalFields as script_block_text",
		"mde FileName as target_filename",
		"mde FileName as target_image_path",
		"mde FileOriginUrl as url",
		"mde RemoteUrl as dns_query",
		"ocsf class_name as event_type",
		"ocsf file.name as pipe_name",
		"ocsf job.cmd_line as task_content",
		"ocsf metadata.labels as rule_name",
		"ocsf process.file.desc as file_description",
		"ocsf script.script_content.value as powershell_payload",
		"taegis file_name as file_name",
		"taegis image_path as image_loaded",
		"taegis path as target_filename",
		"taegis sensor_event_id as event_id",
		"taegis sensor_type as event_type",
		"winsec AccountName as username",
		"winsec WorkstationName as hostname",
	],
};

/** Concepts that are one here: a hash says by its length which it is. */
const merged: Readonly<Record<string, string>> = { md5: "hashes", sha1: "hashes", sha256: "hashes", imphash: "hashes" };

/** Its names are titles in the text of events, and a part of `ContextInfo`. */
const unnamed = ["host_application"];

interface StartingConcept {
	readonly name: string;
	readonly aliases: Readonly<Record<string, readonly string[]>>;
}

test("every name of the starting list is here, or left out for a reason", {
	skip: existsSync(conceptsFile) ? false : `NOT RUN: ${conceptsFile} is missing; set HUNTMARK_SHARED`,
}, () => {
	const concepts: readonly StartingConcept[] = JSON.parse(readFileSync(conceptsFile, "utf8")).fields;
	assert.equal(concepts.length, 77);
	const here = new Set(taxonomies.flatMap(({ fields }) => fields.map(({ concept }) => concept)));
	const names = concepts.map(({ name }) => merged[name] ?? name);
	assert.deepEqual(
		names.filter((name) => !here.has(name)),
		unnamed,
	);
	const missing = concepts.flatMap(({ name, aliases }) =>
		taxonomies.flatMap((taxonomy) => {
			const id = taxonomy.id === "redcloak" ? "taegis" : taxonomy.id;
			const concept = merged[name] ?? name;
			return (aliases[id] ?? [])
				.filter((alias) => !taxonomy.fields.some((field) => field.name === alias && field.concept === concept))
				.map((alias) => `${id} ${alias} as ${name}`);
		}),
	);
	assert.deepEqual(missing.sort(), Object.values(leftOut).flat().sort());
});
