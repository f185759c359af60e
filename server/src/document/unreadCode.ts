// Code under an analytic that is no query: said, not guessed.
import type { IToken } from "chevrotain";
import type { Fault } from "../base/problem.ts";
import { holds, type Span } from "../base/span.ts";
import type { Analytic } from "./hunt.ts";
import type { BlockPayload } from "./tokens.ts";

/** The blocks of code and tables of conditions under analytics that are no queries, in text order. */
export function unreadCode(blocks: readonly IToken[], analytics: readonly Analytic[]): readonly Fault[] {
	return blocks.flatMap(({ startOffset, endOffset, payload }) => {
		const because = reasonOf(payload as BlockPayload);
		if (because === undefined) return [];
		const span: Span = [startOffset, (endOffset ?? startOffset) + 1];
		const analytic = analytics.find((each) => holds(each.span, span));
		if (!analytic || analytic.queries.some((query) => holds(span, query.span))) return [];
		return [{ rule: "query-not-recognised", span, message: because ?? "" }];
	});
}

/** Why it is none, if that is known; `undefined`: it is a query, or no code. */
function reasonOf(block: BlockPayload): string | null | undefined {
	if (block?.kind === "unread-code") return block.because;
	// It was left to what the document says of the dialect, and may have become none.
	const isBlock = block?.kind === "query" && (block.form === "fence" || block.form === "indented");
	return isBlock && block.needsDialect ? null : undefined;
}
