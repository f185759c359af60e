// What an edit does to a hunt, whatever it is: reading never fails, its places are exact, and queries elsewhere stay.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { Span } from "../../server/src/base/span.ts";
import type { Hunt } from "../../server/src/document/hunt.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";
import { cases } from "../support/cases.ts";
import { wholeHunt } from "./hunts.ts";

const folder = join(import.meta.dirname, "wild");
const hunts = readdirSync(folder)
	.filter((name) => name.endsWith(".md"))
	.map((name) => readFileSync(join(folder, name), "utf8"));
const start = fc.constantFrom(wholeHunt, ...hunts);

const inserted = fc.constantFrom(
	..."\n,\n\n,\r\n,\r,\uFEFF,`,```\n,~~~\n,---\n,# ,## Hypothesis\n,## Analytics\n,### x\n,**Query**\n,**Why:** x,HYPOTHESIS: x,- Analytic: x\n,- ,> ,\t,    ,|,| a |\n|---|\n,<!--,-->,*,_,😀,\u0000,a_b:1,Stack: a\n,https://a.example,[x](https://a.example),(reviewed 2026-01-01),id: x\n".split(
		",",
	),
);

type Edit = (text: string, at: number, length: number, insert: string) => string;

const lineAround = (text: string, at: number): Span => {
	const end = text.indexOf("\n", at);
	return [text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end + 1];
};
const edits: readonly Edit[] = [
	(text, at, length) => text.slice(0, at) + text.slice(at + length),
	(text, at, _, insert) => text.slice(0, at) + insert + text.slice(at),
	(text, at) => text.slice(0, lineAround(text, at)[0]) + text.slice(lineAround(text, at)[1]),
	(text, at) => text.slice(0, lineAround(text, at)[1]) + text.slice(lineAround(text, at)[0]),
	(text) => (text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\n", "\r\n")),
	(text) => (text.startsWith("\uFEFF") ? text.slice(1) : `\uFEFF${text}`),
	(text, _, __, insert) => text.trimEnd() + insert,
];
const mutation = fc.record({
	edit: fc.constantFrom(...edits),
	at: fc.nat(),
	length: fc.nat({ max: 30 }),
	insert: inserted,
});

/** Every span lies in the text, and every text is what stands there; of front matter, what YAML reads. */
function assertPlaces(text: string, hunt: Hunt | null): void {
	const matter = hunt?.meta?.span[1] ?? 0;
	JSON.stringify(hunt, (key, part) => {
		if (key === "meta" || !part?.span) return key === "meta" ? undefined : part;
		const [from, to] = part.span;
		assert.ok(0 <= from && from <= to && to <= text.length, `${part.span} of ${text.length}`);
		if (part.segments) {
			for (const { span, at } of part.segments as { span: Span; at: number }[])
				assert.equal(part.text.slice(at, at + span[1] - span[0]), text.slice(...span));
		} else if (typeof part.text === "string" && to > matter) assert.equal(text.slice(from, to), part.text);
		return part;
	});
}

test("any edits of a hunt are read without failing, places exact, as if read afresh", () => {
	fc.assert(
		fc.property(start, fc.array(mutation, { minLength: 1, maxLength: 4 }), (first, mutations) => {
			let text = first;
			let document = readDocument(text);
			for (const { edit, at, length, insert } of mutations) {
				text = edit(text, at % (text.length + 1), length, insert);
				document = readDocument(text, "redcloak", document);
				const fresh = readDocument(text);
				assertPlaces(text, document.hunt);
				assert.deepEqual(document.hunt, fresh.hunt);
				assert.deepEqual(document.faults, fresh.faults);
				assert.deepEqual(document.ignores, fresh.ignores);
			}
		}),
		// Of 1 to 4 edits each: 20,000 mutated documents.
		cases(8000),
	);
});

const words = fc.constantFrom(
	..."a word|*bold*|**x** y|`z`|two  blanks|é😀|x.|(y)|1|_|see https://a.example".split("|"),
);

test("what is written in a word of prose, or as a paragraph behind a section, loses no query of other sections", () => {
	const marked = hunts.filter((text) => (readDocument(text).hunt?.analytics.length ?? 0) > 0);
	const edit = fc.record({
		text: fc.constantFrom(wholeHunt, ...marked),
		place: fc.nat(),
		section: fc.nat(),
		added: words,
	});
	fc.assert(
		fc.property(edit, ({ text, section, place, added }) => {
			const before = readDocument(text);
			const sections = before.hunt?.sections ?? [];
			const chosen = sections[section % sections.length];
			if (!chosen) return;
			const prose = before.hunt?.analytics.find(({ span }) => span[0] === chosen.span[0])?.prose ?? [];
			const inWords = prose.flatMap(({ text: written, span }) =>
				Array.from(written.matchAll(/(?<=[a-z])(?=[a-z])/g), ({ index }) => span[0] + index),
			);
			const inWord = place % 2 === 0 ? inWords[place % inWords.length] : undefined;
			const at = inWord ?? chosen.span[1];
			const changed = `${text.slice(0, at)}${inWord ? "x" : `\n\n${added}\n\n`}${text.slice(at)}`;
			const left = new Map<string, number>();
			for (const query of queriesOf(readDocument(changed, "redcloak", before).hunt))
				left.set(query, (left.get(query) ?? 0) + 1);
			for (const query of queriesOf(before.hunt, chosen.span)) {
				assert.ok((left.get(query) ?? 0) > 0, `${query} is lost by ${JSON.stringify(added)} at ${at}`);
				left.set(query, (left.get(query) ?? 0) - 1);
			}
		}),
		cases(2000),
	);
});

/** The queries that do not stand in the span. */
function queriesOf(hunt: Hunt | null, without: Span = [-1, -1]): readonly string[] {
	const all = hunt?.analytics.flatMap(({ queries }) => queries) ?? [];
	return all.filter(({ span }) => span[1] <= without[0] || span[0] >= without[1]).map(({ text }) => text);
}
