// Where a hunt cites techniques and tactics of MITRE ATT&CK®: in its front matter, its text and its links.
import type { TextEdit } from "../base/problem.ts";
import { holds, type Span } from "../base/span.ts";
import { fencesAndComments } from "./fencesAndComments.ts";
import type { Hunt, Text } from "./hunt.ts";
import { indexesOf } from "./sourceText.ts";
import { statedTacticNames, tacticNames } from "./tacticNames.ts";

/** One place that cites a technique or tactic. What it cites need not exist. */
export interface Citation {
	readonly kind: "technique" | "tactic";
	/** `T1059.001` or `TA0005`, however it is written there; where there is no id, the name as written. */
	readonly id: string;
	/** Of the id or name without what is around it; in a link of what stands for it in the address: `T1059/001`. */
	readonly span: Span;
	readonly source: "front matter" | "text" | "link";
}

const known = new WeakMap<Hunt, readonly Citation[]>();

/**
 * In text order. `text` is what the hunt was read from. Queries, fences and comments cite nothing, nor do addresses other
 * than those of ATT&CK's pages. A tactic's name counts where a label or the head of a column says that it is one.
 */
export function citationsOf(hunt: Hunt, text: string): readonly Citation[] {
	const found = known.get(hunt) ?? find(hunt, text);
	known.set(hunt, found);
	return found;
}

/** What makes a citation one of another id: nothing around it changes. */
export function citeInstead(text: string, { source, span }: Citation, id: string): TextEdit {
	if (source !== "link") return { span, text: id };
	const path = id.replace(".", "/");
	if (!text.endsWith(oldFolder, span[0])) return { span, text: path };
	return { span: [span[0] - oldFolder.length, span[1]], text: `techniques/${path}` };
}

/** Where ATT&CK's pages of techniques were once; nothing newer is there. */
const oldFolder = "wiki/Technique/";

function find(hunt: Hunt, text: string): readonly Citation[] {
	const { meta, analytics } = hunt;
	const bodyAt = meta?.span[1] ?? 0;
	const inText = [...ids(text, bodyAt), ...names(text, bodyAt)].sort(inTextOrder);
	const fenceAt = inOrder(inText.length > 0 ? fencesAndComments(text).map((span) => ({ span })) : []);
	const analyticAt = inOrder(analytics);
	const shown = inText.filter(
		({ span }) =>
			!isWithin(fenceAt(span[0]), span) && !analyticAt(span[0])?.queries.some((query) => isWithin(query, span)),
	);
	const stated = [
		...(meta?.techniques ?? []).flatMap((technique) => statedTechniques(text, technique)),
		...(meta?.tactics ?? []).flatMap((tactic) => statedTactics(text, tactic)),
	];
	return [...stated, ...shown].sort(inTextOrder);
}

/** A digit too few or too many after the dot is still one that somebody meant. */
const id = "T(?:\\d{4}(?:[./]\\d{3}|\\.\\d{1,2})?|A\\d{4})(?!\\w|\\.\\w|\\/\\d)";
const idHere = new RegExp(id, "y");
/** Also as `attack.t1059.001`. */
const idInEntry = new RegExp(`(?<!\\w)${id}`, "gi");

/** Ids as words of the text, and in all links to ATT&CK's pages; those to pages of an old version are meant so. */
function ids(text: string, from: number): readonly Citation[] {
	const found: Citation[] = [];
	for (const at of indexesOf(text, "T")) {
		idHere.lastIndex = at;
		const [written] = idHere.exec(text) ?? [];
		if (!written) continue;
		const kind = kindOf(written);
		const isLink = text[at - 1] === "/" && pages[kind].some((page) => text.endsWith(page, at));
		if (isLink || (at >= from && isWord(text, at))) found.push(citation(kind, written, at, isLink ? "link" : "text"));
	}
	return found;
}

const site = "attack.mitre.org/";
const pages = { technique: [`${site}techniques/`, `${site}${oldFolder}`], tactic: [`${site}tactics/`] };

/** Whether no word goes on here, nor an address or path, which begin behind a blank or bracket. */
function isWord(text: string, at: number): boolean {
	const isApart = (index: number) => index < 0 || " \n\t\r|<>\"'`()[],;".includes(text[index] as string);
	if (isApart(at - 1)) return true;
	if (/[\w.\\@=-]/.test(text.charAt(at - 1))) return false;
	let start = at;
	while (at - start < longestAddress && !isApart(start - 1)) start--;
	const before = text.slice(start, at);
	return !/:\/\/|^www\./i.test(before) && (!before.endsWith("/") || /(?<!\w)TA?\d{4}(?:\.\d{3})?\/$/.test(before));
}

const longestAddress = 500;

function names(text: string, from: number): readonly Citation[] {
	return tacticNames(text)
		.filter(([start]) => start >= from)
		.map((span) => citation("tactic", text.slice(...span), span[0], "text"));
}

/** All ids in an entry of the front matter; in one without, what its author took for techniques. */
function statedTechniques(text: string, { span }: Text): readonly Citation[] {
	const written = text.slice(...span);
	if (written.includes("attack.mitre.org/")) return [];
	const cited = (word: string, at: number) => citation(kindOf(word), word, span[0] + at, "front matter");
	const found = Array.from(written.matchAll(idInEntry), ({ 0: word, index }) => cited(word, index));
	if (found.length > 0) return found;
	return Array.from(written.matchAll(/[^\s,;"'[\]](?:[^,;"'[\]]*[^\s,;"'[\]])?/g), ({ 0: word, index }) => {
		const idLike = /^[A-Za-z]{1,8}-?\d[\w.-]*(?=\s|:)/.exec(word)?.[0];
		return cited(idLike ?? word, index);
	});
}

function statedTactics(text: string, { span }: Text): readonly Citation[] {
	if (text.slice(...span).includes("attack.mitre.org/")) return [];
	return statedTacticNames(text, span).map(([start, end]) =>
		citation("tactic", text.slice(start, end), start, "front matter"),
	);
}

function citation(kind: Citation["kind"], written: string, at: number, source: Citation["source"]): Citation {
	const id = /^TA?\d/i.test(written) ? written.toUpperCase().replace("/", ".") : written;
	return { kind, id, span: [at, at + written.length], source };
}

function kindOf(word: string): Citation["kind"] {
	return /^TA\d/i.test(word) ? "tactic" : "technique";
}

function inTextOrder(a: Citation, b: Citation): number {
	return a.span[0] - b.span[0];
}

function isWithin(outer: { readonly span: Span } | undefined, span: Span): boolean {
	return outer !== undefined && holds(outer.span, span);
}

/** The first of the sorted items that ends behind an offset; asked for one offset after the other. */
function inOrder<T extends { readonly span: Span }>(sorted: readonly T[]): (offset: number) => T | undefined {
	let at = 0;
	return (offset) => {
		while ((sorted[at]?.span[1] ?? Number.POSITIVE_INFINITY) <= offset) at++;
		return sorted[at];
	};
}
