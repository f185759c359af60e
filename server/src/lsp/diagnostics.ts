// Problems as the protocol's diagnostics, each with as much as the client can show.
import {
	type Diagnostic,
	type DiagnosticRelatedInformation,
	DiagnosticSeverity,
	DiagnosticTag,
} from "vscode-languageserver/node";
import type { Problem, RelatedPlace, Severity } from "../base/problem.ts";
import { rulePage } from "../host/rulePages.ts";
import type { CheckedDocument } from "./checkedDocuments.ts";
import { toRange } from "./convert.ts";
import type { ServedSession } from "./request.ts";

type DiagnosticSession = Pick<ServedSession, "client" | "linesOf" | "checked">;

export function toDiagnostics(session: DiagnosticSession, document: CheckedDocument): Diagnostic[] {
	return document.problems.map((problem) => toDiagnostic(session, document, problem));
}

/** `problem`: one of the document. */
export function toDiagnostic(
	session: DiagnosticSession,
	document: Pick<CheckedDocument, "uri" | "text">,
	{ rule, severity, span, message, related = [], tag }: Problem,
): Diagnostic {
	const { showsRelated, showsPages, showsTags } = session.client;
	const places = showsRelated ? related.flatMap((place) => toRelated(session, document, place)) : [];
	const href = showsPages ? rulePage(rule) : null;
	return {
		range: toRange(session.linesOf(document), span),
		severity: severities[severity],
		code: rule,
		source: "huntmark",
		message,
		...(href && { codeDescription: { href } }),
		...(places.length > 0 && { relatedInformation: places }),
		...(tag && showsTags && { tags: [tags[tag]] }),
	};
}

/** None of a document that is gone by now. */
function toRelated(
	{ linesOf, checked }: DiagnosticSession,
	document: Pick<CheckedDocument, "uri" | "text">,
	{ uri = document.uri, span, message }: RelatedPlace,
): readonly DiagnosticRelatedInformation[] {
	const there = uri === document.uri ? document : checked(uri);
	return there ? [{ location: { uri, range: toRange(linesOf(there), span) }, message }] : [];
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const tags: Readonly<Record<NonNullable<Problem["tag"]>, DiagnosticTag>> = {
	unnecessary: DiagnosticTag.Unnecessary,
	deprecated: DiagnosticTag.Deprecated,
};
