// `commandline:-enc`: a sign at the beginning of a value.
import type { DialectName } from "../../base/dialect.ts";
import type { Fix } from "../../base/problem.ts";
import { Code } from "../../syntax/characters.ts";
import { writtenKeyword } from "../../syntax/keyword.ts";
import type { QueryTree } from "../../syntax/tree.ts";
import { alone, defineRule, replace } from "../defineRule.ts";
import type { Leaf } from "../reading/leaves.ts";
import { plainly } from "../reading/rewrite.ts";
import { liesIn, singleQuoted } from "../reading/singleQuotes.ts";

export default defineRule({
	id: "leading-minus-in-value",
	severity: "warning",
	fix: "changes meaning",
	docs: "Behind the colon a `-`, `+` or `!` belongs to the value: `commandline:-enc` looks for the flag `-enc`, and `image_path:!cmd.exe` for a name that begins with `!`. A reader may take it for a negation, and Lucene refuses it. In quotes it can only be text, which changes nothing; a negation stands before the field, and is offered for a `!`. Kibana has no signs, so that flags are written so there, and `-` is not reported.",
	bad: [
		"commandline:-enc",
		"commandline:-enc*",
		{ dialect: "lucene", query: "commandline:+x" },
		{ dialect: "lucene", query: "commandline:-5" },
	],
	good: [
		'commandline:"-enc"',
		String.raw`commandline:\-enc*`,
		{ dialect: "lucene", query: 'commandline:"+x"' },
		{ dialect: "lucene", query: 'commandline:"-5"' },
	],
	check(context) {
		const { text, tree, leaves, report } = context;
		const { name } = tree.dialect;
		for (const leaf of leaves) {
			const { literal, span } = leaf;
			const [start, end] = literal.span;
			const sign = text.charCodeAt(start);
			if (sign !== Code.minus && sign !== Code.plus && sign !== Code.exclamation) continue;
			if (literal.written !== "word" || start === span[0] || (sign === Code.minus && name === "kibana")) continue;
			const written = text.slice(start, end);
			if (!/[\p{L}\p{N}_]/u.test(written) || (name !== "lucene" && /^[-+][\d.]+$/.test(written))) continue;
			const plain = liesIn(singleQuoted(context), literal.span) ? undefined : plainly(tree, literal.span);
			report(
				literal.span,
				wordsFor(written[0] as string, name),
				sign === Code.exclamation ? [negated(tree, leaf), plain && alone(plain)].filter(isFix) : plain,
			);
		}
	},
});

function wordsFor(sign: string, dialect: DialectName): string {
	if (dialect === "lucene")
		return `Lucene refuses a \`${sign}\` at the beginning of a value. Here it is read as part of it.`;
	if (dialect === "kibana")
		return `Kibana has no signs: the \`${sign}\` is looked for as part of the value. In quotes it can only be that${sign === "!" ? "; a negation is `not` before the field" : ""}.`;
	return `The \`${sign}\` is read as part of the value, not as a ${sign === "+" ? "sign before a clause" : "negation"}; other tools refuse it here.`;
}

/** `f:!x` was probably meant as a negation; which of the two is for its author to say. */
function negated({ text, dialect }: QueryTree, { literal, field, comparison, span }: Leaf): Fix | undefined {
	const mayBe =
		field?.span[0] === span[0] &&
		comparison === ":" &&
		!/(?:[-+!\u2010-\u2015\u2212]|\bNOT\s*)$/i.test(text.slice(Math.max(span[0] - 20, 0), span[0]));
	if (!field || !mayBe) return undefined;
	const head = `${writtenKeyword("NOT", dialect.name)} ${text.slice(...field.span)}:`;
	return alone(replace("Negate the clause", [span[0], literal.span[0] + 1], head));
}

function isFix(fix: Fix | undefined): fix is Fix {
	return fix !== undefined;
}
