// Every place that names what the cursor is on.
import { ReferencesRequest } from "vscode-languageserver/node";
import { references } from "../../features/references.ts";
import { toLocation } from "../places.ts";
import { documentRequest } from "../request.ts";

export const referencesRequest = documentRequest({
	type: ReferencesRequest.type,
	provides: () => ({ referencesProvider: true }),
	none: [],
	answer({ position, context }, asked, session) {
		const { analysis, uri, lines } = asked;
		const hunts = session.service.hunts();
		return references(analysis, uri, lines.offsetAt(position), hunts, context.includeDeclaration).flatMap(
			(place) => toLocation(place, asked, session) ?? [],
		);
	},
});
