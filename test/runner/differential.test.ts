// DuckDB and the reference evaluator, which share no code, find the same events by 200 generated queries.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { BoundExpr } from "../../server/src/meaning/boundExpr.ts";
import { evaluate } from "../../server/src/meaning/evaluate.ts";
import { parseEvent } from "../../server/src/meaning/event.ts";
import { bind } from "../../server/src/model/bind.ts";
import { resolve } from "../../server/src/plan/resolve.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { standardVocabulary as vocabulary } from "../../server/src/taxonomies/vocabulary.ts";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { devTelemetry } from "../support/devTelemetry.ts";
import { sharedFolder, skippedWithoutShared } from "../support/shared.ts";
import { makeQuery, seeded } from "./queries.ts";
import { catalog, folder, good, run, startEngine } from "./support.ts";

const shared = sharedFolder() ?? "";
const skip = skippedWithoutShared();

const engine = startEngine();

/** Lines of our own: nested, repeated, odd, and one in a hundred broken. */
function ownLines(count: number): string[] {
	const random = seeded(7);
	const pick = <T>(...from: T[]) => from[Math.floor(random() * from.length)] as T;
	return Array.from({ length: count }, (_, n) => {
		if (n % 100 === 42) return pick('{"a":1,', "[1]", "null", '{"a":NaN}', '{"a":"x",}', "{}{}", '"text"');
		if (n % 97 === 5) return pick("", "  ", "\r");
		if (n % 89 === 6)
			return pick(
				'{"name":"x","name":"Bitsadmin"}',
				'{"size":1.0}',
				'{"size":1e3}',
				'{"name":"\\ud800"}',
				'{"size":-0}',
				'{"size":2.50}',
			);
		const name = pick(
			"Straße",
			"STRASSE",
			"ΣΊΣΥΦΟΣ",
			"σίσυφος",
			"\u212aelvin",
			"ſet",
			"bits\u0000admin",
			"a\nb",
			"C:\\Windows\\System32\\bitsadmin.exe",
			"日本語",
			"naïve café",
			"😀 emoji",
			"",
			"x'y\"z",
		);
		return JSON.stringify({
			"@timestamp": `2026-0${pick(1, 2, 3)}-1${pick(1, 2)}T0${pick(1, 2)}:30:0${pick("0Z", "0", "0.250Z", "0+02:00", "0.123456789-05:30")}`,
			...(random() < 0.8 && { name }),
			...(random() < 0.7 && {
				size: pick<unknown>(0, 7, "007", "0x1a4", 420, 1.5, "1e3", -3, 9007199254740, true, null, "n/a", "12abc"),
			}),
			...(random() < 0.7 && {
				process: pick<unknown>(
					{ name, args: ["a", name, pick("-enc", "/c", "list")] },
					{ parent: { name } },
					{ name: null },
					{},
				),
			}),
			...(random() < 0.3 && { "process.name": name }),
			...(random() < 0.5 && {
				ip: pick<unknown>(
					"10.1.2.3",
					"10.200.0.1",
					"192.168.1.1",
					"::ffff:10.0.0.1",
					"fe80::1",
					["1.2.3.4", "10.0.0.9"],
					"10.0",
					"2001:db8::7",
				),
			}),
			...(random() < 0.4 && {
				items: pick<unknown>([], [null], [{ id: n % 5 }, { id: 9, tags: [name] }], [[1, 2], [name]], [{}]),
			}),
			...(random() < 0.2 && { Name: name }),
		}).replace(/"(size)":9007199254740/, '"$1":9007199254740993');
	});
}

type MakeQueries = (events: readonly unknown[], fields: FieldCatalog) => readonly BoundExpr[];

function generated(count: number, seed: number): MakeQueries {
	const random = seeded(seed);
	return (events, fields) => Array.from({ length: count }, () => makeQuery(events, fields, random));
}

/** Queries as people write them. */
function written(texts: readonly string[]): MakeQueries {
	return (_, catalog) =>
		texts.map((text) => resolve(bind(parseQuery(text)), { catalog, vocabulary, now: Date.now() * 1000 }).expr);
}

