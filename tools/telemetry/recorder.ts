// Writes down what happens on the company's computers, as Sysmon and the Security log would.
import { type Account, type Host, system } from "./company.ts";
import { createRandom, fakeHash } from "./random.ts";

/** A running process. */
export interface Process {
	readonly host: Host;
	readonly image: string;
	readonly commandLine: string;
	readonly user: Account;
	readonly id: number;
	readonly guid: string;
}

/** What a process is to be. Without a parent it was there before the telemetry begins, and its start is not recorded. */
export interface Start {
	readonly image: string;
	/** The image in quotes where it is absent. */
	readonly commandLine?: string;
	readonly user: Account;
	readonly parent?: Process;
	readonly folder?: string;
	readonly description?: string;
}

/** One event, flat. */
export type TelemetryEvent = Readonly<Record<string, string | number>>;

/** Times are milliseconds since 1970. */
export interface Recorder {
	/** Sysmon 1 and Security 4688. */
	start(time: number, host: Host, what: Start): Process;
	/** Sysmon 3. */
	connect(
		time: number,
		process: Process,
		to: { readonly address: string; readonly port: number; readonly name?: string },
	): void;
	/** Sysmon 22. */
	lookUp(time: number, process: Process, name: string, address: string): void;
	/** Sysmon 7. */
	load(time: number, process: Process, module: string): void;
	/** Sysmon 10. */
	open(time: number, process: Process, target: Process, access: string): void;
	/** Sysmon 11. */
	createFile(time: number, process: Process, path: string): void;
	/** Sysmon 13. */
	setValue(time: number, process: Process, key: string, data: string): void;
	/** Security 4656, and 4663 right after it where the handle is `used`. */
	openObject(time: number, process: Process, object: ObjectAccess): void;
	/** Security 4624. */
	logOn(time: number, host: Host, user: Account, type: number, from: Host): void;
	/** Security 4634. */
	logOff(time: number, host: Host, user: Account, type: number): void;
	/** Security 5156. */
	permit(time: number, process: Process, to: { readonly address: string; readonly port: number }): void;
	/** Everything that was recorded, oldest first. */
	events(): readonly TelemetryEvent[];
}

/** What the Security log tells of an opened object. */
export interface ObjectAccess {
	readonly type: "File" | "Key" | "Process";
	readonly name: string;
	readonly mask: string;
	readonly used: boolean;
}

const sysmonLog = { Channel: "Microsoft-Windows-Sysmon/Operational", SourceName: "Microsoft-Windows-Sysmon" };
const securityLog = { Channel: "Security", SourceName: "Microsoft-Windows-Security-Auditing" };

/** An empty record. */
export function createRecorder(): Recorder {
	const random = createRandom("recorder");
	const recorded: { readonly time: number; readonly event: TelemetryEvent }[] = [];
	let nextProcess = 900;

	const write = (time: number, host: Host, log: typeof sysmonLog, id: number, data: TelemetryEvent): void => {
		const head = { "@timestamp": new Date(time).toISOString(), EventID: id, ...log, Hostname: host.name };
		recorded.push({ time, event: { ...head, ...data } });
	};
	const sysmon = (time: number, host: Host, id: number, data: TelemetryEvent): void =>
		write(time, host, sysmonLog, id, { UtcTime: utcTime(time), ...data });
	const security = (time: number, host: Host, id: number, data: TelemetryEvent): void =>
		write(time, host, securityLog, id, data);

	return {
		start(time, host, what) {
			nextProcess += random.integer(1, 9) * 4;
			const process: Process = {
				host,
				image: what.image,
				commandLine: what.commandLine ?? `"${what.image}"`,
				user: what.user,
				id: nextProcess,
				guid: `{${fakeHash(host.name, 8)}-${hex(nextProcess, 4)}-69b8-${hex(random.integer(0, 0xffff), 4)}-000000000300}`,
			};
			if (what.parent !== undefined) {
				sysmon(time, host, 1, { ...createdBySysmon(process, what), ...parentFields(what.parent) });
				security(time + 1, host, 4688, createdBySecurity(process, what.parent));
			}
			return process;
		},
		connect(time, process, to) {
			sysmon(time, process.host, 3, {
				...subject(process),
				User: fullName(process.user),
				Protocol: "tcp",
				Initiated: "true",
				SourceIp: process.host.address,
				SourceHostname: `${process.host.name.toLowerCase()}.marigold.test`,
				SourcePort: String(random.integer(49_700, 65_000)),
				DestinationIp: to.address,
				DestinationHostname: to.name ?? "-",
				DestinationPort: String(to.port),
			});
		},
		lookUp(time, process, name, address) {
			const answers = { QueryName: name, QueryStatus: "0", QueryResults: `::ffff:${address};` };
			sysmon(time, process.host, 22, { ...subject(process), ...answers, User: fullName(process.user) });
		},
		load(time, process, module) {
			sysmon(time, process.host, 7, {
				...subject(process),
				ImageLoaded: module,
				Hashes: hashes(module),
				Signed: "true",
				Signature: "Microsoft Windows",
				SignatureStatus: "Valid",
				User: fullName(process.user),
			});
		},
		open(time, process, target, access) {
			sysmon(time, process.host, 10, {
				SourceProcessGUID: process.guid,
				SourceProcessId: String(process.id),
				SourceThreadId: String(random.integer(500, 3000) * 4),
				SourceImage: process.image,
				TargetProcessGUID: target.guid,
				TargetProcessId: String(target.id),
				TargetImage: target.image,
				GrantedAccess: access,
				CallTrace: `C:\\Windows\\SYSTEM32\\ntdll.dll+9d${hex(random.integer(0, 0xfff), 3)}|${process.image}+${hex(random.integer(0x1000, 0xffff), 4)}`,
				SourceUser: fullName(process.user),
				TargetUser: fullName(target.user),
			});
		},
		createFile(time, process, path) {
			const file = { TargetFilename: path, CreationUtcTime: utcTime(time), User: fullName(process.user) };
			sysmon(time, process.host, 11, { ...subject(process), ...file });
		},
		setValue(time, process, key, data) {
			const value = { EventType: "SetValue", TargetObject: key, Details: data, User: fullName(process.user) };
			sysmon(time, process.host, 13, { ...subject(process), ...value });
		},
		openObject(time, process, object) {
			const data = {
				...securitySubject(process.user),
				ObjectServer: "Security",
				ObjectType: object.type,
				ObjectName: object.name,
				HandleId: `0x${hex(random.integer(0x40, 0x3fff) * 4, 3)}`,
				AccessMask: object.mask,
				ProcessId: `0x${hex(process.id, 1)}`,
				ProcessName: process.image,
			};
			security(time, process.host, 4656, data);
			if (object.used) security(time + 1, process.host, 4663, data);
		},
		logOn(time, host, user, type, from) {
			security(time, host, 4624, {
				...securitySubject(system),
				...securityTarget(user),
				LogonType: String(type),
				LogonProcessName: type === 3 ? "Kerberos" : "User32",
				AuthenticationPackageName: type === 3 ? "Kerberos" : "Negotiate",
				WorkstationName: from.name,
				IpAddress: from.address,
				IpPort: type === 3 ? String(random.integer(49_700, 65_000)) : "0",
				ProcessId: type === 3 ? "0x0" : "0x3a8",
				ProcessName: type === 3 ? "-" : "C:\\Windows\\System32\\svchost.exe",
			});
		},
		logOff(time, host, user, type) {
			security(time, host, 4634, { ...securityTarget(user), LogonType: String(type) });
		},
		permit(time, process, to) {
			security(time, process.host, 5156, {
				ProcessId: String(process.id),
				Application: devicePath(process.image).toLowerCase(),
				Direction: "%%14593",
				SourceAddress: process.host.address,
				SourcePort: String(random.integer(49_700, 65_000)),
				DestAddress: to.address,
				DestPort: String(to.port),
				Protocol: "6",
				LayerName: "%%14611",
			});
		},
		events: () => recorded.sort((a, b) => a.time - b.time).map((each) => each.event),
	};
}

