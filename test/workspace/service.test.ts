// The service in a world of the test's own: sources that answer late, engines that fail.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal, refuse } from "../../server/src/base/refusal.ts";
import type { Engine, RunHandle } from "../../server/src/engines/engine.ts";
import { createService } from "../../server/src/service.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import type { ServicePorts } from "../../server/src/workspace/ports.ts";
import { noMarkdown } from "../support/noMarkdown.ts";

const uri = "file:///hunt.md";
const hunt = "# H\n\n## Analytic 1 - A\n\n`image_path:x`\n\n## Analytic 2 - B\n\n`image_path:y`\n";
const config = '{ "sources": { "a": { "files": ["a"] }, "b": { "files": ["b"] } }, "defaultSource": "a" }';
const whole = { uri, target: { kind: "hunt" }, runToken: "1" } as const;

const catalogOf = (name: string): FieldCatalog => ({
	events: 1,
	fields: [{ name, paths: [[name]], type: "text", repeated: false, filled: 1 }],
});

/** A service over `engine`, and what it logs. Each source's only file is named as the source. */
function serviceOver(
	engine: Partial<Engine>,
	readConfig: ServicePorts["files"]["config"] = async () => ({
		text: config,
		folder: "/",
		uri: "file:///huntmark.json",
	}),
) {
	const logged: string[] = [];
	const ports: ServicePorts = {
		files: { ...noMarkdown, config: readConfig, expand: async (patterns) => patterns },
		engine: {
			catalog: async () => catalogOf("Image"),
			run: async () => refuse("engine-died", "It died.", "Run again."),
			dispose: async () => {},
			...engine,
		},
		clock: { now: () => 0 },
		log: (line) => logged.push(line),
	};
	const service = createService(ports);
	service.setTrusted(true);
	return { service, logged };
}

/** A handle that counts how often it was closed. */
function countingHandle() {
	let closed = 0;
	const summary = { counts: [1], matched: 1, scanned: 1, skipped: 0, firstSkipped: [], took: 0, limits: [] };
	const handle = { summary, close: async () => void closed++ } as unknown as RunHandle;
	return { handle, closed: () => closed };
}

test("the fields of a source that answers late do not replace those of the one selected after it", async () => {
	let answer: (catalog: FieldCatalog) => void = () => {};
	const late = new Promise<FieldCatalog>((resolve) => {
		answer = resolve;
	});
	const { service } = serviceOver({ catalog: async ({ name }) => (name === "a" ? late : catalogOf("InB")) });
	service.update(uri, hunt);
	const first = service.selectSource("a");
	await service.selectSource("b");
	answer(catalogOf("InA"));
	await first;
	assert.deepEqual(service.analysis(uri)?.catalog, catalogOf("InB"));
});

test("a configuration that has changed holds for open documents, and one that was read before it does not", async () => {
	let text = config;
	const { service } = serviceOver({}, async () => ({ text, folder: "/", uri: "file:///huntmark.json" }));
	const told: string[] = [];
	service.onAnalysed((which) => told.push(which));
	service.update(uri, hunt);
	const dialects = () => service.analysis(uri)?.queries.map(({ tree }) => tree.dialect.name);
	assert.deepEqual(dialects(), ["redcloak", "redcloak"]);
	text = '{ "dialect": "kibana" }';
	const first = service.reconfigure();
	text = '{ "dialect": "lucene" }';
	await service.reconfigure();
	await first;
	assert.deepEqual([dialects(), told], [["lucene", "lucene"], [uri]]);
});

test("a run without a source is on the default one, whatever checks look at", async () => {
	const asked: string[] = [];
	const { service } = serviceOver({
		run: async (_, { name }) => {
			asked.push(name);
			return countingHandle().handle;
		},
	});
	service.update(uri, hunt);
	await service.selectSource("b");
	assert.ok(!isRefusal(await service.run(whole)));
	assert.deepEqual(asked, ["a", "a"]);
});

test("where a later analytic is refused or fails, the earlier ones are not kept", async () => {
	for (const end of [
		async () => refuse("engine-died", "It died.", "Run again."),
		() => Promise.reject(new Error("ours")),
	]) {
		const { handle, closed } = countingHandle();
		let runs = 0;
		const { service } = serviceOver({ run: async () => (runs++ === 0 ? handle : end()) });
		service.update(uri, hunt);
		await service.run(whole).catch(() => {});
		assert.deepEqual([runs, closed()], [2, 1]);
	}
});

test("a failure in the background is logged, and ends nothing", async () => {
	const { service, logged } = serviceOver({ catalog: () => Promise.reject(new Error("ours")) });
	service.update(uri, hunt);
	await service.selectSource("b");
	assert.match(logged.join("\n"), /file:\/\/\/hunt\.md failed: Error: ours/);
});
