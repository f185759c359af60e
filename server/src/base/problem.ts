// What can be wrong with a document, as plain values.
import type { Span } from "./span.ts";

/** How much a problem matters, strongest first. */
export type Severity = "error" | "warning" | "info" | "hint";

/** What rules are told to be by a configuration, by their ids. */
export type RuleSeverities = Readonly<Record<string, Severity | "off">>;

/** One replacement of text. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}

/** A repair that can be applied as one step. Edits never overlap. */
export interface Fix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/** Something wrong in a text, said to its author. `rule` is the id of the rule that reports it. */
export interface Problem {
	readonly rule: string;
	readonly severity: Severity;
	readonly span: Span;
	readonly message: string;
	readonly fix?: Fix;
}

/**
 * What a lower room noticed, before a rule turns it into a Problem: the id of the rule that owns it,
 * where it stands and what that rule needs to phrase it.
 */
export interface Fault {
	readonly rule: string;
	readonly span: Span;
	readonly message: string;
	readonly fix?: Fix;
}
