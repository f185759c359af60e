// The stage that the day is played on: the record, and what runs on every computer before the day begins.
import { at, desks, domainController, fileServer, type Host, system } from "./company.ts";
import { createRecorder, type Process, type Recorder } from "./recorder.ts";

/** Windows' own processes of one computer. */
export interface Services {
	readonly wininit: Process;
	readonly csrss: Process;
	readonly services: Process;
	readonly lsass: Process;
	/** The `svchost` that holds BITS, the task scheduler and most of the rest. */
	readonly netsvcs: Process;
	readonly dnsCache: Process;
	readonly defender: Process;
	/** The desktop; on servers too, where nobody sits. */
	readonly explorer: Process;
}

export interface Stage {
	readonly recorder: Recorder;
	servicesOf(host: Host): Services;
}

/** A stage with all of the company's computers running and nothing recorded yet. */
export function createStage(): Stage {
	const recorder = createRecorder();
	const byHost = new Map<Host, Services>();
	for (const { host, user } of desks) byHost.set(host, boot(recorder, host, user));
	for (const host of [fileServer, domainController]) byHost.set(host, boot(recorder, host, system));
	return {
		recorder,
		servicesOf: (host) => {
			const services = byHost.get(host);
			if (services === undefined) throw new Error(`${host.name} is not on the stage`);
			return services;
		},
	};
}

function boot(recorder: Recorder, host: Host, user: typeof system): Services {
	const running = (image: string, options = "", owner = system): Process =>
		recorder.start(at("00:00"), host, { image, commandLine: image + options, user: owner });
	const system32 = "C:\\Windows\\System32\\";
	return {
		wininit: running(`${system32}wininit.exe`),
		csrss: running(`${system32}csrss.exe`),
		services: running(`${system32}services.exe`),
		lsass: running(`${system32}lsass.exe`),
		netsvcs: running(`${system32}svchost.exe`, " -k netsvcs -p"),
		dnsCache: running(`${system32}svchost.exe`, " -k NetworkService -p -s Dnscache"),
		defender: running("C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\MsMpEng.exe"),
		explorer: running("C:\\Windows\\explorer.exe", "", user),
	};
}
