// Renames what a hunt made itself, wherever it is named: analytics, ids of hunts, fields of the workspace's own.
import type { TextEdit } from "../base/problem.ts";
import { type Refusal, refuse } from "../base/refusal.ts";
import type { Span } from "../base/span.ts";
import { writtenName } from "../lint/reading/fieldName.ts";
import type { Analysis } from "../workspace/analysis.ts";
import {
	type HuntMentions,
	isOfWorkspace,
	isSameThing,
	type Mention,
	mentionAt,
	mentionsOf,
} from "../workspace/mentions.ts";

export interface Renaming {
	/** By document, in text order. */
	readonly edits: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
	/** The field to rename in the workspace's configuration. */
	readonly field: string | null;
}

/** A hunt and its text, which tells how a thing is written at each place. */
export interface RenamedHunt extends HuntMentions {
	readonly text: string;
}

/** What would be renamed at the offset, and how it is written now. */
export function renameable(analysis: Analysis, offset: number): Span | Refusal {
	const mention = mentionAt(analysis, offset);
	if (!mention)
		return refuse("bad-input", "Nothing here has a name.", "Put the cursor on an analytic, an id or a field.");
	switch (mention.kind) {
		case "analytic":
		case "hunt":
			return mention.span;
		case "field":
			if (analysis.config.fields.has(mention.key)) return mention.span;
			return refuse(
				"bad-input",
				`\`${mention.key}\` is no field of your own.`,
				"Only fields that huntmark.json defines can be renamed.",
			);
		default:
			return refuse("bad-input", "This name is not yours to change.", "Change it where it comes from.");
	}
}

/** All edits that give it the new name. `others`: the hunts of the workspace; the document itself is left out by its `uri`. */
export function rename(
	analysis: Analysis,
	uri: string,
	offset: number,
	name: string,
	others: Iterable<RenamedHunt>,
): Renaming | Refusal {
	const span = renameable(analysis, offset);
	if ("kind" in span) return span;
	const wanted = mentionAt(analysis, offset) as Mention;
	const old = analysis.text.slice(...span);
	const refusal = unfit(wanted, old, name.trim());
	if (refusal) return refusal;
	const written = wanted.kind === "field" ? writtenName(name.trim()) : name.trim();
	const renamed = ({ uri: of, text, mentions }: RenamedHunt) => ({
		uri: of,
		edits: mentions
			.filter((each) => isSameThing(each, wanted) && isWrittenAlike(text.slice(...each.span), old, wanted))
			.map((each) => ({ span: each.span, text: written })),
	});
	const hunts = [renamed({ uri, text: analysis.text, mentions: mentionsOf(analysis) })];
	if (isOfWorkspace(wanted)) for (const hunt of others) if (hunt.uri !== uri) hunts.push(renamed(hunt));
	return { edits: hunts.filter(({ edits }) => edits.length > 0), field: wanted.kind === "field" ? wanted.key : null };
}

/** An analytic has two names, its number and its title; each is renamed by itself. */
function isWrittenAlike(written: string, old: string, { kind }: Mention): boolean {
	return kind !== "analytic" || written.toLowerCase() === old.toLowerCase();
}

function unfit({ kind }: Mention, old: string, name: string): Refusal | null {
	if (name === "" || /[\r\n]/.test(name)) return refuse("bad-input", "A name is one line of text.", "Type a name.");
	if (kind === "analytic" && /^\d+$/.test(old) && !/^\d{1,9}$/.test(name))
		return refuse("bad-input", "This is the analytic's number.", "Type a number.");
	if (kind === "analytic" && /\|/.test(name))
		return refuse("bad-input", "A title with `|` could not be named in a table.", "Leave the bar out.");
	if (kind === "hunt" && !/^[A-Za-z]{1,12}-\d{1,8}$/.test(name))
		return refuse("bad-input", "An id is letters, a dash and digits.", "Type an id such as H-0042.");
	return null;
}
