// Problems as lines of text: `path:line:column severity message (rule)`.
import { lineIndex } from "../../base/lineIndex.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { printable } from "./printable.ts";

/** Lines and columns count from 1. */
export function problemLines(path: string, { text, problems }: Analysis): readonly string[] {
	const index = lineIndex(text);
	const shown = printable(path);
	return problems.map(({ span, severity, message, rule }) => {
		const { line, character } = index.positionAt(span[0]);
		return `${shown}:${line + 1}:${character + 1} ${severity} ${printable(message)} (${rule})`;
	});
}
