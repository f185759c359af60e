// Hunts and analytics of the workspace, by name.
import { type SymbolInformation, SymbolKind, WorkspaceSymbolRequest } from "vscode-languageserver/node";
import { workspaceSymbols } from "../../features/workspaceSymbols.ts";
import { toRange } from "../convert.ts";
import { plainRequest } from "../request.ts";

export const workspaceSymbolRequest = plainRequest({
	type: WorkspaceSymbolRequest.type,
	provides: () => ({ workspaceSymbolProvider: true }),
	answer({ query }, { service, linesOf }) {
		return workspaceSymbols(query, service.hunts()).flatMap(
			({ name, kind, uri, span, container }): SymbolInformation[] => {
				const hunt = service.hunt(uri);
				if (!hunt) return [];
				return [
					{
						name,
						kind: kind === "hunt" ? SymbolKind.File : SymbolKind.Function,
						location: { uri, range: toRange(linesOf(hunt), span) },
						...(container !== null && { containerName: container }),
					},
				];
			},
		);
	},
});
