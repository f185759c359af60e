// Edits are applied together: each group wholly or not at all, however many there are.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextEdit } from "../../server/src/base/problem.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

function edit(start: number, end: number, text: string): TextEdit {
	return { span: [start, end], text };
}

test("a group that touches one before it is left out as a whole", () => {
	for (const [groups, expected] of [
		[[], "0123456789"],
		[[[edit(2, 3, "x")], [edit(4, 5, "y")]], "01x3y56789"],
		[[[edit(4, 5, "y")], [edit(2, 3, "x")]], "01x3y56789"],
		[[[edit(2, 3, "x")], [edit(3, 4, "y")]], "01x3456789"],
		[[[edit(3, 4, "y")], [edit(2, 3, "x")]], "012y456789"],
		[[[edit(2, 2, "x")], [edit(2, 2, "y")]], "01x23456789"],
		[[[edit(0, 10, "")], [edit(4, 5, "y")], [edit(10, 10, "z")]], ""],
		[[[edit(4, 5, "y")], [edit(0, 10, "")]], "0123y56789"],
		// Within a group edits may touch, in whatever order they are given; two insertions stand in theirs.
		[[[edit(5, 8, "b"), edit(5, 5, "a")], [edit(6, 7, "c")], [edit(9, 9, "d")]], "01234ab8d9"],
		[[[edit(2, 2, "("), edit(2, 2, "["), edit(8, 8, ")")]], "01([234567)89"],
		// What stands between the two edits of a group is free; what touches either of them is not.
		[[[edit(1, 1, "("), edit(9, 9, ")")], [edit(4, 5, "y")], [edit(8, 9, "z"), edit(6, 7, "w")]], "0(123y5678)9"],
	] as const) {
		assert.equal(applyEdits("0123456789", groups), expected, JSON.stringify(groups));
	}
});

test("applying edits takes time in proportion to their number", () => {
	const count = 30_000;
	const text = "a:1 ".repeat(count);
	const groups = Array.from({ length: count }, (_, index) => [
		edit(index * 4, index * 4, "("),
		edit(index * 4 + 3, index * 4 + 3, ")"),
	]);
	const started = performance.now();
	assert.equal(applyEdits(text, groups), "(a:1) ".repeat(count));
	assert.ok(performance.now() - started < 1_000);
});
