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
	/** Only a person may choose it: it is a guess, and never applied together with others. */
	readonly alone?: true;
}

/** Another place that a problem is about: in the same document, or in the one at `uri`. */
export interface RelatedPlace {
	readonly uri?: string;
	readonly span: Span;
	/** What stands there. */
	readonly message: string;
}

/** Something wrong in a text, said to its author. `rule` is the id of the rule that reports it. */
export interface Problem {
	readonly rule: string;
	readonly severity: Severity;
	readonly span: Span;
	readonly message: string;
	/** The one that was most probably meant. */
	readonly fix?: Fix;
	/** All that there are to choose from, `fix` the first; absent where there are not several. */
	readonly fixes?: readonly Fix[];
	readonly related?: readonly RelatedPlace[];
	/** How an editor may show it beside its severity: as faded, or as struck out. */
	readonly tag?: "unnecessary" | "deprecated";
}

/** The repairs to choose from, the likeliest first. */
export function fixesOf({ fix, fixes }: Pick<Problem, "fix" | "fixes">): readonly Fix[] {
	return fixes ?? (fix ? [fix] : []);
}

/** The repair that may be applied without asking anybody, if there is one. */
export function certainFix({ fix }: Pick<Problem, "fix">): Fix | undefined {
	return fix?.alone ? undefined : fix;
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
