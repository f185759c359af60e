// An ordinary day at Marigold Freight: logons, programs, files, web pages, updates.
import { at, backup, type Desk, desks, domainController, fileServer, type Host, system } from "./company.ts";
import { createRandom, type Random } from "./random.ts";
import { devicePath, type Process } from "./recorder.ts";
import type { Stage } from "./stage.ts";

const minute = 60_000;

/** Records the day of everybody and of the servers. */
export function playWorkday(stage: Stage): void {
	for (const desk of desks) playDesk(stage, desk, createRandom(`desk ${desk.host.name}`));
	for (const host of [fileServer, domainController]) playServer(stage, host, createRandom(`server ${host.name}`));
}

function playDesk(stage: Stage, desk: Desk, random: Random): void {
	const { recorder } = stage;
	const begin = at("07:50") + random.integer(0, 25 * minute);
	const end = at("16:40") + random.integer(0, 50 * minute);
	recorder.logOn(begin, desk.host, desk.user, 2, desk.host);
	for (let time = begin + minute; time < end; time += random.integer(2 * minute, 7 * minute)) {
		random.pick(deskActivities)(stage, desk, time, random);
	}
	recorder.logOff(end, desk.host, desk.user, 2);
}

type DeskActivity = (stage: Stage, desk: Desk, time: number, random: Random) => void;

/** What people and their computers do; the more often an activity stands here, the more often it happens. */
const deskActivities: readonly DeskActivity[] = [
	useProgram,
	useProgram,
	useProgram,
	browse,
	browse,
	browse,
	openShare,
	openShare,
	update,
	runTask,
	changeSettings,
	changeSettings,
	inspectProcesses,
];

interface Program {
	readonly image: string;
	readonly description: string;
	readonly documents: readonly string[];
	readonly modules: readonly string[];
}

const programs: readonly Program[] = [
	{
		image: "C:\\Program Files\\Microsoft Office\\root\\Office16\\EXCEL.EXE",
		description: "Microsoft Excel",
		documents: ["tariffs.xlsx", "manifest-0317.xlsx", "fuel-costs.xlsx"],
		modules: ["C:\\Program Files\\Microsoft Office\\root\\Office16\\mso.dll", "C:\\Windows\\System32\\shell32.dll"],
	},
	{
		image: "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE",
		description: "Microsoft Word",
		documents: ["offer-harbour.docx", "letter-customs.docx"],
		modules: ["C:\\Program Files\\Microsoft Office\\root\\Office16\\wwlib.dll", "C:\\Windows\\System32\\ole32.dll"],
	},
	{
		image: "C:\\Program Files\\OrderDesk\\OrderDesk.exe",
		description: "Order desk of Marigold Freight",
		documents: ["order-88213.ord", "order-88240.ord", "order-88251.ord"],
		modules: ["C:\\Program Files\\OrderDesk\\od-core.dll", "C:\\Windows\\System32\\winhttp.dll"],
	},
	{
		image: "C:\\Windows\\System32\\notepad.exe",
		description: "Notepad",
		documents: ["notes.txt", "pallets.txt"],
		modules: ["C:\\Windows\\System32\\comctl32.dll", "C:\\Windows\\System32\\shell32.dll"],
	},
];

function useProgram(stage: Stage, { host, user }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const program = random.pick(programs);
	const document = `C:\\Users\\${user.name}\\Documents\\${random.pick(program.documents)}`;
	const process = recorder.start(time, host, {
		image: program.image,
		commandLine: `"${program.image}" "${document}"`,
		user,
		parent: stage.servicesOf(host).explorer,
		folder: `C:\\Users\\${user.name}\\Documents\\`,
		description: program.description,
	});
	for (const [order, module] of program.modules.entries()) recorder.load(time + 40 * (order + 1), process, module);
	recorder.openObject(time + 900, process, { type: "File", name: document, mask: "0x1", used: true });
	recorder.createFile(time + random.integer(1000, 90_000), process, `${document}.tmp`);
}

/** Where the company's people go; all of them fictional. */
const places: readonly (readonly [name: string, address: string])[] = [
	["www.example.com", "198.51.100.14"],
	["mail.example.com", "198.51.100.25"],
	["maps.example.com", "198.51.100.31"],
	["port-authority.test", "198.51.100.77"],
	["weather.example.com", "198.51.100.102"],
];

function browse(stage: Stage, { host, user }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const image = "C:\\Program Files\\Waterfox\\waterfox.exe";
	const parent = stage.servicesOf(host).explorer;
	const browser = recorder.start(time, host, { image, user, parent, description: "Waterfox" });
	for (let page = 0; page < random.integer(1, 3); page++) {
		const [name, address] = random.pick(places);
		const opened = time + 2000 + page * random.integer(3000, 40_000);
		recorder.lookUp(opened, browser, name, address);
		recorder.connect(opened + 30, browser, { address, port: 443, name });
		recorder.permit(opened + 31, browser, { address, port: 443 });
	}
}

