// What can be written at the cursor.
import { CompletionRequest } from "vscode-languageserver/node";
import { completion } from "../../features/completion.ts";
import { toCompletionItems } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const completionRequest = documentRequest({
	type: CompletionRequest.type,
	provides: () => ({ completionProvider: { triggerCharacters: [":", "(", '"', ".", " ", "`"] } }),
	none: null,
	answer({ position }, { analysis, lines }) {
		const found = completion(analysis, lines.offsetAt(position));
		return found && toCompletionItems(lines, found);
	},
});
