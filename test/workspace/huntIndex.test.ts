// What hunts say to each other, and whom an edit concerns.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { createHuntIndex, saidBy } from "../../server/src/workspace/huntIndex.ts";

const uri = (name: string) => `file:///hunts/${name}.md`;

/** An index of hunts by name; `say` gives the names of those that an update concerns. */
function indexOf(hunts: Readonly<Record<string, string>>) {
	const index = createHuntIndex();
	const say = (name: string, text: string | null) => {
		const said = text === null ? null : saidBy(uri(name), analyse(text));
		return [...index.update(uri(name), said)].map((each) => each.slice("file:///hunts/".length, -".md".length)).sort();
	};
	for (const [name, text] of Object.entries(hunts)) say(name, text);
	return { index, say };
}

const hunt = ({ id = "", query = "image_path:a", detection = "" }) =>
	[
		...(id ? ["---", `id: ${id}`, "---"] : []),
		"# Title",
		...(detection ? ["## Existing Detections", detection] : []),
		"## Analytic 1 - Look",
		`\`${query}\``,
		"",
	].join("\n");

test("hunts with the same id, query or detection are found, but not the one that asks", () => {
	const { index } = indexOf({
		a: hunt({ id: "H-1", query: "image_path:x AND  image_path:y", detection: "- One\n- https://EXAMPLE.com/1/" }),
		b: hunt({ id: "h-1", query: "image_path:z" }),
	});
	const others = index.othersOf(uri("b"));
	const a = { uri: uri("a"), hunt: "H-1 Title" };
	assert.deepEqual(
		others.withId("h-1").map(({ span: _, ...place }) => place),
		[a],
	);
	assert.deepEqual(
		others.withQuery("image_path:x\nAND image_path:y").map(({ span: _, ...place }) => place),
		[a],
	);
	assert.deepEqual(
		others.withDetection("http://www.example.com/1#top").map(({ span: _, ...place }) => place),
		[{ ...a, name: "One" }],
	);
	assert.deepEqual(others.withQuery("image_path:z"), []);
	assert.deepEqual(index.othersOf(uri("a")).withQuery("image_path:z")[0]?.hunt, "h-1 Title");
});

test("places are those of the last text", () => {
	const { index, say } = indexOf({ a: hunt({}) });
	const text = `${"\n".repeat(20)}${hunt({})}`;
	assert.deepEqual(say("a", text), []);
	const [place] = index.othersOf(uri("b")).withQuery("image_path:a");
	assert.equal(place && text.slice(...place.span), "image_path:a");
});

test("an edit concerns those that say what has come or gone, and nobody else", () => {
	const { say } = indexOf({
		a: hunt({ id: "H-1", query: "image_path:x" }),
		b: hunt({ id: "H-2", query: "image_path:x" }),
		c: hunt({ id: "H-3", query: "image_path:y", detection: "- One\n- https://example.com/1" }),
		d: hunt({ id: "H-3", query: "image_path:z", detection: "- Two\n- https://example.com/1" }),
	});
	assert.deepEqual(say("a", hunt({ id: "H-1", query: "image_path:xx" })), ["b"], "gone");
	assert.deepEqual(say("a", hunt({ id: "H-1", query: "image_path:y" })), ["c"], "come");
	assert.deepEqual(say("a", hunt({ id: "H-2", query: "image_path:y" })), ["b", "c"], "its title says its id");
	assert.deepEqual(
		say("c", hunt({ id: "H-3", query: "image_path:y", detection: "- Three\n- https://example.com/1" })),
		["d"],
		"another name",
	);
	assert.deepEqual(say("d", null), ["c"], "no hunt any more");
	assert.deepEqual(say("d", null), []);
});

test("what everybody says costs no more than what a few say", () => {
	const { index } = indexOf(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`h${n}`, hunt({})])));
	assert.equal(index.othersOf(uri("h0")).withQuery("image_path:a").length, 10);
});
