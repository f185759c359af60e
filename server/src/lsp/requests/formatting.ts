// Formatting of a hunt or a range of it. Clients hear of it for single documents: see formatters.ts.
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from "vscode-languageserver/node";
import { formatEdits } from "../../workspace/formatDocument.ts";
import { toSpan, toTextEdits } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const formattingRequest = documentRequest({
	type: DocumentFormattingRequest.type,
	none: [],
	answer: (_, { analysis, lines }) => toTextEdits(lines, formatEdits(analysis)),
});

export const rangeFormattingRequest = documentRequest({
	type: DocumentRangeFormattingRequest.type,
	none: [],
	answer: ({ range }, { analysis, lines }) => toTextEdits(lines, formatEdits(analysis, toSpan(lines, range))),
});
