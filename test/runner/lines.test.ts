// Lines as they come: broken, odd, long; their places, their text, their fields.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
	anyRun,
	catalog,
	exists,
	fileOf,
	folder,
	good,
	linesOf,
	not,
	rowsOf,
	run,
	startEngine,
	test,
	text,
} from "./support.ts";

const engine = startEngine();
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe("broken lines", () => {
	const broken = [
		'{"f":"x"',
		"[1]",
		"5",
		"null",
		'"x"',
		'{"f":tru}',
		'{"f":1} x',
		'{"f":1}{"f":2}',
		'{"f":1,}',
		'{"f":NaN}',
		"{'f':1}",
		'{"f":"a\tb"}',
		'{"f":01}',
		'{"f":"\\x"}',
		'{"f":.5}',
		"\0",
		`{"f":${"[".repeat(2000)}${"]".repeat(2000)}}`,
	];

	it("never match, are counted, and the first ten are named", async () => {
		const path = fileOf(['{"f":"x"}', ...broken, "", "  \t", '{"f":"y"}']);
		const handle = await run(engine, path, [not(text("f", "x")), { kind: "all" }, not(exists(null))]);
		const last = broken.length + 4;
		assert.deepEqual(handle.summary.counts, [1, 2, 0]);
		assert.deepEqual(await rowsOf(handle, 0), [last]);
		assert.deepEqual(await rowsOf(handle), [1, last]);
		const { scanned, skipped, firstSkipped } = handle.summary;
		assert.deepEqual([scanned, skipped, firstSkipped.length], [2, broken.length, 10]);
		assert.deepEqual(firstSkipped.slice(0, 2), [
			{ file: path, line: 2, reason: "not valid JSON: the line ends too early" },
			{ file: path, line: 3, reason: "not a JSON object" },
		]);
	});

	it("a byte that may not stand in a string is seen at every place in it", async () => {
		const lines = ["\0", "\x1f", "\t", "\\x", '"', '!"', '\u00a2"'].flatMap((stop) =>
			Array.from({ length: 9 }, (_, n) => `{"f":"${"#".repeat(n)}${stop}${"é#".repeat(n)}"}`),
		);
		const { events } = await catalog(engine, fileOf([...lines, ...lines.map((line) => JSON.stringify({ f: line }))]));
		assert.equal(events, lines.length);
	});

	it("hold no fields", async () => {
		assert.deepEqual(
			(await catalog(engine, fileOf(['{"f":1}', '{"g":1,', '{"f":{"h":1}']))).fields.map(({ name }) => name),
			["f"],
		);
	});

	it("a file without an event", async () => {
		for (const content of ["", "\n\n", "x\n"]) {
			const { summary } = await run(engine, fileOf(content), [{ kind: "all" }]);
			assert.deepEqual([summary.matched, summary.scanned, summary.skipped], [0, 0, content === "x\n" ? 1 : 0]);
		}
	});
});

describe("odd lines keep their meaning", () => {
	const cases: readonly [string, Uint8Array | string, ReturnType<typeof text>, number[]][] = [
		["a byte order mark", '\ufeff{"f":"x"}\n{"f":"x"}', text("f", "x"), [1, 2]],
		["CRLF", '{"f":"x"}\r\n\r\n{"f":"x"}\r\n', test("f", { kind: "text", pieces: ["x"], whole: true }), [1, 3]],
		["no line feed at the end", '{"f":"y"}\n{"f":"x"}', text("f", "x"), [2]],
		["the last of duplicate keys", '{"f":"x","f":"y"}\n{"f":"y","f":"x"}\n', text("f", "x"), [2]],
		["the last of nested duplicate keys", '{"a":{"f":"x","f":"y"}}\n', text(null, "x"), []],
		["invalid UTF-8", bytes('{"f":"a', [0xff], 'x"}\n{"f":"x"}\n'), text("f", "x"), [1, 2]],
		["half a surrogate pair", '{"f":"\\ud800 x"}\n{"f":"\\ud83d\\ude00 x"}\n', text("f", "x"), [1, 2]],
		["an escaped NUL", '{"f":"a\\u0000x"}\n', text("f", "x"), [1]],
		["escapes in keys", '{"\\u0066":"x"}\n', text("f", "x"), [1]],
		["escapes where any field is searched", '{"f":"bits\\u0061dmin"}\n{"f":"a\\/b"}\n', text(null, "bitsadmin"), [1]],
		["white space around", ' \t{ "f" : "x" , "g" : [ 1 , 2 ] } \n', text("f", "x"), [1]],
		[
			"numbers as they are written",
			'{"f":1.0}\n{"f":1e2}\n{"f":-0}\n{"f":1.50}\n{"f":0.12345678901234567}\n{"f":1}\n',
			test("f", { kind: "regex", source: "1.0|1e2|-0|1.50|0.12345678901234567", whole: true }),
			[1, 2, 3, 4, 5],
		],
		[
			"numbers below one",
			'{"f":1E-7}\n{"f":0.5}\n',
			test("f", { kind: "number", from: null, to: { value: "0.1", inclusive: true } }),
			[1],
		],
	];
	for (const [name, content, query, expected] of cases)
		it(name, async () => assert.deepEqual(await linesOf(engine, fileOf(content as string), query), expected));

	it("lines of ten and of twenty megabytes", async () => {
		const path = fileOf(
			[10, 20].map((megabytes) => JSON.stringify({ f: `${"a ".repeat(megabytes << 19)}x` })).concat('{"f":"x"}'),
		);
		assert.deepEqual(await linesOf(engine, path, text("f", "x")), [1, 2, 3]);
	});
});

