// The kinds of events in which Defender's columns mean different things. Every row says its kind, wherever it is exported to.
import type { When } from "../defineTaxonomy.ts";

function where(equals: readonly string[]): When {
	return { field: "ActionType", equals };
}

function elsewhere(...others: readonly When[]): When {
	return { field: "ActionType", equals: others.flatMap(({ equals }) => equals), not: true };
}

/** A process starts: its parent is the initiating process. */
export const starting = where(["ProcessCreated"]);

/** A process reaches into another one, which the row's file and process are. */
export const reachingIn = where([
	"CreateRemoteThreadApiCall",
	"MemoryRemoteProtect",
	"NtAllocateVirtualMemoryRemoteApiCall",
	"NtMapViewOfSectionRemoteApiCall",
	"OpenProcessApiCall",
	"QueueUserApcRemoteApiCall",
	"ReadProcessMemoryApiCall",
	"SetThreadContextRemoteApiCall",
	"WriteToLsassProcessMemory",
]);

export const loading = where(["ImageLoaded", "DriverLoad"]);

/** The row's file is neither a process nor a module. */
export const ofFile = elsewhere(starting, reachingIn, loading);

export const loggingOn = where(["LogonAttempted", "LogonFailed", "LogonSuccess"]);

/** The initiating process is the one that did what the event tells. */
export const byProcess = elsewhere(starting, reachingIn, loggingOn);

/** The row's account is the one that acts. */
export const byAccount = where([...starting.equals, ...loggingOn.equals]);

export const changingAccount = where([
	"UserAccountAddedToLocalGroup",
	"UserAccountCreated",
	"UserAccountDeleted",
	"UserAccountModified",
	"UserAccountRemovedFromLocalGroup",
]);

/** The other end opened the connection. */
export const incoming = where([
	"FirewallInboundConnectionBlocked",
	"FirewallInboundConnectionToAppBlocked",
	"InboundConnectionAccepted",
	...loggingOn.equals,
]);

export const outgoing = elsewhere(incoming);

export const browsing = where(["BrowserLaunchedToOpenUrl", "SmartScreenUrlWarning"]);

export const connecting = where([
	"ConnectionFailed",
	"ConnectionFound",
	"ConnectionRequest",
	"ConnectionSuccess",
	"DnsConnectionInspected",
	"HttpConnectionInspected",
	"IcmpConnectionInspected",
	"InboundConnectionAccepted",
	"ListeningConnectionCreated",
	"NetworkSignatureInspected",
	"SslConnectionInspected",
]);
