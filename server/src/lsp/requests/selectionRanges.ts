// What selections grow to.
import { type SelectionRange, SelectionRangeRequest } from "vscode-languageserver/node";
import { selections } from "../../features/selections.ts";
import { toRange } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const selectionRangeRequest = documentRequest({
	type: SelectionRangeRequest.type,
	provides: () => ({ selectionRangeProvider: true }),
	none: [],
	answer: ({ positions }, { analysis, lines }) =>
		positions.map((position): SelectionRange => {
			// The largest has no parent, each other the next larger one.
			const [largest, ...inner] = [...selections(analysis, lines.offsetAt(position))].reverse();
			const outer: SelectionRange = { range: toRange(lines, largest ?? [0, analysis.text.length]) };
			return inner.reduce((parent, span): SelectionRange => ({ range: toRange(lines, span), parent }), outer);
		}),
});
