// Dates and times with their precision: what a hunter writes covers a stretch of time, not a point.

/** A half-open stretch of time, in microseconds since 1970-01-01 UTC. */
export interface Interval {
	readonly start: number;
	readonly end: number;
}

type Unit = "y" | "M" | "w" | "d" | "h" | "m" | "s";

const isoDate =
	/^(\d{4})-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?)?$/;
const relativeDate = /^now((?:[+-]\d{1,6}[yMwdhHms])*)(?:\/([yMwdhHms]))?$/;
const second = 1_000_000;
const lengths = { w: 604_800 * second, d: 86_400 * second, h: 3_600 * second, m: 60 * second, s: second } as const;

/**
 * The stretch that an ISO date covers: `2026-03` the month, `2026-01-31` the day, then the hour, minute, second, and as
 * much of the second as is written (never less than a microsecond; further digits are cut). `T` or one blank stands before
 * the time; no zone is UTC. `null`: it is no such date, or no day of the calendar. A year alone is a number, not a date.
 */
export function parseDate(text: string): Interval | null {
	const parts = isoDate.exec(text);
	if (!parts) return null;
	const [, year, month, day, hour, minute, seconds, fraction, zone] = parts;
	const clock = [Number(hour ?? 0), Number(minute ?? 0), Number(seconds ?? 0)] as const;
	if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return null;
	const midnight = calendar(Number(year), Number(month), Number(day ?? 1));
	const offset = zoneOffset(zone ?? "Z");
	if (midnight === null || offset === null) return null;
	const whole = midnight + clock[0] * lengths.h + clock[1] * lengths.m + clock[2] * lengths.s - offset;
	if (fraction !== undefined) {
		const start = whole + Number(fraction.padEnd(6, "0").slice(0, 6));
		return { start, end: start + Math.max(1, 10 ** (6 - fraction.length)) };
	}
	if (seconds !== undefined) return { start: whole, end: whole + lengths.s };
	if (minute !== undefined) return { start: whole, end: whole + lengths.m };
	if (hour !== undefined) return { start: whole, end: whole + lengths.h };
	return { start: whole, end: move(whole, 1, day === undefined ? "M" : "d") };
}

/**
 * What a query may write: an ISO date, or `now` moved and rounded: `now`, `now-7d`, `now-1M/d`. Units: y M w d h (or H)
 * m s. `/d` covers the whole day (a week starts on Monday); without it the moment itself. `now` in microseconds, UTC.
 */
export function parseInstant(text: string, now: number): Interval | null {
	const relative = relativeDate.exec(text);
	if (!relative) return parseDate(text);
	let moment = now;
	for (const [, count, unit] of (relative[1] ?? "").matchAll(/([+-]\d+)(\w)/g)) {
		moment = move(moment, Number(count), unitOf(unit ?? ""));
	}
	if (relative[2] === undefined) return { start: moment, end: moment + 1 };
	const unit = unitOf(relative[2]);
	const start = startOf(moment, unit);
	return { start, end: move(start, 1, unit) };
}

function unitOf(letter: string): Unit {
	return (letter === "H" ? "h" : letter) as Unit;
}

/** Midnight of a day that the calendar has, else `null`. */
function calendar(year: number, month: number, day: number): number | null {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month - 1)) return null;
	return utc(year, month - 1, day);
}

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999; `setUTCFullYear` does not. */
function utc(year: number, month: number, day: number): number {
	return new Date(0).setUTCFullYear(year, month, day) * 1000;
}

function daysIn(year: number, month: number): number {
	return new Date(utc(year, month + 1, 0) / 1000).getUTCDate();
}

function zoneOffset(zone: string): number | null {
	if (zone === "Z" || zone === "z") return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(3).replace(":", ""));
	if (hours > 23 || minutes > 59) return null;
	return (zone.startsWith("-") ? -1 : 1) * (hours * lengths.h + minutes * lengths.m);
}

/** A month or year later is the same day of the month, or its last day where it is shorter. */
function move(moment: number, count: number, unit: Unit): number {
	if (unit !== "y" && unit !== "M") return moment + count * lengths[unit];
	const day = startOf(moment, "d");
	const date = new Date(day / 1000);
	const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === "y" ? 12 : 1);
	const year = Math.floor(months / 12);
	const month = months - year * 12;
	return utc(year, month, Math.min(date.getUTCDate(), daysIn(year, month))) + (moment - day);
}

function startOf(moment: number, unit: Unit): number {
	if (unit === "y" || unit === "M") {
		const date = new Date(Math.floor(moment / 1000));
		return utc(date.getUTCFullYear(), unit === "y" ? 0 : date.getUTCMonth(), 1);
	}
	// 1970-01-01 was a Thursday, three days after its Monday.
	const shift = unit === "w" ? 3 * lengths.d : 0;
	return Math.floor((moment + shift) / lengths[unit]) * lengths[unit] - shift;
}
