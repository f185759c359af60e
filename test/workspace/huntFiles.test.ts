// The hunts of a workspace, kept in step with files and open documents.
import assert from "node:assert/strict";
import { test } from "node:test";
import { refuse } from "../../server/src/base/refusal.ts";
import { createService } from "../../server/src/service.ts";
import { noMarkdown } from "../support/noMarkdown.ts";

const uri = (name: string) => `file:///hunts/${name}`;
const hunt = (query: string) => `# Hunt\n\n## Hypothesis\nBecause.\n\n## Analytic 1 - Look\n\n\`${query}\`\n`;
const readme = "# Read me\n\nNothing to hunt.\n";

/** A service over files in memory: what was read of them, which open documents were told of, and the queries that are known. */
function workspaceOf(files: Record<string, string>) {
	const read: string[] = [];
	const told: string[] = [];
	const config = { text: "{}" };
	const service = createService({
		files: {
			...noMarkdown,
			config: async (of) => ({
				text: config.text,
				folder: "/hunts",
				uri: "file:///hunts/huntmark.json",
				...(of && { document: of.slice(uri("").length) }),
			}),
			expand: async () => refuse("not-found", "None.", "None."),
			markdown: async () => Object.keys(files).map(uri),
			stamp: async (of) => files[of.slice(uri("").length)] ?? null,
			read: async (of) => {
				const name = of.slice(uri("").length);
				read.push(name);
				const text = files[name];
				return text === undefined ? null : { text, stamp: text };
			},
		},
		engine: {
			catalog: async () => refuse("engine-died", "It died.", "Again."),
			run: async () => refuse("engine-died", "It died.", "Again."),
			dispose: async () => {},
		},
		clock: { now: () => 0 },
		log: assert.fail,
	});
	service.onAnalysed((of) => told.push(of));
	const queries = () =>
		[...service.hunts()].flatMap(({ text }) => /`(.*)`/.exec(text)?.[1] ?? []).toSorted((a, b) => a.localeCompare(b));
	/** What was read since it was last asked. */
	const reads = () => read.splice(0).sort();
	return { service, config, told, reads, queries };
}

test("every Markdown file is read once, and only hunts are kept", async () => {
	const files = { "a.md": hunt("image_path:a"), "b.md": hunt("image_path:b"), "README.md": readme };
	const { service, reads, queries } = workspaceOf(files);
	await service.scan();
	assert.deepEqual(
		[queries(), reads()],
		[
			["image_path:a", "image_path:b"],
			["README.md", "a.md", "b.md"],
		],
	);
	await service.scan();
	assert.deepEqual(reads(), []);
	files["b.md"] = hunt("image_path:c");
	await service.changed([uri("b.md")]);
	assert.deepEqual([queries(), reads()], [["image_path:a", "image_path:c"], ["b.md"]]);
});

test("files come, go, and become hunts", async () => {
	const files: Record<string, string> = { "a.md": hunt("image_path:a"), "b.md": readme };
	const { service, queries } = workspaceOf(files);
	await service.scan();
	files["b.md"] = hunt("image_path:b");
	files["c.md"] = hunt("image_path:c");
	delete files["a.md"];
	await service.changed(["a.md", "b.md", "c.md"].map(uri));
	assert.deepEqual(queries(), ["image_path:b", "image_path:c"]);
	delete files["b.md"];
	await service.scan();
	assert.deepEqual(queries(), ["image_path:c"]);
});

test("an open document goes before its file, however its URI is spelled", async () => {
	const files = { "a%20(1).md": hunt("image_path:a") };
	const { service, queries } = workspaceOf(files);
	const open = "file:///hunts/a%20%281%29.md";
	service.update(open, hunt("image_path:open"));
	await service.scan();
	assert.deepEqual(queries(), ["image_path:open"]);
	service.update(open, readme);
	assert.deepEqual(queries(), []);
	service.close(open);
	await service.changed([]);
	assert.deepEqual(queries(), ["image_path:a"]);
	assert.equal(service.hunt(open)?.uri, service.hunt(uri("a%20(1).md"))?.uri);
});

test("what huntmark.json names is a hunt, whatever is in it", async () => {
	const { service, config } = workspaceOf({ "a.md": readme, "b.md": readme });
	await service.scan();
	assert.deepEqual([...service.hunts()], []);
	config.text = '{ "hunts": ["b.md"] }';
	await service.reconfigure();
	await service.recheck(() => {});
	assert.deepEqual(
		[...service.hunts()].map((each) => each.uri),
		[uri("b.md")],
	);
});

test("an open hunt hears of another that comes to say the same, and of no other edit", async () => {
	const { service, told } = workspaceOf({ "b.md": hunt("image_path:same") });
	service.update(uri("a.md"), hunt("image_path:same"));
	service.update(uri("c.md"), hunt("image_path:c"));
	await service.scan();
	assert.deepEqual(told.splice(0), [uri("a.md")]);
	service.update(uri("c.md"), hunt("image_path:cc"));
	assert.deepEqual(told.splice(0), []);
	service.update(uri("c.md"), hunt("image_path:same"));
	assert.deepEqual(told.splice(0), [uri("a.md")]);
	assert.equal(service.analysis(uri("a.md"))?.parsed, 0);
});

test("only hunts that an edit concerns are checked again, when they are asked for", async () => {
	const { service, reads } = workspaceOf({ "a.md": hunt("image_path:a"), "b.md": hunt("image_path:b") });
	const checked: string[] = [];
	const recheck = () => service.recheck((each) => checked.push(each.uri));
	await service.scan();
	await recheck();
	assert.deepEqual([checked.splice(0), reads()], [[], ["a.md", "b.md"]]);
	service.update(uri("c.md"), hunt("image_path:a"));
	await recheck();
	assert.deepEqual([checked.splice(0), reads()], [[uri("a.md")], []]);
});

test("a scan that is cancelled leaves what it has not read, and says how far it is", async () => {
	const files = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.md`, hunt(`image_path:${n}`)]));
	const { service, reads } = workspaceOf(files);
	const abort = new AbortController();
	const progress: (readonly [number, number])[] = [];
	await service.scan({
		signal: abort.signal,
		onProgress(done, total) {
			progress.push([done, total]);
			if (done === 10) abort.abort();
		},
	});
	assert.ok(reads().length < 30);
	assert.deepEqual(progress.slice(0, 2), [
		[1, 100],
		[2, 100],
	]);
	await service.scan();
	assert.equal([...service.hunts()].length, 100);
});
