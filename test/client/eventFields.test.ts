// Reading an event's text for the detail: every leaf, with the digits as written, and nothing hidden.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventFields } from "../../client/webview/eventFields.ts";
import { visible } from "../../client/webview/visible.ts";

const cases: readonly [text: string, fields: readonly (readonly [name: string, value: string])[] | null][] = [
	[
		'{"a":"x","b":{"c":1,"d":{"e":true}}}',
		[
			["a", "x"],
			["b.c", "1"],
			["b.d.e", "true"],
		],
	],
	[
		'{"n":12345678901234567890,"f":1.10,"z":null}',
		[
			["n", "12345678901234567890"],
			["f", "1.10"],
			["z", "null"],
		],
	],
	[
		'{"l":["x",2],"o":[{"p":1},{"p":2}]}',
		[
			["l", "x\n2"],
			["o[0].p", "1"],
			["o[1].p", "2"],
		],
	],
	['["no object"]', null],
	["not JSON", null],
];
for (const [text, expected] of cases) {
	test(text, () => {
		assert.deepEqual(eventFields(text)?.map(({ name, value }) => [name, value]) ?? null, expected);
	});
}

test("control characters and those that turn text around are shown", () => {
	assert.equal(visible("a\u202Eb\u0000c\nd\u200Be"), "a‹U+202E›b␀c␊d‹U+200B›e");
	assert.equal(visible("a\nb\u001b", true), "a\nb␛");
});
