// What stands over analytics and queries to be clicked.
import { CodeLensRequest } from "vscode-languageserver/node";
import { lenses } from "../../features/lenses.ts";
import { toCodeLens } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const codeLensRequest = documentRequest({
	type: CodeLensRequest.type,
	provides: () => ({ codeLensProvider: {} }),
	none: [],
	answer: (_, { uri, analysis, lines }) => lenses(analysis, uri).map((lens) => toCodeLens(lines, lens)),
});
