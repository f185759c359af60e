// Renames what a hunt made itself, in all of the workspace.
import {
	LSPErrorCodes,
	PrepareRenameRequest,
	RenameRequest,
	ResponseError,
	type TextEdit,
} from "vscode-languageserver/node";
import { isRefusal, type Refusal } from "../../base/refusal.ts";
import { rename, renameable } from "../../features/rename.ts";
import { toRange, toTextEdits } from "../convert.ts";
import { toEditsAt } from "../places.ts";
import { documentRequest } from "../request.ts";

export const prepareRenameRequest = documentRequest({
	type: PrepareRenameRequest.type,
	none: null,
	answer({ position }, { analysis, lines }) {
		const span = renameable(analysis, lines.offsetAt(position));
		if (isRefusal(span)) throw refused(span);
		return toRange(lines, span);
	},
});

export const renameRequest = documentRequest({
	type: RenameRequest.type,
	provides: ({ preparesRenames }) => ({ renameProvider: preparesRenames ? { prepareProvider: true } : true }),
	none: null,
	async answer({ position, newName }, asked, session) {
		const { analysis, uri, lines } = asked;
		const { service, linesOf } = session;
		const renamed = rename(analysis, uri, lines.offsetAt(position), newName, service.hunts());
		if (isRefusal(renamed)) throw refused(renamed);
		const changes: Record<string, TextEdit[]> = {};
		for (const { uri: of, edits } of renamed.edits) changes[of] = toEditsAt(of, edits, asked, session);
		if (renamed.field !== null) {
			const place = await service.placeOfField(uri, renamed.field);
			const text = JSON.stringify(newName.trim());
			if (place) changes[place.uri] = toTextEdits(linesOf(place), [{ span: place.span, text }]);
		}
		return { changes };
	},
});

function refused({ detail, remedy }: Refusal): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestFailed, `${detail} ${remedy}`);
}
