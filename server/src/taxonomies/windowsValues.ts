// Values that Microsoft documents for fields of Windows events, and what they mean.
import type { FieldValues } from "./defineTaxonomy.ts";

/** Kinds of event that Sysmon writes. */
export const sysmonEvents: FieldValues = {
	1: "process created",
	2: "file creation time changed",
	3: "network connection",
	4: "Sysmon service state changed",
	5: "process ended",
	6: "driver loaded",
	7: "image loaded",
	8: "remote thread created",
	9: "disk read directly",
	10: "process accessed",
	11: "file created",
	12: "registry key or value created or deleted",
	13: "registry value set",
	14: "registry key or value renamed",
	15: "file stream created",
	16: "Sysmon configuration changed",
	17: "pipe created",
	18: "pipe connected",
	19: "WMI filter registered",
	20: "WMI consumer registered",
	21: "WMI consumer bound to a filter",
	22: "DNS query",
	23: "file deleted and kept",
	24: "clipboard changed",
	25: "process tampering",
	26: "file deleted",
	27: "executable blocked",
	28: "shredding blocked",
	29: "executable detected",
	255: "Sysmon error",
};

/** Kinds of event of the Security log that hunters ask for. */
export const securityEvents: FieldValues = {
	1102: "audit log cleared",
	4616: "system time changed",
	4624: "logon",
	4625: "failed logon",
	4627: "group membership of a logon",
	4634: "logoff",
	4647: "logoff by the user",
	4648: "logon with explicit credentials",
	4656: "handle to an object requested",
	4657: "registry value changed",
	4658: "handle to an object closed",
	4660: "object deleted",
	4661: "handle to a directory object requested",
	4662: "operation on a directory object",
	4663: "object accessed",
	4670: "permissions of an object changed",
	4672: "special privileges assigned to a logon",
	4673: "privileged service called",
	4674: "operation on a privileged object",
	4688: "process created",
	4689: "process ended",
	4690: "handle duplicated",
	4697: "service installed",
	4698: "scheduled task created",
	4699: "scheduled task deleted",
	4700: "scheduled task enabled",
	4701: "scheduled task disabled",
	4702: "scheduled task updated",
	4703: "user right adjusted",
	4719: "audit policy changed",
	4720: "user account created",
	4722: "user account enabled",
	4723: "password change attempted",
	4724: "password reset attempted",
	4725: "user account disabled",
	4726: "user account deleted",
	4728: "member added to a global security group",
	4732: "member added to a local security group",
	4738: "user account changed",
	4740: "user account locked out",
	4741: "computer account created",
	4742: "computer account changed",
	4756: "member added to a universal security group",
	4765: "SID history added to an account",
	4767: "user account unlocked",
	4768: "Kerberos ticket-granting ticket requested",
	4769: "Kerberos service ticket requested",
	4770: "Kerberos service ticket renewed",
	4771: "Kerberos pre-authentication failed",
	4776: "credentials validated by NTLM",
	4778: "session reconnected",
	4779: "session disconnected",
	4794: "password of the directory restore mode set",
	4798: "local groups of a user listed",
	4799: "members of a local group listed",
	4964: "special groups assigned to a logon",
	5031: "application kept from accepting connections",
	5136: "directory object changed",
	5137: "directory object created",
	5140: "network share accessed",
	5141: "directory object deleted",
	5142: "network share added",
	5145: "access to a file on a network share checked",
	5152: "packet blocked",
	5154: "application allowed to listen",
	5155: "application kept from listening",
	5156: "connection allowed",
	5157: "connection blocked",
	5158: "bind to a local port allowed",
	5159: "bind to a local port blocked",
};

/** Kinds of event of other logs that hunters ask for, with ids that the Security log and Sysmon do not use. */
export const otherWindowsEvents: FieldValues = {
	104: "event log cleared",
	400: "PowerShell engine started",
	403: "PowerShell engine stopped",
	600: "PowerShell provider started",
	800: "PowerShell pipeline run",
	4103: "PowerShell module logging",
	4104: "PowerShell script block",
	7036: "service started or stopped",
	7040: "start of a service changed",
	7045: "service installed",
};

