// `=`, `==`, `!=`, `&&` and their like from other languages.
import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { afterBlanks, isQuote, isTypographicDash } from "../../syntax/characters.ts";
import { type Keyword, writtenKeyword } from "../../syntax/keyword.ts";
import { type QueryToken, walk } from "../../syntax/tree.ts";
import { defineRule, type QueryContext, replace } from "../defineRule.ts";
import { isBroken } from "../reading/broken.ts";
import { negatedFlags } from "../reading/flags.ts";
import { isLoneSign } from "../reading/gaps.ts";

export default defineRule({
	id: "wrong-operator",
	severity: "warning",
	fix: "keeps meaning",
	explains: ["space-around-colon", "words-after-value", "typographic-character", "unclosed-slash"],
	docs: "Equality is written `field:value`, inequality `-field:value`. `=` is read as `:`, so it also finds the value inside a longer one; `:=` asks for the whole value. In Lucene these signs are plain characters: `a=1` looks for the word *a=1* in any field. Kibana has no signs before clauses and between them: `-`, `!`, `+`, `&&` and `||` are read here as they are elsewhere, but there only `and`, `or` and `not` say so.",
	bad: [
		"a=1",
		"a==1",
		"b:2 AND a!=1",
		{ dialect: "lucene", query: "a=1" },
		{ dialect: "kibana", query: "b:2 && -a:1" },
		{ dialect: "kibana", query: "+a:1 || b:2" },
	],
	good: [
		"a:1",
		"a:1",
		"b:2 AND -a:1",
		"a:1",
		{ dialect: "kibana", query: "b:2 and not a:1" },
		{ dialect: "kibana", query: "a:1 or b:2" },
	],
	check(context) {
		const { text, tree } = context;
		if (tree.dialect.name === "kibana") checkSigns(context);
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
			/[=<>]/.test(text[end] ?? "") || (sign && (tree.dialect.name === "kibana" || endsInSign(text, clause[0])))
				? undefined
				: replace(`Write ${sign}${field}:`, clause, `${sign}${field}:`),
		);
	});
}

/** Whether the clause is one of a sign already, beside which a second would not be read everywhere. */
function endsInSign(text: string, start: number): boolean {
	return /(?:[-+!\u2010-\u2015\u2212]|\bNOT\s*)$/i.test(text.slice(Math.max(start - 20, 0), start));
}

/** A word like `name=value`, or three; what was meant is for its author to say, since so far it is text. */
function checkLucene({ text, leaves, report }: QueryContext): void {
	for (const [index, { literal, field }] of leaves.entries()) {
		if (field || literal.written !== "word") continue;
		const [before, after] = [leaves[index - 1], leaves[index + 1]];
		const written = text.slice(...literal.span);
		const isSign = before && after && isLoneSign(written);
		// `a="x y"` is two values, of which the first ends in the sign.
		const whole = isQuote(text.charCodeAt(literal.span[1])) ? `${written}"` : written;
		const found = isSign ? [written, written] : /^[A-Za-z_@][\w.@-]*([!=<>]=|=)[^=]/.exec(whole);
		if (found)
			report(
				isSign ? [before.span[0], after.span[1]] : literal.span,
				`In Lucene \`${found[1]}\` is plain text: this looks for the word in any field. A field's value is asked for with a colon.`,
			);
	}
}

const meanings: Readonly<Record<string, Keyword | null>> = {
	"-": "NOT",
	"!": "NOT",
	"+": null,
	"&&": "AND",
	"||": "OR",
};

/** Kibana: signs of other languages before clauses and between them. Those of flags in a list are another rule's. */
function checkSigns(context: QueryContext): void {
	const { text, tree, report } = context;
	const { tokens } = tree;
	let flags: ReadonlySet<number> | undefined;
	for (const [index, { kind, span }] of tokens.entries()) {
		const sign = kind === "operator" ? text.slice(...span) : "";
		const keyword = isTypographicDash(sign.charCodeAt(0)) ? "NOT" : meanings[sign];
		if (keyword === undefined) continue;
		flags ??= new Set(negatedFlags(context).map(({ node }) => node.operator[0]));
		if (flags.has(span[0])) continue;
		const word = keyword && writtenKeyword(keyword, "kibana");
		report(
			span,
			word
				? `\`${sign}\` is read as ${keyword} here; Kibana has no signs, and writes \`${word}\`.`
				: `\`${sign}\` is read as a sign of what must match here, which says nothing more than the clause; Kibana has no signs.`,
			isBroken(tree) || flags.size > 0 ? undefined : inWords(text, tokens, index, word),
		);
	}
}

function inWords(text: string, tokens: readonly QueryToken[], index: number, word: string | null): Fix | undefined {
	const { span } = tokens[index] as QueryToken;
	const end = afterBlanks(text, span[1]);
	if (word) {
		const before = span[0] === 0 || /[\s(]/.test(text[span[0] - 1] as string) ? "" : " ";
		return replace(`Write ${word}`, span, `${before}${word}${end === span[1] ? " " : ""}`);
	}
	// Behind a value the clause would become more of it.
	const before = tokens[index - 1];
	const mayStand = !before || before.kind === "operator" || text[before.span[0]] === "(";
	return mayStand ? replace("Remove the sign", [span[0], end], "") : undefined;
}
