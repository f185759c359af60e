// `commandline:-enc`: a sign at the beginning of a value.
import { defineRule } from "../defineRule.ts";
import { plainly } from "../rewrite.ts";

export default defineRule({
	id: "leading-minus-in-value",
	severity: "warning",
	fix: "keeps meaning",
	docs: "Behind the colon a `-` belongs to the value: `commandline:-enc` looks for the flag `-enc`. A reader may take it for a negation, and Lucene refuses it, as it does `+` and `!` there. In quotes it can only be text.",
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
	check({ text, tree, leaves, report }) {
		const { name } = tree.dialect;
		// In Kibana no sign has a meaning.
		if (name === "kibana") return;
		for (const { literal, span } of leaves) {
			const [start, end] = literal.span;
			const sign = text[start] as string;
			if (literal.written !== "word" || start === span[0] || !/[\p{L}\p{N}_]/u.test(text.slice(start, end))) continue;
			if (name === "lucene" ? !/[-+!]/.test(sign) : sign !== "-" || /^-[\d.]+$/.test(text.slice(start, end))) continue;
			report(
				literal.span,
				name === "lucene"
					? `Lucene refuses a \`${sign}\` at the beginning of a value. Here it is read as part of it.`
					: "The `-` is read as part of the value, not as a negation; other tools refuse it here.",
				plainly(tree, literal.span),
			);
		}
	},
});
