// What can be done at a place: fixes, and what changes a whole hunt.
import { type CodeAction, CodeActionKind, CodeActionRequest } from "vscode-languageserver/node";
import type { Problem } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { codeActions, unknownFields } from "../../features/codeActions.ts";
import { refactoringKinds, refactorings } from "../../features/refactorings.ts";
import { sourceActionKinds, sourceActions } from "../../features/sourceActions.ts";
import { toCodeAction, toSourceAction, toSpan, toTextEdits } from "../convert.ts";
import { toDiagnostic } from "../diagnostics.ts";
import { type AskedDocument, documentRequest, type ServedSession } from "../request.ts";

export const codeActionRequest = documentRequest({
	type: CodeActionRequest.type,
	provides: () => ({
		codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...refactoringKinds, ...sourceActionKinds] },
	}),
	none: [],
	async answer({ range, context: { only } }, document, session) {
		const { uri, analysis, lines } = document;
		const diagnostic = (problem: Problem) => toDiagnostic(session, { uri, text: analysis.text }, problem);
		const wants = (kind: string) =>
			only?.some((wanted) => wanted === "" || `${kind}.`.startsWith(`${wanted}.`)) === true;
		const span = toSpan(lines, range);
		const mends = !only || wants(CodeActionKind.QuickFix);
		const fixes = mends ? codeActions(analysis, span) : [];
		const rearranged = refactorings(analysis, span).filter(({ kind }) => !only || wants(kind));
		return [
			...fixes.map((fix) => toCodeAction(document, fix, fix.problems.map(diagnostic))),
			...(mends ? await additions(span, document, session) : []),
			...rearranged.map((action) => toSourceAction(document, action)),
			...sourceActions(analysis, wants).map((action) => toSourceAction(document, action)),
		];
	},
});

/** For each field in the span that nothing knows: to add it to `huntmark.json`. */
async function additions(span: Span, { uri, analysis }: AskedDocument, session: ServedSession): Promise<CodeAction[]> {
	const actions = unknownFields(analysis, span).map(async ({ name, problem }): Promise<CodeAction | null> => {
		const addition = await session.service.additionOfField(uri, name);
		return (
			addition && {
				title: `Add ${name} to huntmark.json`,
				kind: CodeActionKind.QuickFix,
				diagnostics: [toDiagnostic(session, { uri, text: analysis.text }, problem)],
				edit: { changes: { [addition.uri]: toTextEdits(session.linesOf(addition), addition.edits) } },
			}
		);
	});
	return (await Promise.all(actions)).flatMap((action) => action ?? []);
}
