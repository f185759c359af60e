// What is said of a backslash that only removes itself, in quotes and outside.
import type { Span } from "../base/span.ts";
import type { SyntaxFault } from "../syntax/tree.ts";
import { type QueryContext, replace } from "./defineRule.ts";

/** Reports each: `span` is the backslash and the character behind it, if there is one. */
export function reportDropped(faults: readonly SyntaxFault[], { text, report }: QueryContext): void {
	for (const { span } of faults) {
		const [start, end] = span;
		const next = text.slice(start + 1, end);
		const backslash: Span = [start, start + 1];
		report(
			span,
			next
				? `This backslash is dropped: \`\\${next}\` reads as \`${next}\`. Two look for one backslash.`
				: "A backslash at the end escapes nothing.",
			replace("Double the backslash", backslash, "\\\\"),
		);
	}
}