/** Complete: the kinds of logon of event 4624. */
export const logonTypes: FieldValues = {
	0: "System, at start-up",
	2: "Interactive, at the keyboard",
	3: "Network",
	4: "Batch",
	5: "Service",
	7: "Unlock",
	8: "Network, password in clear text",
	9: "New credentials for outgoing connections",
	10: "Remote desktop",
	11: "Cached interactive",
	12: "Cached remote desktop",
	13: "Cached unlock",
};

export const integrityLevels: FieldValues = {
	Low: "sandboxed",
	Medium: "an ordinary user's",
	High: "elevated, an administrator's",
	System: "the operating system's",
};

export const mandatoryLabels: FieldValues = {
	"S-1-16-0": "Untrusted",
	"S-1-16-4096": "Low",
	"S-1-16-8192": "Medium",
	"S-1-16-8448": "Medium plus",
	"S-1-16-12288": "High",
	"S-1-16-16384": "System",
	"S-1-16-20480": "Protected process",
};

export const tokenElevations: FieldValues = {
	"%%1936": "full token: no user account control, or the built-in administrator",
	"%%1937": "elevated token",
	"%%1938": "limited token",
};

export const yesOrNo: FieldValues = { "%%1842": "yes", "%%1843": "no" };

export const impersonationLevels: FieldValues = {
	"%%1831": "anonymous",
	"%%1832": "identification",
	"%%1833": "impersonation",
	"%%1840": "delegation",
};

/** Complete: how the service manager starts a service. */
export const serviceStarts: FieldValues = {
	0: "by the boot loader",
	1: "with the kernel",
	2: "automatic",
	3: "on demand",
	4: "disabled",
};

export const objectTypes: FieldValues = {
	File: "file or folder",
	Key: "registry key",
	Process: "process",
	Thread: "thread",
	Token: "access token",
	Section: "memory section",
	SymbolicLink: "symbolic link",
};

/** Codes of the registry's types of values. */
export const registryValueTypes: FieldValues = {
	"%%1872": "REG_NONE, untyped",
	"%%1873": "REG_SZ, text",
	"%%1874": "REG_EXPAND_SZ, text with variables",
	"%%1875": "REG_BINARY, bytes",
	"%%1876": "REG_DWORD, 32-bit number",
	"%%1879": "REG_MULTI_SZ, several texts",
	"%%1883": "REG_QWORD, 64-bit number",
};

export const registryOperations: FieldValues = {
	"%%1904": "new value",
	"%%1905": "existing value changed",
	"%%1906": "value deleted",
};

/** By their numbers at IANA. */
export const ipProtocols: FieldValues = {
	1: "ICMP",
	6: "TCP",
	17: "UDP",
	41: "IPv6 in IP",
	47: "GRE",
	50: "ESP",
	51: "AH",
	58: "ICMPv6",
	132: "SCTP",
};

export const directions: FieldValues = { "%%14592": "inbound", "%%14593": "outbound" };

/** Errors of the DNS client, among all of Windows. */
export const dnsStatuses: FieldValues = {
	0: "found",
	1460: "timed out",
	9002: "the server failed",
	9003: "no such name",
	9004: "not implemented",
	9005: "refused",
	9501: "no records of this type",
	9701: "no such record",
};

export const registryAndWmiEvents: FieldValues = {
	CreateKey: "registry key created",
	DeleteKey: "registry key deleted",
	DeleteValue: "registry value deleted",
	SetValue: "registry value set",
	RenameKey: "registry key renamed",
	CreatePipe: "pipe created",
	ConnectPipe: "pipe connected",
	WmiFilterEvent: "WMI filter registered",
	WmiConsumerEvent: "WMI consumer registered",
	WmiBindingEvent: "WMI consumer bound to a filter",
};

/** Complete where Sysmon writes it. */
export const transports: FieldValues = { tcp: "connections", udp: "single packets" };
