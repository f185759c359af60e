// Marigold Freight, the company that the sample telemetry is about. It does not exist; nor do its people.

/** A computer of the company. */
export interface Host {
	readonly name: string;
	readonly address: string;
}

/** An account of the company and its logon session of that day. */
export interface Account {
	readonly name: string;
	readonly domain: string;
	readonly sid: string;
	readonly logonId: string;
	/** Windows' label for how far its processes are trusted. */
	readonly integrity: "Medium" | "High" | "System";
}

/** The day of the telemetry, at midnight UTC, in milliseconds since 1970. */
export const day = Date.UTC(2026, 2, 17);

/** A moment of that day in milliseconds since 1970, from `hh:mm` or `hh:mm:ss`. */
export function at(clock: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
	return day + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const staff = (name: string, number: number, logonId: string, integrity: Account["integrity"] = "Medium"): Account => ({
	name,
	domain: "MARIGOLD",
	sid: `S-1-5-21-1004336348-1177238915-682003330-${number}`,
	logonId,
	integrity,
});

export const system: Account = {
	name: "SYSTEM",
	domain: "NT AUTHORITY",
	sid: "S-1-5-18",
	logonId: "0x3e7",
	integrity: "System",
};

/** The help desk's administrator. */
export const tamsin = staff("adm.tamsin", 1103, "0x5a21c4", "High");

export const backup = staff("svc_backup", 1109, "0x77e210", "High");

export const fileServer: Host = { name: "MF-FS-01", address: "192.0.2.10" };

export const domainController: Host = { name: "MF-DC-01", address: "192.0.2.5" };

/** A desk: a workstation and who sits at it. */
export interface Desk {
	readonly host: Host;
	readonly user: Account;
}

const desk = (number: number, user: Account): Desk => ({
	host: { name: `MF-WS-0${number}`, address: `192.0.2.2${number}` },
	user,
});

export const lindqvistsDesk = desk(1, staff("a.lindqvist", 1121, "0x1c40f2"));
export const okaforsDesk = desk(2, staff("p.okafor", 1124, "0x2b97d8"));
export const castellansDesk = desk(3, staff("r.castellan", 1127, "0x1ea06b"));
export const duartesDesk = desk(4, staff("m.duarte", 1130, "0x33c519"));

export const desks: readonly Desk[] = [lindqvistsDesk, okaforsDesk, castellansDesk, duartesDesk];
