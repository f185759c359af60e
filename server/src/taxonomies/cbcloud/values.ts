// Values that Carbon Black Cloud writes, and what they mean.
import type { FieldValues } from "../defineTaxonomy.ts";

/** Several stand side by side. */
export const signatureStates: FieldValues = {
	FILE_SIGNATURE_STATE_NOT_SIGNED: "not signed",
	FILE_SIGNATURE_STATE_SIGNED: "signed",
	FILE_SIGNATURE_STATE_VERIFIED: "the signature holds",
	FILE_SIGNATURE_STATE_TRUSTED: "the signer is trusted",
	FILE_SIGNATURE_STATE_OS: "part of the operating system",
	FILE_SIGNATURE_STATE_CATALOG_SIGNED: "signed in a catalogue",
};

export const eventTypes: FieldValues = {
	childproc: "child process started",
	crossproc: "process reached into another",
	filemod: "file changed",
	fileless_scriptload: "script run from no file",
	modload: "module loaded",
	netconn: "connection",
	regmod: "registry changed",
	scriptload: "script loaded",
};

export const recordTypes: FieldValues = {
	"endpoint.event.procstart": "process started",
	"endpoint.event.procend": "process ended",
	"endpoint.event.crossproc": "process reached into another",
	"endpoint.event.filemod": "file changed",
	"endpoint.event.moduleload": "module loaded",
	"endpoint.event.netconn": "connection",
	"endpoint.event.regmod": "registry changed",
	"endpoint.event.scriptload": "script loaded",
};

/** Several stand side by side. */
export const fileActions: FieldValues = {
	ACTION_FILE_MOD_OPEN: "opened to change it",
	ACTION_FILE_OPEN_READ: "opened to read",
	ACTION_FILE_OPEN_WRITE: "opened to write",
	ACTION_FILE_OPEN_DELETE: "opened to delete",
};

export const registryActions: FieldValues = {
	ACTION_CREATE_KEY: "key created",
	ACTION_WRITE_VALUE: "value written",
};

export const crossProcessActions: FieldValues = { ACTION_OPEN_PROCESS_HANDLE: "process opened" };

export const protocols: FieldValues = { PROTO_TCP: "TCP", PROTO_UDP: "UDP" };
