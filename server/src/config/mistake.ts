// How a mistake in `huntmark.json` is said.
import type { Node } from "jsonc-parser";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { isSpeltAlike, nearestNames } from "../taxonomies/lookup.ts";

/** A part that cannot be used. */
export function mistake(span: Span, message: string, severity: Problem["severity"] = "error"): Problem {
	return { rule: "invalid-config", severity, span, message };
}

/** A text, or a key, that names nothing; with what was probably meant, which is certain where only the spelling differs. */
export function unknownName(node: Node, message: string, known: readonly string[]): Problem {
	const written = String(node.value);
	const [near] = node.type === "string" ? nearestNames(written, known, 1) : [];
	const problem = mistake(spanOf(node), message, "warning");
	if (near === undefined) return problem;
	return {
		...problem,
		message: `${message} Did you mean ${near}?`,
		fix: {
			title: `Change to ${near}`,
			edits: [{ span: spanOf(node), text: JSON.stringify(near) }],
			...(!isSpeltAlike(written, near) && { alone: true as const }),
		},
	};
}

/** With its quotes or brackets. */
export function spanOf({ offset, length }: Node): Span {
	return [offset, offset + length];
}