async function compare(
	path: string,
	make: MakeQueries,
): Promise<{ matching: number; total: number; counts: number[] }> {
	const lines = readFileSync(path, "utf8").split("\n");
	const events = lines.flatMap((line, index): { line: number; event: unknown }[] => {
		try {
			const event = parseEvent(line);
			return typeof event === "object" && event !== null && !Array.isArray(event) ? [{ line: index + 1, event }] : [];
		} catch {
			return [];
		}
	});
	const fields = await catalog(engine, path);
	assert.equal(fields.events, events.length);
	const values = events.map(({ line }) => JSON.parse(lines[line - 1] as string) as unknown);
	const queries = make(values, fields);
	const handle = await run(engine, path, queries);
	const found = queries.map((): number[] => []);
	for (let first = 0; ; first += 200) {
		const { rows } = good(await handle.page(first, 200));
		for (const row of rows) for (const query of row.queries) (found[query] as number[]).push(row.line);
		if (rows.length === 0) break;
	}
	let matching = 0;
	for (const [index, query] of queries.entries()) {
		const expected = events.filter(({ event }) => evaluate(query, event)).map(({ line }) => line);
		assert.deepEqual(difference(found[index] as number[], expected), [], JSON.stringify(query));
		assert.equal(handle.summary.counts[index], expected.length);
		if (expected.length > 0 && expected.length < events.length) matching++;
	}
	return { matching, total: events.length, counts: [...handle.summary.counts] };

	function difference(ours: readonly number[], theirs: readonly number[]): string[] {
		const [a, b] = [new Set(ours), new Set(theirs)];
		const only = (who: string, list: readonly number[], other: Set<number>) =>
			list
				.filter((line) => !other.has(line))
				.slice(0, 3)
				.map((line) => `only ${who}, line ${line}: ${lines[line - 1]}`);
		return [...only("the runner", ours, b), ...only("the evaluator", theirs, a)];
	}
}

function assertHalf(matching: number, queries: number): void {
	assert.ok(matching * 2 >= queries, `only ${matching} of ${queries} queries match some events and not all`);
}

describe("the runner and the reference evaluator agree", () => {
	it("on nested, odd and broken lines of our own", async () => {
		const path = join(folder, "own.ndjson");
		writeFileSync(path, ownLines(4000).join("\n"));
		const { matching } = await compare(path, generated(100, 1));
		assertHalf(matching, 100);
	});

	it("on real events around BITS", { skip }, async () => {
		const { matching } = await compare(join(shared, "data/otrf-bits.ndjson"), generated(30, 2));
		assertHalf(matching, 30);
	});

	it("on a sample of many real events", { skip }, async () => {
		const path = join(folder, "sample.ndjson");
		writeFileSync(
			path,
			readFileSync(devTelemetry(), "utf8")
				.split("\n")
				.filter((_, index) => index % 9 === 0)
				.join("\n"),
		);
		const { matching, total } = await compare(path, generated(70, 3));
		assert.ok(total >= 20_000, `${total} events`);
		assertHalf(matching, 70);
	});

	it("on real events around BITS, by the queries of a real hunt", { skip }, async () => {
		const { queries } = analyse(readFileSync(join(shared, "seed/abuse-of-bits.md"), "utf8"));
		const texts = queries.map(({ query }) => query.text);
		const { counts } = await compare(join(shared, "data/otrf-bits.ndjson"), written(texts));
		assert.deepEqual(counts, [31, 0, 0]);
	});

	it("on all real events, by searches as people write them", { skip }, async () => {
		const searches = {
			"Image:powershell.exe": 2249,
			"CommandLine:net": 19,
			"_exists_:CommandLine": 730,
			"-_exists_:EventID": 5695,
			"EventID:[4656 TO 4663]": 9121,
			"TargetImage:lsass.exe AND -SourceImage:(svchost.exe OR csrss.exe OR wininit.exe)": 896,
		};
		const { counts } = await compare(devTelemetry(), written(Object.keys(searches)));
		assert.deepEqual(counts, Object.values(searches));
	});
});
