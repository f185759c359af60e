// Values that Microsoft documents for logons and Kerberos, and what they mean.
import type { FieldValues } from "./defineTaxonomy.ts";

/** NTSTATUS codes of a logon that failed. */
export const logonFailures: FieldValues = {
	"0xC000005E": "no logon server",
	"0xC0000064": "no such user",
	"0xC000006A": "wrong password",
	"0xC000006D": "wrong user name or password",
	"0xC000006E": "account restriction",
	"0xC000006F": "outside the allowed hours",
	"0xC0000070": "workstation not allowed",
	"0xC0000071": "password expired",
	"0xC0000072": "account disabled",
	"0xC00000DC": "server in the wrong state",
	"0xC0000133": "clocks too far apart",
	"0xC000015B": "kind of logon not granted",
	"0xC000018C": "trust between the domains failed",
	"0xC0000192": "logon service not started",
	"0xC0000193": "account expired",
	"0xC0000224": "password must be changed first",
	"0xC0000225": "not found",
	"0xC0000234": "account locked out",
	"0xC0000371": "no secret stored for the account",
	"0xC0000413": "not allowed by the authentication firewall",
};

/** Kerberos error codes of the domain controller, and success. */
export const kerberosResults: FieldValues = {
	"0x0": "success",
	"0x6": "no such user",
	"0x7": "no such service",
	"0x9": "no key for the client or service",
	"0xC": "forbidden by policy",
	"0xE": "cipher not supported",
	"0x10": "pre-authentication not supported",
	"0x12": "account disabled, expired or locked out",
	"0x17": "password expired",
	"0x18": "wrong password",
	"0x19": "pre-authentication required",
	"0x1D": "domain controller not available",
	"0x1F": "integrity check failed",
	"0x20": "ticket expired",
	"0x21": "ticket not valid yet",
	"0x22": "replay",
	"0x23": "ticket for somebody else",
	"0x24": "ticket and authenticator differ",
	"0x25": "clocks too far apart",
	"0x29": "message modified",
};

export const ticketEncryptions: FieldValues = {
	"0x1": "DES-CBC-CRC",
	"0x3": "DES-CBC-MD5",
	"0x11": "AES128-CTS-HMAC-SHA1-96",
	"0x12": "AES256-CTS-HMAC-SHA1-96",
	"0x17": "RC4-HMAC",
	"0x18": "RC4-HMAC-EXP",
	"0xFFFFFFFF": "the request failed",
};

export const ticketOptions: FieldValues = {
	"0x40810000": "forwardable, renewable, canonicalize",
	"0x40810010": "forwardable, renewable, canonicalize, renewable-ok",
	"0x60810010": "forwardable, forwarded, renewable, canonicalize, renewable-ok",
};

export const preAuthentications: FieldValues = {
	0: "none",
	2: "encrypted timestamp, by password",
	11: "encryption type information",
	15: "smart card, old form",
	16: "smart card, request",
	17: "smart card, reply",
	138: "encrypted challenge, armoured",
};
