// The names of a hunt: what its taxonomy and the fields of `huntmark.json` change about what is known, meant and found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../server/src/config/config.ts";
import { taxonomyIds, vocabularyFor } from "../../server/src/config/vocabulary.ts";
import { explain } from "../../server/src/explain/explain.ts";
import { completion } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { resolve } from "../../server/src/plan/resolve.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { standardVocabulary, type Vocabulary } from "../../server/src/taxonomies/vocabulary.ts";
import { type Analysis, analyse, analyseQuery, noContext } from "../../server/src/workspace/analysis.ts";

const { config } = readConfig(
	`{
		"fields": [
			{ "name": "asset_tier", "type": "number", "description": "How much it matters.", "values": { "0": "domain controllers" } },
			{ "name": "proc", "type": "path", "concept": "image_path" },
			{ "name": "username", "type": "number" }
		],
		"taxonomies": [{ "id": "Ours", "prefixes": ["o."], "fields": [{ "name": "Exe", "type": "path", "concept": "image_path" }] }]
	}`,
	[],
);
const empty = readConfig("{}", []).config;

const concepts = ({ meaningsOf }: Vocabulary, name: string) => [
	...new Set(meaningsOf(name).map(({ taxonomy, field }) => `${taxonomy.id} ${field.concept} ${field.type}`)),
];

test("the same configuration and taxonomy give the same vocabulary; without either it is the standard one", () => {
	assert.equal(vocabularyFor(config, "sysmon"), vocabularyFor(config, "sysmon"));
	assert.equal(vocabularyFor(empty, null), standardVocabulary);
	assert.equal(vocabularyFor(empty, "auto"), standardVocabulary);
	assert.equal(vocabularyFor(empty, "nonsense"), standardVocabulary);
	assert.equal(vocabularyFor(empty, "Taegis"), vocabularyFor({ ...empty, taxonomy: "redcloak" }, null));
	assert.equal(vocabularyFor({ ...empty, taxonomy: "redcloak" }, "auto"), standardVocabulary);
	assert.ok(["auto", "redcloak", "taegis", "Ours"].every((id) => taxonomyIds(config).includes(id)));
});

test("fields of huntmark.json go before the taxonomies', and keep their concepts", () => {
	const vocabulary = vocabularyFor(config, null);
	assert.deepEqual(concepts(vocabulary, "asset_tier"), ["huntmark.json custom.asset_tier number"]);
	assert.deepEqual(concepts(vocabulary, "ASSET_TIER"), ["huntmark.json custom.asset_tier number"]);
	const [standard] = standardVocabulary.meaningsOf("username");
	assert.deepEqual(concepts(vocabulary, "username"), [`huntmark.json ${standard?.field.concept} number`]);
	assert.deepEqual(concepts(vocabulary, "o.Exe"), ["Ours image_path path"]);
	const names = vocabulary.namesOf("image_path").map(({ field }) => field.name);
	for (const name of ["image_path", "Image", "proc", "Exe"]) assert.ok(names.includes(name), name);
	assert.ok(vocabulary.names.includes("asset_tier") && vocabulary.names.includes("Exe"));
});

test("a chosen taxonomy speaks its own names and those of huntmark.json, and decides what a name means", () => {
	const sysmon = vocabularyFor(config, "sysmon");
	for (const [name, spoken] of Object.entries({
		Image: true,
		image: true,
		asset_tier: true,
		image_path: false,
		Exe: false,
	}))
		assert.equal(sysmon.speaks(name), spoken, name);
	assert.ok(sysmon.names.includes("Image") && !sysmon.names.includes("image_path"));
	assert.deepEqual(concepts(sysmon, "ProcessId"), ["sysmon process_id number"]);
	assert.deepEqual(concepts(sysmon, "image_path"), ["redcloak image_path path"]);
	assert.equal(vocabularyFor(config, "ours").speaks("Exe"), true);
});

function fieldsNamed(names: readonly string[]): FieldCatalog {
	const fields = names.map((name) => ({ name, paths: [[name]], type: "text", repeated: false, filled: 1 }) as const);
	return { fields, events: 1 };
}

const used = (query: string, names: readonly string[], vocabulary: Vocabulary) =>
	resolve(analyseQuery(query).expr, { catalog: fieldsNamed(names), vocabulary, now: 0 }).uses[0]?.used;

