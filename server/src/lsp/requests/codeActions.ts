// What can be done at a place: fixes, and what changes a whole hunt.
import { CodeActionKind, CodeActionRequest } from "vscode-languageserver/node";
import type { Problem } from "../../base/problem.ts";
import { codeActions } from "../../features/codeActions.ts";
import { refactoringKinds, refactorings } from "../../features/refactorings.ts";
import { sourceActionKinds, sourceActions } from "../../features/sourceActions.ts";
import { toCodeAction, toSourceAction, toSpan } from "../convert.ts";
import { toDiagnostic } from "../diagnostics.ts";
import { documentRequest } from "../request.ts";

export const codeActionRequest = documentRequest({
	type: CodeActionRequest.type,
	provides: () => ({
		codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...refactoringKinds, ...sourceActionKinds] },
	}),
	none: [],
	answer({ range, context: { only } }, document, session) {
		const { uri, analysis, lines } = document;
		const diagnostic = (problem: Problem) => toDiagnostic(session, { uri, text: analysis.text }, problem);
		const wants = (kind: string) =>
			only?.some((wanted) => wanted === "" || `${kind}.`.startsWith(`${wanted}.`)) === true;
		const fixes = !only || wants(CodeActionKind.QuickFix) ? codeActions(analysis, toSpan(lines, range)) : [];
		const rearranged = refactorings(analysis, toSpan(lines, range)).filter(({ kind }) => !only || wants(kind));
		return [
			...fixes.map((fix) => toCodeAction(document, fix, fix.problems.map(diagnostic))),
			...rearranged.map((action) => toSourceAction(document, action)),
			...sourceActions(analysis, wants).map((action) => toSourceAction(document, action)),
		];
	},
});
