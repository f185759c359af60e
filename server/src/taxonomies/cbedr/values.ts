// Values that Carbon Black EDR documents, and what they mean.
import type { FieldValues } from "../defineTaxonomy.ts";

export const signatureResults: FieldValues = {
	Signed: "signed, and the signature holds",
	Unsigned: "not signed",
	"Bad Signature": "the signature does not fit the file",
	"Invalid Signature": "the signature is malformed",
	Expired: "the certificate had expired",
	"Invalid Chain": "a certificate is missing or wrong",
	"Untrusted Root": "the issuer is not trusted",
	"Explicit Distrust": "the certificate was withdrawn",
};

export const crossProcessKinds: FieldValues = {
	processopen: "opened another process",
	remotethread: "started a thread in another process",
	processopentarget: "was opened by another process",
	remotethreadtarget: "another process started a thread in it",
};

export const blockedStatuses: FieldValues = {
	a: "ended",
	b: "kept, part of Carbon Black",
	c: "kept, part of the system",
	d: "kept, critical to the system",
	e: "kept, its path is allowed",
	f: "kept, it could not be opened",
	g: "kept, it could not be ended",
};

export const rawEventTypes: FieldValues = {
	"ingress.event.procstart": "process started",
	"ingress.event.childproc": "child process started",
	"ingress.event.crossprocopen": "process opened, or thread started in it",
	"ingress.event.filemod": "file changed",
	"ingress.event.moduleload": "module loaded",
	"ingress.event.netconn": "connection",
	"ingress.event.regmod": "registry changed",
	"ingress.event.processblock": "process blocked",
	"ingress.event.emetmitigation": "process ended by EMET",
	"ingress.event.tamper": "sensor tampered with",
};

export const rawEventKinds: FieldValues = {
	proc: "process started",
	childproc: "child process started",
	cross_process: "process opened, or thread started in it",
	filemod: "file changed",
	modload: "module loaded",
	netconn: "connection",
	regmod: "registry changed",
};
