// `f:(a, b)`: lists are joined by OR here, and a comma is part of the value.
import type { TextEdit } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { writtenKeyword } from "../../syntax/keyword.ts";
import { defineRule, edits, type QueryContext, replace } from "../defineRule.ts";
import { isBroken } from "../reading/broken.ts";
import { commaAt } from "../reading/commas.ts";
import type { Leaf } from "../reading/leaves.ts";
import { beginsOrEndsInOperator } from "../reading/operatorWords.ts";
import { standsAmongWords } from "../reading/rewrite.ts";
import { liesIn, singleQuoted } from "../reading/singleQuotes.ts";

export default defineRule({
	id: "comma-list",
	severity: "warning",
	fix: "changes meaning",
	explains: ["bad-value-type"],
	docs: "A comma or semicolon behind a value is looked for as part of it: `f:(a, b)` looks for *a,*. Values of a list are joined by OR.",
	bad: [
		"f:(a, b)",
		'f:("a", "b")',
		"f:(a,b;c)",
		"f:4624,4625",
		"f:a, b, c",
		"f:net, AND a:1",
		{ dialect: "kibana", query: "f:a, b" },
	],
	good: [
		"f:(a OR b)",
		'f:("a" OR "b")',
		"f:(a OR b OR c)",
		"f:(4624 OR 4625)",
		"f:(a OR b OR c)",
		"f:net AND a:1",
		{ dialect: "kibana", query: "f:(a or b)" },
	],
	check(context) {
		const { text, leaves } = context;
		if (!text.includes(",") && !text.includes(";")) return;
		for (let index = 0; index < leaves.length; index++) {
			const leaf = leaves[index] as Leaf;
			if (commaAt(text, leaf.literal) >= 0) index = reportList(context, index);
			else if (leaf.literal.written === "word") reportJoined(context, leaf);
		}
	},
});

const explanation = "is looked for as part of the value. A list of values is joined by OR, in brackets.";

/** Reports the list in which the value at `from` stands, and returns the index of its last value. */
function reportList(context: QueryContext, from: number): number {
	const { text, tree, leaves, report } = context;
	const first = leaves[from] as Leaf;
	const last = lastOfList(text, leaves, from);
	const brackets = !first.inList && last > from;
	const end = (leaves[last] as Leaf).span[1];
	const all = /\bAND\b|&&/i.test(text.slice(first.span[0], end));
	const joint = ` ${writtenKeyword(all ? "AND" : "OR", tree.dialect.name)} `;
	const values = leaves.slice(from, last + 1);
	const list: TextEdit[] = [];
	if (brackets) list.push({ span: [first.literal.span[0], first.literal.span[0]], text: "(" });
	for (let index = from; index <= last; index++) {
		const leaf = leaves[index] as Leaf;
		const next = leaves[index + 1];
		const joins = next !== undefined && index < last && follows(text, leaf, next);
		const comma = commaAt(text, leaf.literal);
		if (comma < 0 && !(joins && brackets)) continue;
		const [start, stop] = leaf.literal.span;
		const before = leaves[index - 1];
		const cut = comma < 0 ? leaf.span[1] : comma > start || !before ? comma : before.span[1];
		list.push(joins ? { span: [cut, next.span[0]], text: joint } : { span: [cut, stop], text: "" });
	}
	if (brackets && commaAt(text, (leaves[last] as Leaf).literal) >= 0) {
		const { span } = list.pop() as TextEdit;
		list.push({ span, text: ")" });
	} else if (brackets) list.push({ span: [end, end], text: ")" });
	report(
		[first.span[0], end],
		`The \`${text[first.literal.span[1] - 1]}\` ${explanation}`,
		isBroken(tree) ||
			liesIn(singleQuoted(context), first.literal.span) ||
			!values.every((leaf) => mayLoseComma(text, leaf)) ||
			!isPlainList(context, from, last, all)
			? undefined
			: edits(last > from ? `Join the values by${joint.trimEnd()}` : "Remove it", list),
	);
	return last;
}

