// The problems of a document, for clients that ask for them.
import { type DocumentDiagnosticReport, DocumentDiagnosticRequest } from "vscode-languageserver/node";
import { toDiagnostics } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const diagnosticRequest = documentRequest({
	type: DocumentDiagnosticRequest.type,
	provides: ({ pullsDiagnostics }) =>
		pullsDiagnostics
			? { diagnosticProvider: { identifier: "huntmark", interFileDependencies: false, workspaceDiagnostics: false } }
			: {},
	none: { kind: "full", items: [] },
	answer: (_, { analysis, lines }): DocumentDiagnosticReport => ({
		kind: "full",
		items: toDiagnostics(lines, analysis),
	}),
});
