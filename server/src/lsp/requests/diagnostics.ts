// The problems of one document, and of all hunts of the workspace, for clients that ask for them.
import {
	type CancellationToken,
	type DocumentDiagnosticReport,
	DocumentDiagnosticRequest,
	type WorkspaceDiagnosticReport,
	WorkspaceDiagnosticRequest,
	type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { canonicalUri } from "../../base/uri.ts";
import type { CheckedDocument } from "../checkedDocuments.ts";
import { toDiagnostics } from "../diagnostics.ts";
import { plainRequest, type ServedSession, throwIfCancelled } from "../request.ts";

export const diagnosticRequest = plainRequest({
	type: DocumentDiagnosticRequest.type,
	provides: ({ pullsDiagnostics }) =>
		pullsDiagnostics
			? { diagnosticProvider: { identifier: "huntmark", interFileDependencies: true, workspaceDiagnostics: true } }
			: {},
	answer({ textDocument, previousResultId }, session): DocumentDiagnosticReport {
		const checked = session.checked(textDocument.uri);
		return checked ? report(session, checked, previousResultId) : { kind: "full", items: [] };
	},
});

/** So many reports are told at once. */
const batchSize = 100;

/**
 * Tells what is known, then what becomes known until every hunt is read and up to date: piece by piece where the client
 * wants that. A hunt may be told twice; the last holds.
 */
export const workspaceDiagnosticRequest = plainRequest({
	type: WorkspaceDiagnosticRequest.type,
	async answer({ previousResultIds, partialResultToken }, session, token) {
		const { connection, service } = session;
		const previous = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), value]));
		/** What the client has been told of: it must hear that a hunt is gone. */
		const known = new Set(previousResultIds.map(({ uri }) => uri));
		const reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
		const flush = () => {
			const items = [...reports.values()];
			reports.clear();
			for (const { uri } of items) known.add(uri);
			const value: WorkspaceDiagnosticReport = { items };
			if (partialResultToken !== undefined)
				void connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, value);
		};
		const tell = ({ uri }: Pick<CheckedDocument, "uri">) => {
			const checked = session.checked(uri);
			if (!checked || token.isCancellationRequested) return;
			const key = canonicalUri(uri);
			const version = session.documents.get(uri)?.version ?? null;
			reports.set(key, { uri, version, ...report(session, checked, previous.get(key)) });
			if (partialResultToken !== undefined && reports.size >= batchSize) flush();
		};
		for (const hunt of service.hunts()) tell(hunt);
		await Promise.race([session.begun.then(() => service.recheck(tell)), cancellationOf(token)]);
		throwIfCancelled(token);
		for (const [key, { uri }] of reports) if (!session.checked(uri)) reports.delete(key);
		for (const uri of known)
			if (!session.checked(uri)) reports.set(canonicalUri(uri), { uri, version: null, kind: "full", items: [] });
		if (partialResultToken === undefined) return { items: [...reports.values()] };
		flush();
		return { items: [] };
	},
});

/** The problems; `unchanged` where they are those that the client was told under the id. */
function report(session: ServedSession, checked: CheckedDocument, previousResultId: string | undefined) {
	const resultId = session.idOf(checked.problems);
	if (resultId === previousResultId) return { kind: "unchanged" as const, resultId };
	return { kind: "full" as const, resultId, items: toDiagnostics(session, checked) };
}

function cancellationOf(token: CancellationToken): Promise<void> {
	return new Promise((resolve) => {
		token.onCancellationRequested(() => resolve());
	});
}
