// Which hunts of the workspace say the same: kept by look-ups, so that an edit costs what it changes, however many there are.
import type { Span } from "../base/span.ts";
import { addressKey, huntKey, queryKey } from "../document/keys.ts";
import type { OtherHunts, OtherPlace } from "../lint/otherHunts.ts";
import type { Analysis } from "./analysis.ts";
import { titleOf } from "./indexedHunt.ts";

export interface HuntIndex {
	/**
	 * Takes over what the hunt says now, or that it is none any more. Gives the hunts of which the problems may be others than
	 * before: those that say, or said, something that this one has come to say or ceased to.
	 */
	update(uri: string, said: Said | null): ReadonlySet<string>;
	/** What all hunts but this one say. Always of the moment at which it is asked. */
	othersOf(uri: string): OtherHunts;
}

/** What a hunt says that others may say, too. */
export interface Said {
	readonly title: string;
	readonly facts: Readonly<Record<FactKind, readonly Fact[]>>;
}

type FactKind = (typeof factKinds)[number];

const factKinds = ["id", "query", "detection"] as const;

interface Fact {
	/** The same for all that say the same. */
	readonly key: string;
	readonly span: Span;
	/** Of a detection. */
	readonly name: string | null;
}

/** No problem names more places than these, so that what everybody says costs no more than what a few say. */
const mostPlaces = 10;

/** `null`: it is no hunt. */
export function saidBy(uri: string, analysis: Analysis): Said | null {
	const { hunt } = analysis;
	if (!hunt) return null;
	const id = hunt.meta?.id;
	return {
		title: titleOf(uri, analysis),
		facts: {
			id: id ? [{ key: keys.id(id.text), span: id.span, name: null }] : [],
			query: hunt.analytics.flatMap(({ queries }) =>
				queries.map(({ text, span }) => ({ key: keys.query(text), span, name: null })),
			),
			detection: hunt.existingDetections.flatMap(({ url, name }) =>
				url ? [{ key: keys.detection(url.text), span: url.span, name: name?.text ?? null }] : [],
			),
		},
	};
}

const keys: Readonly<Record<FactKind, (written: string) => string>> = {
	id: huntKey,
	query: queryKey,
	detection: addressKey,
};

export function createHuntIndex(): HuntIndex {
	const hunts = new Map<string, Said>();
	/** Who says what. */
	const sayers: Record<FactKind, Map<string, Set<string>>> = { id: new Map(), query: new Map(), detection: new Map() };

	return {
		update(uri, said) {
			const before = hunts.get(uri);
			if (said) hunts.set(uri, said);
			else hunts.delete(uri);
			const affected = new Set<string>();
			for (const kind of factKinds) {
				const [old, now] = [before?.facts[kind] ?? [], said?.facts[kind] ?? []];
				const sameTitle = before?.title === said?.title;
				const [was, is] = (sameTitle ? whatDiffers(old, now) : [old, now]).map(namesByKey) as [Names, Names];
				for (const key of new Set([...was.keys(), ...is.keys()])) {
					if (sameTitle && was.get(key) === is.get(key)) continue;
					const who = sayers[kind].get(key) ?? new Set();
					// One more, behind those that are shown, changes nothing for the others.
					const isUnseen = sameTitle && !was.has(key) && who.size > mostPlaces;
					if (!isUnseen) for (const other of who) affected.add(other);
					if (is.has(key) || now.some((fact) => fact.key === key)) sayers[kind].set(key, who.add(uri));
					else if (who.delete(uri) && who.size === 0) sayers[kind].delete(key);
				}
			}
			affected.delete(uri);
			return affected;
		},
		othersOf(uri) {
			const places = <P>(kind: FactKind, written: string, place: (at: OtherPlace, fact: Fact) => P): P[] => {
				const key = keys[kind](written);
				const found: P[] = [];
				for (const other of sayers[kind].get(key) ?? []) {
					const said = other === uri ? undefined : hunts.get(other);
					if (!said) continue;
					for (const fact of said.facts[kind])
						if (fact.key === key) found.push(place({ uri: other, hunt: said.title, span: fact.span }, fact));
					if (found.length >= mostPlaces) break;
				}
				return found.slice(0, mostPlaces);
			};
			return {
				withId: (id) => places("id", id, (at) => at),
				withQuery: (text) => places("query", text, (at) => at),
				withDetection: (url) => places("detection", url, (at, { name }) => ({ ...at, name })),
			};
		},
	};
}

/** Both without what is the same at their beginnings and ends: of a keystroke, hardly anything is left. */
function whatDiffers(a: readonly Fact[], b: readonly Fact[]): readonly (readonly Fact[])[] {
	const isSame = (one: Fact | undefined, other: Fact | undefined) =>
		one?.key === other?.key && one?.name === other?.name;
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && isSame(a[start], b[start])) start++;
	let end = 0;
	while (end < shorter - start && isSame(a.at(-1 - end), b.at(-1 - end))) end++;
	return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

type Names = ReadonlyMap<string, string>;

/** What each key is named, as one text that says whether it has changed. */
function namesByKey(facts: readonly Fact[]): Names {
	const names = new Map<string, string>();
	for (const { key, name } of facts) names.set(key, name === null ? "" : `${names.get(key) ?? ""}\n${name}`);
	return names;
}
