// `f:C:\x` where a backslash escapes and a second colon is refused.
import { decodePath, quote } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";
import { writtenPattern } from "../rewrite.ts";

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
			if (!("text" in value)) continue;
			report(
				span,
				`${reader} refuses this colon, and would drop the backslashes. Here it is read as the path that it is.`,
				value.kind === "wildcard"
					? replace("Escape the path", span, writtenPattern(value.text))
					: replace("Quote the path", span, quote(value.text)),
			);
		}
	},
});