/** Whether the value would be the same without its comma. Of a lone one it is asked what stands beside it. */
function mayLoseComma(text: string, { literal }: Leaf): boolean {
	const comma = commaAt(text, literal);
	const [start] = literal.span;
	if (beginsOrEndsInOperator(text, literal.span)) return false;
	if (/^[-+!]$/.test(text.slice(...literal.span))) return false;
	return comma <= start || !/[,;]|['/=<>]$|[~^][\d.]*$|^(?:[^\p{L}\p{N}*]+|\*{2,})$/u.test(text.slice(start, comma));
}

/**
 * Whether the values are all that stands between their brackets, joined by commas or by one operator, and each lone comma
 * stands behind one. Without brackets nothing stands between them.
 */
function isPlainList({ text, tree, leaves }: QueryContext, from: number, last: number, all: boolean): boolean {
	const isLone = ({ literal }: Leaf) => commaAt(text, literal) === literal.span[0];
	const [first, end, before] = [leaves[from] as Leaf, leaves[last] as Leaf, leaves[from - 1]];
	for (let index = from; index <= last; index++) {
		const [left, leaf] = [leaves[index - 1], leaves[index] as Leaf];
		if (!isLone(leaf)) continue;
		const isBehind = left && follows(text, left, leaf) && !/[,;]|^[-+!]$/.test(text.slice(...left.literal.span));
		if (!isBehind || (!first.inList && last > from)) return false;
	}
	if (!first.inList) {
		// Words of a value in Kibana, and a comparison in brackets that would become a word behind this one.
		if (tree.dialect.name === "kibana" && before && follows(text, before, first)) return false;
		if (/^\s*[<>]/.test(text.slice(end.span[1], end.span[1] + blanks))) return false;
		// In brackets a sign would begin a clause, and such a comparison takes none.
		return last === from || !(/[-+!]/.test(text.charAt(first.literal.span[0])) || /[<>]/.test(first.comparison));
	}
	let start = from;
	while (start > 0 && leaves[start - 1]?.inList && leaves[start - 1]?.field === first.field) start--;
	const operator = all ? /^(?:AND|&&)$/i : /^(?:OR|\|\|)$/i;
	for (let index = start; index < last; index++) {
		const [leaf, next] = [leaves[index] as Leaf, leaves[index + 1] as Leaf];
		const gap = text.slice(leaf.span[1], next.span[0]).trim();
		const isComma = follows(text, leaf, next) && (commaAt(text, leaf.literal) >= 0 || isLone(next));
		if (!isComma && !operator.test(gap)) return false;
	}
	return isBetweenBrackets(text, [(leaves[start] as Leaf).span[0], end.span[1]]);
}

/** In brackets the last value of the same list, else the last of the words that follow the value. */
function lastOfList(text: string, leaves: readonly Leaf[], from: number): number {
	const { inList, field } = leaves[from] as Leaf;
	let last = from;
	if (!inList && !field) return from;
	for (let index = from + 1; index < leaves.length; index++) {
		const leaf = leaves[index] as Leaf;
		if (inList ? !leaf.inList || leaf.field !== field : !follows(text, leaves[index - 1] as Leaf, leaf)) break;
		last = index;
	}
	return last;
}

/** Whether nothing but white space stands between two values, and the second has no field of its own. */
function follows(text: string, before: Leaf, { span, literal }: Leaf): boolean {
	return span[0] === literal.span[0] && text.slice(before.span[1], span[0]).trim() === "";
}

function isBetweenBrackets(text: string, [start, end]: Span): boolean {
	return /\(\s*$/.test(text.slice(Math.max(start - blanks, 0), start)) && /^\s*\)/.test(text.slice(end, end + blanks));
}

/** White space that may stand between a bracket and what is in it. */
const blanks = 20;

/** `f:(a,b)` and `id:1,2`: several values in one word. A number may hold commas between its thousands. */
function reportJoined({ text, tree, report }: QueryContext, { literal, inList, field, span }: Leaf): void {
	const written = text.slice(...literal.span);
	const values = written.split(/[,;]/);
	if (values.length < 2 || values.includes("") || written.includes("\\") || !field) return;
	const numbers = /^\d+(?:[,;]\d+)+$/.test(written) && !/^\d{1,3}(?:,\d{3})+$/.test(written);
	const aloneInList = inList && isBetweenBrackets(text, span);
	if (!aloneInList && (!numbers || inList || span[1] !== literal.span[1])) return;
	const or = writtenKeyword("OR", tree.dialect.name);
	const list = values.join(` ${or} `);
	report(
		literal.span,
		`The \`${/[,;]/.exec(written)?.[0]}\` ${explanation}`,
		standsAmongWords(tree, literal.span) || values.some((each) => beginsOrEndsInOperator(each, [0, each.length]))
			? undefined
			: replace(`Join the values by ${or}`, literal.span, aloneInList ? list : `(${list})`),
	);
}
