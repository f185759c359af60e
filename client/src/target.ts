// Finds what a command is meant for: at the cursor, the only one, or one that is picked.
import * as vscode from "vscode";
import type { AnalyticTarget, LineRange, QueryTarget } from "../../server/src/protocol/requests.ts";
import type { HuntServer } from "./languageClient.ts";

/** The document in the active editor, with an analytic in it. */
export interface ActiveHunt {
	readonly uri: string;
	/** Its file's name. */
	readonly name: string;
	/** The cursor's, from 0. */
	readonly line: number;
	readonly analytics: readonly AnalyticTarget[];
}

/** Says so where there is none. */
export async function activeHunt(server: HuntServer): Promise<ActiveHunt | undefined> {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.languageId !== "markdown") {
		void vscode.window.showInformationMessage("Open a hunt (a Markdown file) first.");
		return undefined;
	}
	const uri = String(editor.document.uri);
	const { analytics } = await server.targets({ uri });
	if (analytics.length === 0) {
		void vscode.window.showInformationMessage("This document has no analytic with a query in it.");
		return undefined;
	}
	const name = editor.document.uri.path.split("/").at(-1) ?? uri;
	return { uri, name, line: editor.selection.active.line, analytics };
}

/** The one at the cursor; else the only one; else what the user picks. */
export async function chooseAnalytic(
	analytics: readonly AnalyticTarget[],
	line: number,
): Promise<AnalyticTarget | undefined> {
	const here = analytics.find(({ lines }) => contains(lines, line));
	if (here || analytics.length === 1) return here ?? analytics[0];
	const picked = await vscode.window.showQuickPick(
		analytics.map((analytic) => ({ label: analytic.title, description: queryCount(analytic), analytic })),
		{ placeHolder: "Which analytic?" },
	);
	return picked?.analytic;
}

/** The same for one query of all analytics. */
export async function chooseQuery(
	analytics: readonly AnalyticTarget[],
	line: number,
): Promise<{ readonly analytic: AnalyticTarget; readonly query: QueryTarget } | undefined> {
	const all = analytics.flatMap((analytic) => analytic.queries.map((query) => ({ analytic, query })));
	const here = all.find(({ query }) => contains(query.lines, line));
	if (here || all.length === 1) return here ?? all[0];
	return vscode.window.showQuickPick(
		all.map((one) => ({ label: one.query.title, description: one.analytic.title, ...one })),
		{ placeHolder: "Which query?" },
	);
}

function contains({ start, end }: LineRange, line: number): boolean {
	return start <= line && line <= end;
}

function queryCount({ queries }: AnalyticTarget): string {
	return queries.length === 1 ? "1 query" : `${queries.length} queries`;
}
