// What is kept of a hunt of the workspace: what others may ask about it, without its trees.
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { headingOf } from "../document/analytics.ts";
import type { Analysis } from "./analysis.ts";
import { type HuntMentions, mentionsOf } from "./mentions.ts";

/** A hunt of the workspace, open or on disk. Plain data; spans are offsets of `text`. */
export interface IndexedHunt extends HuntMentions {
	readonly uri: string;
	readonly text: string;
	/** With its id, if it has one; its file's name where it has no title. */
	readonly title: string;
	/** Where it says its title; its beginning where it says none. */
	readonly span: Span;
	/** `title`: as their headings say it. */
	readonly analytics: readonly { readonly title: string; readonly span: Span }[];
	readonly problems: readonly Problem[];
}

const indexed = new WeakMap<Analysis, IndexedHunt>();

/** `null`: it is no hunt. The same analysis gives the same hunt. */
export function indexedHunt(uri: string, analysis: Analysis): IndexedHunt | null {
	const { hunt, text, problems } = analysis;
	if (!hunt) return null;
	const known = indexed.get(analysis);
	if (known) return known;
	const made: IndexedHunt = {
		uri,
		text,
		title: titleOf(uri, analysis),
		span: hunt.title?.span ?? [0, 0],
		analytics: hunt.analytics.map(({ title, number, span }) => ({
			title: headingOf(hunt, { span })?.text ?? (title?.text || `Analytic ${number ?? ""}`.trim()),
			span,
		})),
		mentions: mentionsOf(analysis),
		problems,
	};
	indexed.set(analysis, made);
	return made;
}

/** What others call the hunt. */
export function titleOf(uri: string, { hunt }: Pick<Analysis, "hunt">): string {
	const title = hunt?.title?.text || fileName(uri);
	const id = hunt?.meta?.id?.text;
	return id && !title.includes(id) ? `${id} ${title}` : title;
}

function fileName(uri: string): string {
	const name = uri.slice(uri.lastIndexOf("/") + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