test("a run asks every name of a field's concept, those of huntmark.json included", () => {
	const vocabulary = vocabularyFor(config, null);
	assert.deepEqual(used("image_path:x", ["Image", "proc", "o.Exe"], vocabulary), ["Image", "o.Exe", "proc"]);
	assert.deepEqual(used("proc:x", ["Image"], vocabulary), ["Image"]);
	assert.deepEqual(used("asset_tier:1", ["event_data.asset_tier"], vocabulary), ["event_data.asset_tier"]);
	const process = ["NewProcessId", "ProcessId", "EventID"];
	assert.deepEqual(used("parent_process_id:4", process, vocabulary), ["ProcessId"]);
	assert.deepEqual(used("username:4", ["User"], vocabulary), ["User"]);
});

const said = (text: string, context = { ...noContext, config }): readonly string[] =>
	analyse(text, null, context)
		.problems.filter(({ rule }) => rule === "unknown-field" || rule === "bad-value-type")
		.map(({ severity, message, fix }) => `${severity} ${message} ${fix?.title ?? ""}${fix?.alone ? "?" : ""}`.trim());
const hunt = (query: string, taxonomy?: string) =>
	`${taxonomy ? `---\ntaxonomy: ${taxonomy}\n---\n` : ""}## Analytic 1\n\`${query}\`\n`;

test("rules know them", () => {
	assert.deepEqual(said(hunt("asset_tier:1 AND Exe:x")), []);
	assert.match(said(hunt("asset_tier:high"))[0] ?? "", /^error .*never matches/);
	assert.match(said(hunt("asset_teir:1"))[0] ?? "", /^error .*Change to asset_tier\?$/);
	assert.match(said(hunt("asset_tier:1"), noContext)[0] ?? "", /^error No taxonomy has a field/);
	assert.deepEqual(said(hunt("asset_tier:1 AND Image:x", "sysmon")), []);
	assert.match(said(hunt("image_path:x", "sysmon"))[0] ?? "", /^hint .*which calls it `Image`|calls it .*`Image`/);
	assert.match(said(hunt("Imagge:x", "sysmon"))[0] ?? "", /^error .*`Image`/);
	const inSource = { ...noContext, config, catalog: fieldsNamed(["image_path"]) };
	assert.deepEqual(said(hunt("image_path:x", "sysmon"), inSource), []);
});

test("hover, completion and explanations say what huntmark.json says, values too", () => {
	const text = hunt("asset_tier:0");
	const shown = (offset: number) => hover(analyse(text, null, { ...noContext, config }), offset)?.markdown;
	assert.match(
		shown(text.indexOf("asset")) ?? "",
		/\*number\* in huntmark\.json: How much it matters\. Known values: `0`/,
	);
	assert.match(shown(text.indexOf(":0") + 1) ?? "", /domain controllers/);
	const offered = (written: string, taxonomy?: string) => {
		const draft = hunt(written, taxonomy);
		const at = draft.indexOf(written) + written.length;
		return completion(analyse(draft, null, { ...noContext, config }), at)?.items.map(({ label }) => label) ?? [];
	};
	assert.ok(["asset_tier", "Exe", "image_path"].every((name) => offered("a:1 AND ").includes(name)));
	assert.ok(["asset_tier", "Image"].every((name) => offered("a:1 AND ", "sysmon").includes(name)));
	assert.ok(!offered("a:1 AND ", "sysmon").includes("image_path"));
	assert.deepEqual(offered("asset_tier:"), ["0"]);
	const context = { catalog: null, config };
	const query = analyseQuery("asset_tier:0", undefined, context);
	assert.equal(explain(query).text, "Events where `asset_tier` is the number `0` (domain controllers)");
});

test("an edit of a query keeps all that is known of the others; another taxonomy only their trees", () => {
	const context = { ...noContext, config };
	const text = `${hunt("Image:x", "sysmon")}\n\`asset_tier:1\`\n`;
	const before = analyse(text, null, context);
	const after = analyse(text.replace("Image:x", "Image:y"), before, context);
	assert.deepEqual([after.parsed, after.queries[1]?.own === before.queries[1]?.own], [1, true]);
	assert.equal(after.vocabulary, before.vocabulary);
	const other = analyse(text.replace("sysmon", "taegis"), after, context);
	const own = (analysis: Analysis) => analysis.queries[1]?.own;
	assert.deepEqual([other.parsed, own(other)?.tree === own(after)?.tree], [1, true]);
	assert.notEqual(own(other), own(after));
});
