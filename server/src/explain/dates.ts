// Dates of a query in words.

const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[Tt ]([\d:.]+)(.*))?$/;
const relative = /^now((?:[+-]\d+[A-Za-z])*)(?:\/([A-Za-z]))?$/;
const months = "January February March April May June July August September October November December".split(" ");
const units: Readonly<Record<string, string>> = {
	y: "year",
	M: "month",
	w: "week",
	d: "day",
	h: "hour",
	H: "hour",
	m: "minute",
	s: "second",
};

/** What `parseInstant` reads, in words: `1 March 2026`, `7 days ago`, `the day 7 days ago`. Other text stays as it is. */
export function dateWords(written: string): string {
	const moved = relative.exec(written);
	if (moved) return relativeWords(moved[1] ?? "", moved[2]);
	const parts = iso.exec(written);
	if (!parts) return written;
	const [, year, month, day, time, zone] = parts;
	const date = [day && String(Number(day)), months[Number(month) - 1], year].filter(Boolean).join(" ");
	return time === undefined ? date : `${date} ${time}${hourOnly(time)} ${zoneWords(zone ?? "")}`;
}

function relativeWords(steps: string, rounding: string | undefined): string {
	const moves = [...steps.matchAll(/([+-])(\d+)(\w)/g)].map(([, sign, count, unit]) => ({
		sign,
		unit: unit ?? "",
		length: `${Number(count)} ${units[unit ?? ""]}${Number(count) === 1 ? "" : "s"}`,
	}));
	const [first, ...others] = moves;
	const moment = !first
		? "now"
		: others.length > 0
			? `now ${moves.map(({ sign, length }) => `${sign === "-" ? "minus" : "plus"} ${length}`).join(" ")}`
			: `${first.length} ${first.sign === "-" ? "ago" : "from now"}`;
	if (rounding === undefined) return moment;
	if (!first) return `the current ${units[rounding]}`;
	const sameUnit = others.length === 0 && units[first.unit] === units[rounding];
	return `the ${units[rounding]}${sameUnit ? "" : " of the moment"} ${moment}`;
}

function hourOnly(time: string): string {
	return time.length === 2 ? ":00" : "";
}

function zoneWords(zone: string): string {
	return zone === "" || /^z$/i.test(zone) ? "UTC" : zone;
}
