// What Defender's columns mean depends on what happened.
import assert from "node:assert/strict";
import { test } from "node:test";
import mde from "../../server/src/taxonomies/mde.ts";
import { conceptsIn } from "../support/meanings.ts";

const meanings: readonly [name: string, action: string, concept: string][] = [
	["FolderPath", "ProcessCreated", "image_path"],
	["FolderPath", "FileCreated", "target_filename"],
	["FolderPath", "ImageLoaded", "image_loaded"],
	["FolderPath", "DriverLoad", "image_loaded"],
	["FolderPath", "OpenProcessApiCall", "target_image_path"],
	["FileName", "ProcessCreated", "process_name"],
	["FileName", "FileRenamed", "file_name"],
	["FileName", "ImageLoaded", "module_name"],
	["InitiatingProcessFolderPath", "ProcessCreated", "parent_image_path"],
	["InitiatingProcessFolderPath", "RegistryValueSet", "image_path"],
	["InitiatingProcessFolderPath", "SomethingNew", "image_path"],
	["InitiatingProcessFolderPath", "CreateRemoteThreadApiCall", "source_image_path"],
	["InitiatingProcessFolderPath", "LogonSuccess", ""],
	["InitiatingProcessParentFileName", "FileCreated", "parent_process_name"],
	["InitiatingProcessParentFileName", "ProcessCreated", ""],
	["RemoteIP", "ConnectionSuccess", "destination_ip"],
	["RemoteIP", "InboundConnectionAccepted", "source_ip"],
	["RemoteIP", "LogonFailed", "source_ip"],
	["LocalPort", "ConnectionSuccess", "source_port"],
	["LocalPort", "InboundConnectionAccepted", "destination_port"],
	["Protocol", "ConnectionFailed", "network_protocol"],
	["Protocol", "LogonSuccess", "authentication_package"],
	["AccountName", "ProcessCreated", "username"],
	["AccountName", "LogonSuccess", "username"],
	["AccountName", "UserAccountCreated", "target_account"],
	["InitiatingProcessAccountName", "ProcessCreated", "parent_username"],
	["InitiatingProcessAccountName", "FileCreated", "username"],
	["SHA1", "FileCreated", "hashes"],
];
for (const [name, ActionType, concept] of meanings) {
	test(`${name} of ${ActionType} is ${concept || "nothing"}`, () => {
		assert.equal(conceptsIn(mde, name, { ActionType }), concept);
	});
}
