// Beside fields, their names in the source.
import { type InlayHint, InlayHintRequest } from "vscode-languageserver/node";
import { inlayHints } from "../../features/inlayHints.ts";
import { toSpan } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const inlayHintRequest = documentRequest({
	type: InlayHintRequest.type,
	provides: () => ({ inlayHintProvider: true }),
	none: [],
	answer: ({ range }, { analysis, lines }) =>
		inlayHints(analysis, toSpan(lines, range)).map(
			({ offset, label, tooltip }): InlayHint => ({ position: lines.positionAt(offset), label, tooltip }),
		),
});
