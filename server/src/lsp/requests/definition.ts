// Where the thing is made that the cursor is on.
import { DefinitionRequest, type Location } from "vscode-languageserver/node";
import { type Definition, definition } from "../../features/definition.ts";
import { toRange } from "../convert.ts";
import { fileBeside, toLocation } from "../places.ts";
import { type AskedDocument, documentRequest, type ServedSession } from "../request.ts";

export const definitionRequest = documentRequest({
	type: DefinitionRequest.type,
	provides: () => ({ definitionProvider: true }),
	none: [],
	async answer({ position }, asked, session) {
		const { analysis, uri, lines } = asked;
		const found = definition(analysis, uri, lines.offsetAt(position), session.service.hunts());
		const locations = await Promise.all(found.map((each) => locationOf(each, asked, session)));
		return locations.flatMap((location) => location ?? []);
	},
});

async function locationOf(found: Definition, asked: AskedDocument, session: ServedSession): Promise<Location | null> {
	switch (found.kind) {
		case "place":
			return toLocation(found, asked, session);
		case "file": {
			const uri = fileBeside(asked.uri, found.path);
			const start = { line: 0, character: 0 };
			return uri === null ? null : { uri, range: { start, end: start } };
		}
		case "field": {
			const place = await session.service.placeOfField(asked.uri, found.name);
			return place && { uri: place.uri, range: toRange(session.linesOf(place), place.span) };
		}
	}
}
