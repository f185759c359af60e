// The taxonomies together: how much they name, and that what only one of them names is so for a reason.
import assert from "node:assert/strict";
import { test } from "node:test";
import { taxonomies } from "../../server/src/taxonomies/registry.ts";

/** Concepts of one taxonomy alone, by the reason. */
const single: Readonly<Record<string, string>> = {
	"the products that were looked at do not tell it otherwise, or their documentation could not be checked":
		"backend_time behaviour_tags blocked_path blocked_status call_trace child_commandline child_process_id " +
		"child_username clipboard_client crossproc_api crossproc_guid crossproc_is_target directory_properties " +
		"disposition event_kind event_severity event_subcategory file_archived file_host_count file_is_64bit " +
		"file_is_executable file_is_program file_origin_ip file_origin_referrer file_origin_url file_previous_created_time " +
		"file_previous_folder file_previous_name filter_id handle_id host_type injection_type kerberos_service local_admin " +
		"member_name member_sid module_hashes new_thread_id ntlm_version object_server object_type observed_path " +
		"os_version parent_reputation parent_signer powershell_context powershell_payload process_duration " +
		"process_effective_reputation process_elevated process_end_time process_last_activity process_reputation " +
		"program_certificate_subject program_sign_time program_signed raw_device registry_new_key registry_old_value_name " +
		"request_source_ip request_username requested_access resource_id script_block_id script_hashes script_path " +
		"scriptload_count sensor_action sensor_policy sensor_tampered sensor_version service_start_type session_key_length " +
		"severity share_local_path signature_issuer signer_type source_thread_id stream_contents target_process_name " +
		"target_process_username target_server target_sid task_command task_content tenant_id terminal_session_id " +
		"thread_start_address thread_start_function thread_start_module ticket_options tls_client_ja3 tls_local_ja3 " +
		"tls_remote_ja3 tls_server_ja3s tls_server_name wmi_consumer wmi_destination wmi_filter wmi_name wmi_namespace " +
		"wmi_operation wmi_query",
	"a number, code or word of the vendor's own, which no other product writes for the same":
		"connection_inbound connection_initiated destination_port_name disposition_id dns_status elevated_token " +
		"event_outcome_id event_time_msec event_time_usec filemod_action filter_layer impersonation_level ingest_time_usec " +
		"local_ip_type logon_type_name mandatory_label module_signature_state network_direction_code " +
		"network_protocol_constant object_access_list object_access_mask ocsf_activity ocsf_category ocsf_class ocsf_type " +
		"pre_authentication process_start_time_usec registry_action registry_old_value_type_code registry_operation " +
		"registry_value_type_code remote_ip_type request_protocol severity_id signature_trusted signature_type " +
		"source_port_name status sub_status ticket_encryption token_elevation token_elevation_type",
	"says in another way what an address says": "destination_is_ipv6 source_is_ipv6",
	"a structure of what fits nowhere else": "additional_fields",
};

const byConcept = new Map<string, Set<string>>();
for (const { id, fields } of taxonomies)
	for (const { concept } of fields) byConcept.set(concept, (byConcept.get(concept) ?? new Set()).add(id));

test("all eight taxonomies are here, with at least 77 concepts that several of them name", () => {
	assert.deepEqual(taxonomies.map(({ id }) => id).sort(), [
		...["cbcloud", "cbedr", "ecs", "mde", "ocsf", "redcloak", "sysmon", "winsec"],
	]);
	const shared = [...byConcept.values()].filter((names) => names.size > 1);
	assert.ok(shared.length >= 77, `${shared.length} concepts`);
});

test("a concept that only one taxonomy names is listed with the reason", () => {
	const alone = [...byConcept].filter(([, names]) => names.size === 1).map(([concept]) => concept);
	const listed = Object.values(single).flatMap((concepts) => concepts.split(" "));
	assert.deepEqual(alone.sort(), listed.sort());
});
