// Which request asks for what: one entry each.
import { type CancellationToken, CodeActionKind, type Connection } from "vscode-languageserver/node";
import type { LineIndex } from "../base/lineIndex.ts";
import { codeActions } from "../features/codeActions.ts";
import { completion } from "../features/completion.ts";
import { hover } from "../features/hover.ts";
import { lenses } from "../features/lenses.ts";
import { semanticTokens } from "../features/semanticTokens.ts";
import { sourceActions } from "../features/sourceActions.ts";
import { symbols } from "../features/symbols.ts";
import { targets } from "../features/targets.ts";
import {
	type CloseParams,
	type EventParams,
	notifications,
	type PageParams,
	type ProgressParams,
	type RunParams,
	requests,
	type SourcesParams,
	type TargetsParams,
} from "../protocol/requests.ts";
import type { HuntService } from "../service.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { formatEdits } from "../workspace/formatDocument.ts";
import * as to from "./convert.ts";
import type { Guard } from "./guard.ts";

/** Answers from the last analysis of the document that a request names; a document that is not open gives nothing. */
export function registerHandlers(connection: Connection, service: HuntService, guard: Guard): void {
	const { languages } = connection;
	let checked: string | null = null;

	connection.onHover(
		about("hover", null, ({ position }, analysis, lines) => {
			const found = hover(analysis, to.toOffset(lines, position));
			return found && to.toHover(lines, found);
		}),
	);
	connection.onCompletion(
		about("completion", null, ({ position }, analysis, lines) => {
			const found = completion(analysis, to.toOffset(lines, position));
			return found && to.toCompletionItems(lines, found);
		}),
	);
	connection.onDocumentSymbol(
		about("documentSymbol", [], (_, analysis, lines) =>
			symbols(analysis).map((symbol) => to.toDocumentSymbol(lines, symbol)),
		),
	);
	connection.onCodeLens(
		about("codeLens", [], ({ textDocument: { uri } }, analysis, lines) =>
			lenses(analysis, uri).map((lens) => to.toCodeLens(lines, lens)),
		),
	);
	connection.onCodeAction(
		about("codeAction", [], ({ textDocument: { uri }, range, context: { only } }, analysis, lines) => {
			const wants = (kind: string) =>
				only?.some((wanted) => wanted === "" || `${kind}.`.startsWith(`${wanted}.`)) === true;
			const fixes = !only || wants(CodeActionKind.QuickFix) ? codeActions(analysis, to.toSpan(lines, range)) : [];
			return [
				...fixes.map((fix) => to.toCodeAction(lines, uri, fix)),
				...sourceActions(analysis, wants).map((action) => to.toSourceAction(lines, uri, action)),
			];
		}),
	);
	connection.onDocumentFormatting(
		about("formatting", [], (_, analysis, lines) => to.toTextEdits(lines, formatEdits(analysis))),
	);
	connection.onDocumentRangeFormatting(
		about("formatting of a range", [], ({ range }, analysis, lines) =>
			to.toTextEdits(lines, formatEdits(analysis, to.toSpan(lines, range))),
		),
	);
	languages.semanticTokens.on(
		about("semanticTokens", { data: [] }, (_, analysis, lines) =>
			to.toSemanticTokens(lines, semanticTokens(analysis, [0, analysis.text.length])),
		),
	);
	languages.semanticTokens.onRange(
		about("semanticTokens in a range", { data: [] }, ({ range }, analysis, lines) =>
			to.toSemanticTokens(lines, semanticTokens(analysis, to.toSpan(lines, range))),
		),
	);
	languages.diagnostics.on(
		about("diagnostic", { kind: "full", items: [] }, (_, analysis) => ({
			kind: "full",
			items: to.toDiagnostics(analysis),
		})),
	);

	connection.onRequest(
		requests.targets,
		guard.request("targets", ({ uri }: TargetsParams) => {
			const analysis = service.analysis(uri);
			return analysis ? targets(analysis, to.linesOf(analysis)) : { analytics: [] };
		}),
	);
	connection.onRequest(
		requests.sources,
		guard.request("sources", ({ uri }: SourcesParams) => service.sources(uri)),
	);
	connection.onRequest(requests.run, guard.request("run", run));
	connection.onRequest(
		requests.page,
		guard.request("page", (params: PageParams) => service.page(params)),
	);
	connection.onRequest(
		requests.event,
		guard.request("event", (params: EventParams) => service.event(params)),
	);
	connection.onRequest(
		requests.close,
		guard.request("close", async ({ id }: CloseParams) => {
			await service.closeRun(id);
			return null;
		}),
	);
	connection.onNotification(
		notifications.trusted,
		guard.listener("trusted", () => service.setTrusted(true)),
	);

	/**
	 * Cancelling the request aborts the run; its progress is told under the client's own token. Checks look at the source
	 * that ran last.
	 */
	async function run(params: RunParams, token: CancellationToken) {
		const abort = new AbortController();
		token.onCancellationRequested(() => abort.abort());
		const answer = await service.run(params, {
			signal: abort.signal,
			onProgress: (progress) => {
				const told: ProgressParams = { runToken: params.runToken, progress };
				void connection.sendNotification(notifications.progress, told);
			},
		});
		const ran = params.source ?? null;
		if (ran !== checked) void service.selectSource(ran);
		checked = ran;
		return answer;
	}

	/** A handler of a request about one document. */
	function about<P extends { readonly textDocument: { readonly uri: string } }, R>(
		name: string,
		none: R,
		answer: (params: P, analysis: Analysis, lines: LineIndex) => R,
	) {
		return guard.request(name, (params: P) => {
			const analysis = service.analysis(params.textDocument.uri);
			return analysis ? answer(params, analysis, to.linesOf(analysis)) : none;
		});
	}
}
