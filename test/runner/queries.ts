// Makes queries that are likely to match some events of a file: each is derived from a value that stands in one of them.
import type { BoundExpr, FieldRef, Piece, Test } from "../../server/src/meaning/boundExpr.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { and, anyOne, anyRun, exists, field, not, or, test } from "./support.ts";

/** Numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Make = (value: unknown, random: () => number) => Test;

const digits = /^-?\d+(\.\d+)?$/;
const address = /^(\d{1,3}\.){3}\d{1,3}$/;
const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** Every kind of test, each for a value that it is meant for where that matters. */
const makers: readonly { readonly fits: RegExp; readonly make: Make }[] = [
	{ fits: /./s, make: () => ({ kind: "exists" }) },
	{
		fits: /\w/,
		make: (value, random) => ({
			kind: "text",
			pieces: [pick(String(value).match(/\w+/g) ?? ["x"], random)],
			whole: false,
		}),
	},
	{
		fits: /./s,
		make: (value, random) => ({ kind: "text", pieces: [part(swapCase(String(value)), random)], whole: false }),
	},
	{ fits: /./s, make: (value) => ({ kind: "text", pieces: [swapCase(String(value))], whole: true }) },
	{
		fits: /../s,
		make: (value, random) => ({ kind: "text", pieces: wild([...String(value)], random), whole: random() < 0.5 }),
	},
	{
		fits: /[a-z]{2}/i,
		make: (value, random) => ({ kind: "regex", source: expression(String(value), random), whole: false }),
	},
	{ fits: /./s, make: (value) => ({ kind: "regex", source: `${escaped(String(value).slice(0, 3))}.*`, whole: true }) },
	{
		fits: digits,
		make: (value, random) => ({ kind: "number", from: { value: String(value), inclusive: random() < 0.5 }, to: null }),
	},
	{
		fits: digits,
		make: (value, random) => ({
			kind: "number",
			from: { value: "1", inclusive: true },
			to: { value: String(value), inclusive: random() < 0.5 },
		}),
	},
	{
		fits: digits,
		make: (value) => ({
			kind: "number",
			from: { value: String(value), inclusive: true },
			to: { value: String(value), inclusive: true },
		}),
	},
	{
		fits: instant,
		make: (value, random) => ({
			kind: "instant",
			from: { value: Date.parse(String(value).slice(0, 10)) * 1000, inclusive: random() < 0.5 },
			to: null,
		}),
	},
	{
		fits: instant,
		make: (value) => ({
			kind: "instant",
			from: null,
			to: {
				value: Date.parse(`${String(value).slice(0, 10)}T${String(value).slice(11, 16)}Z`) * 1000,
				inclusive: true,
			},
		}),
	},
	{ fits: address, make: (value, random) => network(String(value), 8 * (1 + Math.floor(random() * 3))) },
	{
		fits: /./s,
		make: (value, random) => ({
			kind: "text-range",
			from: { value: String(value), inclusive: random() < 0.5 },
			to: null,
		}),
	},
	{
		fits: /./s,
		make: (value) => ({
			kind: "text-range",
			from: { value: "0", inclusive: false },
			to: { value: String(value), inclusive: true },
		}),
	},
];

/** A query for one of these events. */
export function makeQuery(events: readonly unknown[], catalog: FieldCatalog, random: () => number): BoundExpr {
	const fields = new Map(
		catalog.fields.map(({ name, paths }) => [name, field(name, ...paths.map((path) => [...path]))]),
	);
	return query(2);

	function query(depth: number): BoundExpr {
		const choice = depth === 0 ? 1 : random();
		if (choice < 0.12) return not(query(depth - 1));
		if (choice < 0.26) return or(query(depth - 1), query(depth - 1), clause());
		if (choice < 0.38) return and(query(depth - 1), not(query(depth - 1)));
		if (choice < 0.5) return alias();
		return clause();
	}

	/** One test of several fields, as resolution writes an alias out. */
	function alias(): BoundExpr {
		const one = clause();
		if (one.kind !== "test") return one;
		return or(
			one,
			test(pick([...fields.values()], random), one.test),
			and(exists(pick([...fields.values()], random)), one),
		);
	}

	function clause(): BoundExpr {
		for (;;) {
			const [name, value] = pick(scalars(pick(events, random), []), random);
			const maker = pick(
				makers.filter(({ fits }) => fits.test(String(value))),
				random,
			);
			const of: FieldRef | null | undefined = random() < 0.12 ? null : fields.get(name);
			if (of !== undefined && maker !== undefined) return test(of, maker.make(value, random));
		}
	}
}

function scalars(value: unknown, path: readonly string[]): [string, unknown][] {
	if (Array.isArray(value)) return value.flatMap((element) => scalars(element, path));
	if (typeof value !== "object" || value === null) return [[path.join("."), value]];
	return Object.entries(value).flatMap(([key, child]) => scalars(child, [...path, key]));
}

function pick<T>(from: readonly T[], random: () => number): T {
	return from[Math.floor(random() * from.length)] as T;
}

function part(value: string, random: () => number): string {
	const letters = [...value];
	const start = Math.floor(random() * letters.length);
	return letters.slice(start, start + 1 + Math.floor(random() * 12)).join("");
}

function swapCase(value: string): string {
	return value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase();
}

function wild(letters: readonly string[], random: () => number): Piece[] {
	const at = 1 + Math.floor(random() * (letters.length - 1));
	const end = letters.slice(at + 1).join("");
	return [
		letters.slice(Math.max(0, at - 6), at).join(""),
		random() < 0.5 ? anyRun : anyOne,
		...(end === "" ? [] : [end]),
	];
}

function expression(value: string, random: () => number): string {
	const [word = "x"] = value.match(/[a-z]{2,}/i) ?? [];
	return pick(
		[
			`\\b${word}`,
			`${word[0]}.+${word.at(-1)}`,
			`^[^${word[0]}]*${word.slice(0, 2)}`,
			`(${word}|nothing)$`,
			`[${word.slice(0, 2)}]\\W`,
		],
		random,
	);
}

function escaped(value: string): string {
	return value.replace(/[^A-Za-z0-9]/gu, (character) => `\\x{${(character.codePointAt(0) as number).toString(16)}}`);
}

function network(value: string, bits: number): Test {
	const hex = value
		.split(".")
		.map((octet) => Number(octet).toString(16).padStart(2, "0"))
		.join("")
		.slice(0, bits / 4);
	const end = (fill: string) => ({ value: `00000000000000000000ffff${hex.padEnd(8, fill)}`, inclusive: true });
	return { kind: "address", from: end("0"), to: end("f") };
}
