// `f:C:\x` where a backslash escapes and a second colon is refused.
import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import type { Value } from "../../meaning/expr.ts";
import { isQuote } from "../../syntax/characters.ts";
import { decodePath, quote } from "../../syntax/literal.ts";
import type { QueryTree } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";
import { hasOpenRange } from "../reading/broken.ts";
import { liesInBrokenPath } from "../reading/brokenPaths.ts";
import { standsAmongWords, writtenPattern } from "../reading/rewrite.ts";

type TextValue = Extract<Value, { readonly text: string }>;

export default defineRule({
	id: "unescaped-drive-colon",
	severity: "warning",
	fix: "keeps meaning",
	docs: "Lucene and Kibana refuse a colon inside a value, and a backslash escapes there. A value that begins with a drive is read as the path that it is; quotes with doubled backslashes say the same to every reader.",
	bad: [
		{ dialect: "lucene", query: String.raw`f:C:\x` },
		{ dialect: "kibana", query: String.raw`f:C:\x\*.exe` },
	],
	good: [
		{ dialect: "lucene", query: String.raw`f:"C:\\x"` },
		{ dialect: "kibana", query: String.raw`f:C\:\\x\\*.exe` },
	],
	checkFaults(faults, { text, tree, report }) {
		const reader = tree.dialect.name === "lucene" ? "Lucene" : "Kibana";
		for (const { span } of faults) {
			const { value } = decodePath(text, span, false);
			if (!("text" in value) || liesInBrokenPath(tree, span)) continue;
			report(
				span,
				`${reader} refuses this colon, and would drop the backslashes. Here it is read as the path that it is.`,
				written(tree, value, span),
			);
		}
	},
});

function written(tree: QueryTree, value: TextValue, span: Span): Fix | undefined {
	// What looks like a list must go on looking like one.
	if (/[,;]$/.test(value.text)) return undefined;
	if (hasOpenRange(tree)) return undefined;
	// What stands beside it may be more of the same value, and a quote its own.
	if (standsAmongWords(tree, span) || [span[0] - 1, span[1]].some((at) => isQuote(tree.text.charCodeAt(at))))
		return undefined;
	if (value.kind !== "wildcard") return replace("Quote the path", span, quote(value.text));
	const { name } = tree.dialect;
	const escaped = writtenPattern(value.text, name);
	if (escaped === undefined) return undefined;
	return replace("Escape the path", span, escaped);
}
