// Hunts of our own in the styles of public ones, each with what is read in it; and documents that are no hunts.
// `node test/document/wild.test.ts --update` writes what is read: check it before you keep it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Hunt, Text } from "../../server/src/document/hunt.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";

const folder = join(import.meta.dirname, "wild");
const names = (of: string) => readdirSync(of).filter((name) => name.endsWith(".md"));

/** The hunt without places, and without what is absent. */
function outline(hunt: Hunt): object {
	const words = (text: Text | null | undefined) => text?.text.replace(/\r/g, "");
	const { meta } = hunt;
	return {
		title: words(hunt.title),
		meta: meta && {
			id: words(meta.id),
			techniques: meta.techniques.map(words),
			lookback: words(meta.lookback),
			parameters: meta.parameters.map((it) => [it.name, it.type, it.default].map(words).join(" ")),
			watchlists: meta.watchlists.map(words),
		},
		hypothesis: words(hunt.hypothesis),
		tactics: hunt.tactics.map(words),
		description: words(hunt.description),
		sections: hunt.sections.map(({ kind, heading }) => `${kind}: ${words(heading)}`),
		detections: hunt.existingDetections.map((it) =>
			[it.name, it.url, it.reviewed].map((it) => words(it) ?? "").join(" | "),
		),
		analytics: hunt.analytics.map(({ number, title, prose, queries, stacks }) => ({
			number: number ?? undefined,
			title: words(title),
			prose: prose.map(words),
			queries: queries.map(({ form, dialect, text }) => `${form} ${dialect}: ${text.replace(/\r/g, "")}`),
			stacks: stacks.map(({ fields, condition }) => `${fields.map(words).join()}; ${words(condition) ?? ""}`),
		})),
		tests: hunt.tests.map((it) => [it.data, it.query, it.expected].map(words).join(" | ")),
		exclusions: hunt.exclusions.map((it) =>
			[it.field, it.value, it.reason, it.owner, it.until].map((it) => words(it) ?? "").join(" | "),
		),
		findings: words(hunt.findings),
		references: hunt.references.map(({ url }) => words(url)),
	};
}

/** As JSON; empty lists are left out. */
function print(hunt: Hunt): string {
	const present = (_key: string, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value);
	return `${JSON.stringify(outline(hunt), present, "\t")}\n`;
}

for (const name of names(folder)) {
	const written = readFileSync(join(folder, name), "utf8");
	const { hunt } = readDocument(written);
	const golden = join(folder, name.replace(/md$/, "json"));
	if (process.argv.includes("--update") && hunt) writeFileSync(golden, print(hunt));
	test(`a hunt like ${name}`, () => {
		const expected = JSON.parse(readFileSync(golden, "utf8"));
		for (const text of [written, `\uFEFF${written.replaceAll("\n", "\r\n")}`, written.trimEnd()]) {
			const read = readDocument(text).hunt;
			assert.ok(read);
			assert.deepEqual(JSON.parse(print(read)), expected);
		}
	});
}

const others = join(folder, "no-hunts");
for (const name of names(others))
	test(`no hunt: ${name}`, () => assert.equal(readDocument(readFileSync(join(others, name), "utf8")).hunt, null));
