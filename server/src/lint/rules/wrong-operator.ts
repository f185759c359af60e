// `=`, `==` and `!=` from other languages.
import type { Span } from "../../base/span.ts";
import { walk } from "../../syntax/tree.ts";
import { defineRule, type QueryContext, replace } from "../defineRule.ts";
import { isLoneSign } from "../gaps.ts";

export default defineRule({
	id: "wrong-operator",
	severity: "warning",
	fix: "keeps meaning",
	explains: ["space-around-colon", "words-after-value"],
	docs: "Equality is written `field:value`, inequality `-field:value`. `=` is read as `:`, so it also finds the value inside a longer one; `:=` asks for the whole value. In Lucene these signs are plain characters: `a=1` looks for the word *a=1* in any field.",
	bad: ["a=1", "a==1", "b:2 AND a!=1", { dialect: "lucene", query: "a=1" }],
	good: ["a:1", "a:1", "b:2 AND -a:1"],
	check(context) {
		const { text, tree } = context;
		if (!text.includes("=")) return;
		if (tree.dialect.name === "lucene") checkLucene(context);
		else if (tree.faults.some(({ rule }) => rule === "wrong-operator")) checkRead(context);
	},
});

function checkRead({ text, tree, report }: QueryContext): void {
	walk(tree.root, (node) => {
		if (node.kind !== "clause" || !node.comparison || !node.field || !/^[!=]/.test(node.comparison.text)) return;
		const { span } = node.comparison;
		const end = node.value?.span[0] ?? span[1];
		const sign = node.comparison.text === "!=" ? "-" : "";
		const field = text.slice(...node.field.span);
		const clause: Span = [node.field.span[0], end];
		report(
			span,
			`\`${node.comparison.text}\` is read as ${sign ? "a negated `:`" : "`:`"}, the value as a whole word anywhere in the field.`,
			// `f=>5` would become another comparison; in Kibana the `!=` counts for all words behind it.
			/[=<>]/.test(text[end] ?? "") || (sign && tree.dialect.name === "kibana")
				? undefined
				: replace(`Write ${sign}${field}:`, clause, `${sign}${field}:`),
		);
	});
}

/** A word like `name=value`, or three; what was meant is for its author to say, since so far it is text. */
function checkLucene({ text, leaves, report }: QueryContext): void {
	for (const [index, { literal, field }] of leaves.entries()) {
		if (field || literal.written !== "word") continue;
		const [before, after] = [leaves[index - 1], leaves[index + 1]];
		const written = text.slice(...literal.span);
		const isSign = before && after && isLoneSign(written);
		const found = isSign ? [written, written] : /^[A-Za-z_@][\w.@-]*([!=<>]=|=)[^=]/.exec(written);
		if (found)
			report(
				isSign ? [before.span[0], after.span[1]] : literal.span,
				`In Lucene \`${found[1]}\` is plain text: this looks for the word in any field. A field's value is asked for with a colon.`,
			);
	}
}
