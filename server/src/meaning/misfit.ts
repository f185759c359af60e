// What a value must look like to be found in a field of a type.
import type { FieldType } from "../base/fieldType.ts";
import { parseAddress, parseNetwork } from "./address.ts";
import { parseDate, parseInstant } from "./instant.ts";
import { parseNumber } from "./number.ts";

/** A value that no field of the type can hold. */
export interface Misfit {
	readonly rule: "bad-value-type";
	/** `x` is not y. */
	readonly message: string;
	/** How it was probably meant, as a sentence. */
	readonly advice?: string;
}

/**
 * Why the text can be no part (`whole`: not all) of a value of the type, or `null` where it can. Parts are whole words, as
 * terms and phrases find them: of a hash there is no part, of an address (`10.0`) and a date (`2026-03-17`) there are.
 * Windows writes `-` where it has nothing to say, in all but numbers, which compare as numbers.
 */
export function misfitOf(text: string, type: FieldType, whole: boolean): Misfit | null {
	switch (type) {
		case "number":
			if (parseNumber(text) !== null) return null;
			return misfit(text, "a number", text === "-" ? "A regular expression sees it as text: `/^-$/`." : "");
		case "ip":
			return text === "-" || isOfAddress(text.replace(/%\w+$/, ""), whole) ? null : noAddress(text);
		case "date":
			return text === "-" || isOfDate(text) ? null : noDate(text);
		case "hash":
			return text === "-" || text.split(/[,\s]+/).every(isHash) ? null : noHash(text);
		case "boolean":
			return /^(?:true|false|-)$/i.test(text) ? null : misfit(text, "true or false");
		case "text":
		case "keyword":
		case "path":
			return null;
	}
}

export function misfit(written: string, expected: string, advice = ""): Misfit {
	return { rule: "bad-value-type", message: `\`${written}\` is not ${expected}.`, ...(advice && { advice }) };
}

function isOfAddress(text: string, whole: boolean): boolean {
	if (parseAddress(text) !== null) return true;
	// A group of IPv6 has four digits; a port stands behind no address of an event.
	if (whole || !/^[0-9a-f:.]+$/i.test(text) || /[0-9a-f]{5}|\.[^:]*:/i.test(text)) return false;
	if (!text.includes(".")) return true;
	const octets = text.slice(text.lastIndexOf(":") + 1).split(".");
	return (
		octets.length <= 4 &&
		octets.every((octet, place) =>
			octet === "" ? place === 0 || place === octets.length - 1 : /^\d+$/.test(octet) && Number(octet) <= 255,
		)
	);
}

function noAddress(text: string): Misfit {
	if (parseNetwork(text) !== null)
		return misfit(text, "an IP address", "A network is one only after a plain colon and without quotes.");
	if (/^[\d.]+\/\d+$/.test(text))
		return misfit(text, "a network", "It has four numbers up to 255 and a length up to 32.");
	if (/^[\d.]+:\d+$/.test(text)) return misfit(text, "an IP address", "The port has a field of its own.");
	return misfit(text, "an IP address", /^\d[\d.]*$/.test(text) ? "It has four numbers up to 255." : "");
}

function isOfDate(text: string): boolean {
	const day = /^\d{4}-[\d-]*\d/.exec(text);
	return /^[\dTZ:.+\- ]+$/i.test(text) && /\d/.test(text) && (!day || parseDate(day[0]) !== null);
}

function noDate(text: string): Misfit {
	if (parseInstant(text, 0) !== null)
		return misfit(text, "text of a date", `As the end of a range it is a moment: \`[${text} TO *]\`.`);
	return misfit(text, "a date", howDatesAreWritten(text));
}

/** How what is no date was probably meant, as a sentence. */
export function howDatesAreWritten(text: string): string {
	if (/^[+-]\d+[a-z]$/i.test(text)) return `A moment reckoned from now is written \`now${text}\`.`;
	const [, one = "", other = "", year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
	const days = [[other, one] as const, [one, other] as const]
		.map(([month, day]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
		.filter((day, index, all) => parseDate(day) !== null && all.indexOf(day) === index);
	if (days.length > 0) return `A day is written year first: ${days.map((day) => `\`${day}\``).join(" or ")}.`;
	return "Dates are written `2026-01-31` or `2026-01-31T10:00:00Z`, moments reckoned from now `now-7d`.";
}

/** Hexadecimal digits of the hashes that products write; an import hash is an MD5. */
const hashLengths: Readonly<Record<string, number>> = {
	MD5: 32,
	IMPHASH: 32,
	SHA1: 40,
	SHA256: 64,
	SHA384: 96,
	SHA512: 128,
};
const lengths = new Set(Object.values(hashLengths));

/** The digits alone, or as Sysmon writes them: `SHA256=…`; the algorithm alone is a word of it too. */
function isHash(text: string): boolean {
	const [algorithm = "", digits] = text.includes("=") ? text.split("=") : [text];
	const expected = hashLengths[algorithm.toUpperCase()];
	if (digits === undefined) return expected !== undefined || isHex(text, lengths);
	return expected !== undefined && (digits === "" || isHex(digits, new Set([expected])));
}

function isHex(text: string, allowed: ReadonlySet<number>): boolean {
	return allowed.has(text.length) && /^[0-9a-f]+$/i.test(text);
}

function noHash(text: string): Misfit {
	const digits = /^(?:\w+=)?([0-9a-f]+)$/i.exec(text)?.[1];
	return misfit(
		text,
		"a hash",
		digits
			? `It has ${digits.length} digits; MD5 and import hashes have 32, SHA-1 40, SHA-256 64. A part of one needs a wildcard.`
			: "",
	);
}