function openShare(stage: Stage, { host, user }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const { explorer } = stage.servicesOf(host);
	recorder.connect(time, explorer, { address: fileServer.address, port: 445, name: "mf-fs-01.marigold.test" });
	recorder.logOn(time + 20, fileServer, user, 3, host);
	const file = `D:\\Shares\\Dispatch\\${random.pick(["routes", "pallets", "drivers"])}-${random.integer(1, 31)}.csv`;
	const reader = stage.servicesOf(fileServer).services;
	recorder.openObject(time + 60, reader, { type: "File", name: file, mask: "0x1", used: random.chance(0.7) });
	recorder.logOff(time + random.integer(minute, 3 * minute), fileServer, user, 3);
}

/** BITS at its ordinary work: the service downloads, and no command line is involved. */
function update(stage: Stage, { host }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const { netsvcs } = stage.servicesOf(host);
	const from = { address: "198.51.100.200", port: 443, name: "updates.example.com" };
	recorder.lookUp(time, netsvcs, from.name, from.address);
	recorder.connect(time + 40, netsvcs, from);
	const file = `C:\\Windows\\SoftwareDistribution\\Download\\BIT${random.integer(0x1000, 0xffff).toString(16).toUpperCase()}.tmp`;
	recorder.createFile(time + 300, netsvcs, file);
}

const tasks: readonly string[] = [
	"C:\\Windows\\System32\\taskhostw.exe",
	"C:\\Windows\\System32\\backgroundTaskHost.exe",
	"C:\\Windows\\System32\\SearchProtocolHost.exe",
	"C:\\Windows\\System32\\wbem\\WmiPrvSE.exe",
];

function runTask(stage: Stage, { host }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const { netsvcs, csrss } = stage.servicesOf(host);
	const task = recorder.start(time, host, { image: random.pick(tasks), user: system, parent: netsvcs });
	recorder.open(time + 2, csrss, task, "0x1fffff");
	recorder.load(time + 60, task, "C:\\Windows\\System32\\rpcrt4.dll");
}

const settings: readonly (readonly [key: string, data: string])[] = [
	["HKU\\.DEFAULT\\Software\\OrderDesk\\LastOrder", "DWORD (0x000158a5)"],
	["HKLM\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters\\DhcpNameServer", "192.0.2.5"],
	["HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\BITS\\StateIndex", "DWORD (0x00000001)"],
	["HKLM\\System\\CurrentControlSet\\Services\\W32Time\\Config\\LastKnownGoodTime", "QWORD (0x01dcb5e1-0x11c0a200)"],
];

function changeSettings(stage: Stage, { host }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const [key, data] = random.pick(settings);
	const writer = stage.servicesOf(host).netsvcs;
	recorder.setValue(time, writer, key, data);
	const name = key.replace(/^HKLM/, "\\REGISTRY\\MACHINE").replace(/^HKU/, "\\REGISTRY\\USER");
	recorder.openObject(time - 5, writer, { type: "Key", name, mask: "0x20019", used: random.chance(0.5) });
}

/** Windows' own parts look into LSASS all day long. */
function inspectProcesses(stage: Stage, { host }: Desk, time: number, random: Random): void {
	const { recorder } = stage;
	const { lsass, netsvcs, services, csrss, defender, wininit } = stage.servicesOf(host);
	recorder.open(time, netsvcs, lsass, "0x1000");
	recorder.open(time + 4, services, lsass, "0x3000");
	const [opener, access] = random.pick([
		[csrss, "0x1fffff"],
		[wininit, "0x1fffff"],
		[netsvcs, "0x1410"],
		[defender, "0x1010"],
	] as const satisfies readonly (readonly [Process, string])[]);
	recorder.open(time + 9, opener, lsass, access);
	if (opener !== defender) return;
	const name = devicePath(lsass.image);
	recorder.openObject(time + 10, defender, { type: "Process", name, mask: access, used: true });
}

function playServer(stage: Stage, host: Host, random: Random): void {
	const { recorder } = stage;
	const { netsvcs, lsass, services } = stage.servicesOf(host);
	for (let time = at("00:10"); time < at("23:50"); time += random.integer(20 * minute, 40 * minute)) {
		recorder.setValue(time, netsvcs, "HKLM\\System\\CurrentControlSet\\Services\\W32Time\\Config\\Tick", "DWORD (0x1)");
		recorder.open(time + 300, netsvcs, lsass, "0x1000");
		recorder.load(time + 500, services, "C:\\Windows\\System32\\sechost.dll");
	}
	const night = at("02:00") + random.integer(0, 10 * minute);
	recorder.logOn(night, host, backup, 3, fileServer);
	const parent = services;
	const robocopy = recorder.start(night + 500, host, {
		image: "C:\\Windows\\System32\\robocopy.exe",
		commandLine: "robocopy.exe D:\\Shares \\\\MF-FS-01\\Backup$ /MIR /R:1",
		user: backup,
		parent,
	});
	for (let part = 0; part < 20; part++) {
		const file = `E:\\Backup\\part-${String(part).padStart(3, "0")}.bak`;
		recorder.createFile(night + 1000 + part * random.integer(800, 2500), robocopy, file);
	}
	recorder.logOff(night + 5 * minute, host, backup, 3);
}
