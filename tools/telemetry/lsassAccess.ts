// A story for the LSASS hunt: the payload of the BITS story reads credentials on another desk, in three ways.

import { payload } from "./bitsAbuse.ts";
import { at, castellansDesk, desks, tamsin } from "./company.ts";
import { devicePath, type Process } from "./recorder.ts";
import type { Stage } from "./stage.ts";

const procdump = "C:\\Tools\\procdump64.exe";

/** Records the theft, and the crash dumps and support tools that look like it. */
export function playLsassAccess(stage: Stage): void {
	readMemory(stage);
	dumpWithWindows(stage);
	dumpWithTool(stage);
	honestDumps(stage);
}

function readMemory(stage: Stage): void {
	const { host } = castellansDesk;
	const parent = stage.servicesOf(host).netsvcs;
	const implant = stage.recorder.start(at("13:05:11"), host, { image: payload, user: tamsin, parent });
	openLsass(stage, implant, "13:05:14", "0x1010");
}

function dumpWithWindows(stage: Stage): void {
	const { host } = castellansDesk;
	const { recorder } = stage;
	const { lsass, explorer } = stage.servicesOf(host);
	const dump = "C:\\Windows\\Temp\\lx.dmp";
	const order = `rundll32.exe C:\\Windows\\System32\\comsvcs.dll, MiniDump ${lsass.id} ${dump} full`;
	const prompt = recorder.start(at("13:11:30"), host, {
		image: "C:\\Windows\\System32\\cmd.exe",
		commandLine: `cmd.exe /c ${order}`,
		user: tamsin,
		parent: explorer,
	});
	const image = "C:\\Windows\\System32\\rundll32.exe";
	const rundll = recorder.start(at("13:11:31"), host, { image, commandLine: order, user: tamsin, parent: prompt });
	openLsass(stage, rundll, "13:11:32", "0x1fffff");
	recorder.createFile(at("13:11:33"), rundll, dump);
}

function dumpWithTool(stage: Stage): void {
	const { host } = castellansDesk;
	const { recorder } = stage;
	const dump = "C:\\Users\\Public\\ls.dmp";
	const tool = recorder.start(at("13:18:02"), host, {
		image: procdump,
		commandLine: `procdump64.exe -accepteula -ma lsass.exe ${dump}`,
		user: tamsin,
		parent: stage.servicesOf(host).explorer,
		description: "Sysinternals process dump utility",
	});
	openLsass(stage, tool, "13:18:03", "0x1410");
	recorder.createFile(at("13:18:05"), tool, dump);
}

/** Sysmon's and the Security log's view of the same opening. */
function openLsass(stage: Stage, process: Process, clock: string, access: string): void {
	const { lsass } = stage.servicesOf(process.host);
	stage.recorder.open(at(clock), process, lsass, access);
	const object = { type: "Process", name: devicePath(lsass.image), mask: access, used: true } as const;
	stage.recorder.openObject(at(clock) + 1, process, object);
}

function honestDumps(stage: Stage): void {
	const { recorder } = stage;
	for (const [number, { host }] of desks.entries()) {
		const { netsvcs, explorer } = stage.servicesOf(host);
		const clock = `${11 + number}:27`;
		const fault = recorder.start(at(clock), host, {
			image: "C:\\Windows\\System32\\WerFault.exe",
			commandLine: "C:\\Windows\\System32\\WerFault.exe -u -p 4120 -s 812",
			user: tamsin,
			parent: netsvcs,
			description: "Windows Problem Reporting",
		});
		recorder.createFile(at(clock) + 900, fault, `C:\\ProgramData\\CrashDumps\\OrderDesk.exe.${4120 + number}.dmp`);
		recorder.start(at(`${clock}:30`), host, {
			image: procdump,
			commandLine: "procdump64.exe -accepteula -e 1 -w OrderDesk.exe C:\\Dumps",
			user: tamsin,
			parent: explorer,
			description: "Sysinternals process dump utility",
		});
	}
}
