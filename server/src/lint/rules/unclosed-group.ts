// A bracket that never closes.
import type { DialectName } from "../../base/dialect.ts";
import type { Span } from "../../base/span.ts";
import { defineRule, replace } from "../defineRule.ts";
import { hasOpenRange } from "../reading/broken.ts";
import { endsEscaping } from "../reading/endsEscaping.ts";

export default defineRule({
	id: "unclosed-group",
	severity: "error",
	fix: "keeps meaning",
	docs: "Without the closing bracket it is not known where the group was meant to end. It is taken to end with the query.",
	bad: ["a:(x OR y", { dialect: "kibana", query: "(url:x OR b:{c:1" }],
	good: ["a:(x OR y)"],
	checkFaults(faults, { text, tree, report }) {
		// A bracket at the end would be part of an open quote or of what cannot be read, be escaped, or
		// leave brackets with nothing in them or with a range.
		const open =
			tree.faults.some(({ rule }) => rule === "unclosed-quote") ||
			endsEscaping(text) ||
			/[({]\s*$/.test(text) ||
			mayHoldRange(text) ||
			hasOpenRange(tree);
		const end = text.length;
		const closing = faults.map(({ span }) => (text[span[0]] === "(" ? ")" : "}")).reverse();
		for (const [index, { span }] of faults.entries()) {
			// Every missing bracket belongs at the end: the first report adds them all.
			const fix = index === 0 && !open ? replace("Close the bracket", [end, end], closing.join("")) : undefined;
			report(span, wordsFor(text, span, tree.dialect.name), fix);
		}
	},
});

function mayHoldRange(text: string): boolean {
	const brace = text.indexOf("{");
	return brace >= 0 && /\sTO\s/i.test(text.slice(brace));
}

function wordsFor(text: string, [start]: Span, dialect: DialectName): string {
	const isObject =
		text[start] === "{" && dialect !== "kibana" && namedField.test(text.slice(start, start + longestName));
	if (isObject)
		return "Only Kibana reads nested objects in braces. Write the whole name of each field: `event.code:1`. Here a `{` begins a range.";
	return `This \`${text[start]}\` is never closed.`;
}

/** `{ code:`, of a name that is not longer than names are. */
const namedField = /^\{\s*[\w.@-]+\s*:/;
const longestName = 200;
