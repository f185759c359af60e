// A query, or a part of it, in plain words and Markdown; how it is read, and why so.
import type { Span } from "../../base/span.ts";
import type { DialectReason } from "../../document/hunt.ts";
import { adjacencyWords, dialectTitle } from "../../explain/dialects.ts";
import { explain, explainPart } from "../../explain/explain.ts";
import { linesOf } from "../../explain/explanation.ts";
import { walk } from "../../syntax/tree.ts";
import type { PlacedQuery } from "../../workspace/analysis.ts";

/** What the query asks for, and how it is read. */
export function queryText(placed: PlacedQuery): string {
	return [linesOf(explain(placed)).join("\n"), "---", readingText(placed)].join("\n\n");
}

/** What the part in the span asks for. */
export function partText(placed: PlacedQuery, span: Span): string {
	const explained = explainPart(placed, span);
	return explained ? linesOf(explained).join("\n") : onlyRanks;
}

/** Of what Lucene ranks hits by, and nothing else. */
export const onlyRanks = "It stands beside a required clause, so it only ranks hits and changes none.";

const because: Readonly<Record<DialectReason, string>> = {
	"front matter": "the front matter says so",
	heading: "the words of its heading say so",
	fence: "the tag of its fence says so",
	content: "it is written that way",
	default: "nothing in the document says otherwise",
};

function readingText({ query, tree }: PlacedQuery): string {
	let sideBySide = false;
	walk(tree.root, (node) => {
		if ("sideBySide" in node && node.sideBySide.length > 0) sideBySide = true;
	});
	const reading = `Read as **${dialectTitle(tree.dialect)}**, because ${because[query.dialectFrom]}.`;
	return sideBySide ? `${reading} ${adjacencyWords(tree.dialect)}` : reading;
}