/** The path by which the kernel, and so part of the Security log, knows a file of drive C. */
export function devicePath(path: string): string {
	return path.replace(/^C:/, "\\Device\\HarddiskVolume2");
}

function subject(process: Process): TelemetryEvent {
	return { ProcessGuid: process.guid, ProcessId: String(process.id), Image: process.image };
}

function createdBySysmon(process: Process, what: Start): TelemetryEvent {
	const file = process.image.slice(process.image.lastIndexOf("\\") + 1);
	return {
		...subject(process),
		Description: what.description ?? "-",
		OriginalFileName: file,
		CommandLine: process.commandLine,
		CurrentDirectory: what.folder ?? "C:\\Windows\\System32\\",
		User: fullName(process.user),
		LogonId: process.user.logonId,
		IntegrityLevel: process.user.integrity,
		Hashes: hashes(process.image),
	};
}

function parentFields(parent: Process): TelemetryEvent {
	return {
		ParentProcessGuid: parent.guid,
		ParentProcessId: String(parent.id),
		ParentImage: parent.image,
		ParentCommandLine: parent.commandLine,
	};
}

function createdBySecurity(process: Process, parent: Process): TelemetryEvent {
	const labels = { Medium: "S-1-16-8192", High: "S-1-16-12288", System: "S-1-16-16384" };
	return {
		...securitySubject(process.user),
		NewProcessId: `0x${hex(process.id, 1)}`,
		NewProcessName: process.image,
		TokenElevationType: process.user.integrity === "High" ? "%%1937" : "%%1936",
		ProcessId: `0x${hex(parent.id, 1)}`,
		CommandLine: process.commandLine,
		ParentProcessName: parent.image,
		MandatoryLabel: labels[process.user.integrity],
	};
}

function securitySubject(user: Account): TelemetryEvent {
	return {
		SubjectUserSid: user.sid,
		SubjectUserName: user.name,
		SubjectDomainName: user.domain,
		SubjectLogonId: user.logonId,
	};
}

function securityTarget(user: Account): TelemetryEvent {
	return {
		TargetUserSid: user.sid,
		TargetUserName: user.name,
		TargetDomainName: user.domain,
		TargetLogonId: user.logonId,
	};
}

function hashes(path: string): string {
	return `MD5=${fakeHash(path, 32)},SHA256=${fakeHash(`sha256 ${path}`, 64)}`;
}

function fullName(user: Account): string {
	return `${user.domain}\\${user.name}`;
}

/** Sysmon's own way to write a time. */
function utcTime(time: number): string {
	return new Date(time).toISOString().replace("T", " ").replace("Z", "");
}

function hex(number: number, digits: number): string {
	return number.toString(16).padStart(digits, "0");
}
