// Between offsets and lines, whatever ends them.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lineIndex } from "../../server/src/base/lineIndex.ts";

const texts = fc
	.array(fc.constantFrom("a", "\r", "\n", "\r\n", "🎯", "é", " "), { maxLength: 30 })
	.map((parts) => parts.join(""));

test("places are the protocol's, as its own library counts them", () => {
	fc.assert(
		fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
			const lines = lineIndex(text);
			const document = TextDocument.create("file:///x", "markdown", 0, text);
			const position = { line: a, character: b };
			assert.equal(lines.offsetAt(position), document.offsetAt(position));
			const offset = Math.min(a, text.length);
			// Between CR and LF the library steps back to the line's end.
			if (!(text[offset - 1] === "\r" && text[offset] === "\n"))
				assert.deepEqual(lines.positionAt(offset), document.positionAt(offset));
		}),
	);
});

test("an offset survives the way to its place and back", () => {
	fc.assert(
		fc.property(texts, fc.nat(40), (text, a) => {
			const offset = Math.min(a, text.length);
			const inBreak = text[offset - 1] === "\r" && text[offset] === "\n";
			assert.equal(lineIndex(text).offsetAt(lineIndex(text).positionAt(offset)), inBreak ? offset - 1 : offset);
		}),
	);
});

test("places outside the text are its ends", () => {
	const lines = lineIndex("ab\r\nc");
	assert.deepEqual(lines.positionAt(99), { line: 1, character: 1 });
	assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
	assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
	assert.deepEqual([lines.lineEnd(0), lines.lineEnd(1)], [2, 5]);
});
