// What can be folded away.
import { type FoldingRange, FoldingRangeRequest } from "vscode-languageserver/node";
import { foldings } from "../../features/folding.ts";
import { toRange } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const foldingRangeRequest = documentRequest({
	type: FoldingRangeRequest.type,
	provides: () => ({ foldingRangeProvider: true }),
	none: [],
	answer: (_, { analysis, lines }) =>
		foldings(analysis).map((span): FoldingRange => {
			const { start, end } = toRange(lines, span);
			return { startLine: start.line, endLine: end.line };
		}),
});