describe("places", () => {
	it("line numbers count blank lines and survive many stretches", async () => {
		const lines = Array.from({ length: 200_000 }, (_, n) =>
			n % 7 === 3 ? "" : n % 11 === 5 ? "broken" : JSON.stringify({ n, pad: "x".repeat(300) }),
		);
		const path = fileOf(lines);
		const handle = await run(engine, path, [text("n", anyRun, "999")]);
		const expected = lines.flatMap((line, n) => (line.startsWith("{") && String(n).endsWith("999") ? [n + 1] : []));
		assert.deepEqual(await rowsOf(handle), expected);
		assert.equal(handle.summary.scanned + handle.summary.skipped, lines.filter((line) => line !== "").length);
		const line = expected.at(-1) as number;
		assert.equal(good(await handle.event({ file: path, line })), lines[line - 1]);
	});

	it("several files, in their order, with cells and queries", async () => {
		const paths = [
			fileOf(['{"a":1,"n":12345678901234567890}', '{"a":"x"}']),
			fileOf(['{"b":{"c":["p","q"]},"a":null}']),
		];
		const columns = [
			{
				name: "a",
				fields: [
					{ name: "a", paths: [["a"]] },
					{ name: "b.c", paths: [["b", "c"]] },
				],
			},
			{ name: "n", fields: [{ name: "n", paths: [["n"]] }] },
		];
		const handle = await run(engine, paths, [exists("a"), { kind: "all" }], {}, columns);
		assert.deepEqual(good(await handle.page(0, 200)), {
			first: 0,
			rows: [
				{ file: paths[0], line: 1, cells: ["1", "12345678901234567890"], queries: [0, 1] },
				{ file: paths[0], line: 2, cells: ["x", null], queries: [0, 1] },
				{ file: paths[1], line: 1, cells: ['["p","q"]', null], queries: [1] },
			],
		});
		assert.deepEqual(
			good(await handle.page(1, 200, 0)).rows.map(({ line }) => line),
			[2],
		);
		await handle.close();
		assert.equal(((await handle.page(0, 1)) as { reason?: string }).reason, "closed");
	});

	it("events come out byte for byte", async () => {
		const content = bytes('\ufeff{"f":"x"}\r\n', '{"f":"a', [0xff], 'x"}\n', '{"f":"y"}\n', '{ "f" : "x" }');
		const handle = await run(engine, fileOf(content), [text("f", "x")]);
		const parts: Uint8Array[] = [];
		for await (const part of handle.events()) parts.push(good(part));
		assert.deepEqual(Buffer.concat(parts), bytes('\ufeff{"f":"x"}\n', '{"f":"a', [0xff], 'x"}\n', '{ "f" : "x" }\n'));
	});

	it("names of files that are patterns elsewhere", async () => {
		const { renameSync } = await import("node:fs");
		for (const name of ["a*.ndjson", "b[1]?.ndjson", "c'; drop.ndjson"]) {
			renameSync(fileOf(['{"f":"x"}']), `${folder}/${name}`);
			assert.deepEqual(await linesOf(engine, `${folder}/${name}`, text("f", "x")), [1]);
		}
	});
});

it("a plan of 70 queries", async () => {
	const path = fileOf(Array.from({ length: 70 }, (_, n) => JSON.stringify({ n })));
	const handle = await run(
		engine,
		path,
		Array.from({ length: 70 }, (_, n) => text("n", String(n))),
	);
	assert.deepEqual(handle.summary.counts, new Array(70).fill(1));
	assert.deepEqual(
		good(await handle.page(31, 2)).rows.map(({ queries }) => queries),
		[[31], [32]],
	);
});

it("times that cannot be read are counted", async () => {
	const path = fileOf(['{"t":"2026-01-01"}', '{"t":"soon"}', '{"t":5}', '{"t":null}', "{}"]);
	const { summary } = await run(engine, path, [
		test("t", { kind: "instant", from: { value: 0, inclusive: true }, to: null }),
	]);
	assert.deepEqual([summary.matched, summary.limits], [1, ["2 events have a t that cannot be read as a time."]]);
});

it("the catalog is exact", async () => {
	const lines = [
		'{"b":1,"a":{"x":null,"y":[]}}',
		'{"b":"t","a":{"x":{"z":[1,2]}},"a.x":3}',
		'{"b":null,"c":[{"d":true},{"d":false}],"e":null}',
		"",
		"{}",
	];
	const [first, second] = [fileOf(lines.slice(0, 2)), fileOf(lines.slice(2))];
	const entry = (name: string, type: string, filled: number, repeated = false, paths = [name.split(".")]) => ({
		name,
		paths,
		type,
		repeated,
		filled,
	});
	assert.deepEqual(await catalog(engine, first, second), {
		events: 4,
		fields: [
			entry("a", "object", 1),
			entry("a.x", "mixed", 1, false, [["a", "x"], ["a.x"]]),
			entry("a.x.z", "number", 1, true),
			entry("a.y", "text", 0),
			entry("b", "mixed", 2),
			entry("c", "object", 1, true),
			entry("c.d", "boolean", 1, true),
			entry("e", "text", 0),
		],
	});
});

it("a key after an object is not taken for a key of that object", async () => {
	const { fields } = await catalog(engine, fileOf(['{"a":{"b":1},"b":2}', '{"a":[{"c":1}],"c":2}']));
	assert.deepEqual(
		fields.map(({ name, filled }) => [name, filled]),
		[
			["a", 2],
			["a.b", 1],
			["a.c", 1],
			["b", 1],
			["c", 1],
		],
	);
});
