// `/^a.*$/` in Lucene, where an expression always spans the whole value.
import { defineRule } from "../defineRule.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "anchored-regex",
	severity: "warning",
	docs: "Lucene reads `^` and `$` as plain characters and lets an expression span the whole value: `/^cmd/` looks there for a caret. Here they are the beginning and the end, and an expression is found anywhere. `/cmd.*/` means in Lucene what `/^cmd/` means here.",
	bad: [
		{ dialect: "lucene", query: "f:/^cmd.*/" },
		{ dialect: "lucene", query: "f:/.*exe$/" },
	],
	good: [{ dialect: "lucene", query: "f:/cmd.*/" }, { dialect: "lucene", query: String.raw`f:/.*\$/` }, "f:/^cmd/"],
	check(context) {
		if (context.tree.dialect.name !== "lucene") return;
		forEachMatch(context, ({ value }, { literal }) => {
			const anchor =
				value.kind === "regex" ? (/^\^/.exec(value.text) ?? /(?<=^(?:[^\\]|\\.)*)\$$/s.exec(value.text)) : null;
			if (anchor)
				context.report(
					literal.span,
					`Lucene looks for the character \`${anchor[0]}\` itself, and lets the expression span the whole value; here it is an anchor.`,
				);
		});
	},
});
