// What is known of the thing under the pointer.
import { HoverRequest } from "vscode-languageserver/node";
import { hover } from "../../features/hover.ts";
import { toHover } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const hoverRequest = documentRequest({
	type: HoverRequest.type,
	provides: () => ({ hoverProvider: true }),
	none: null,
	answer({ position }, { uri, analysis, lines }, { service }) {
		const found = hover(analysis, lines.offsetAt(position), uri, service.hunts());
		return found && toHover(lines, found);
	},
});
