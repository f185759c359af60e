// All field names that a hunter may write, those first that the source can answer.
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { howFull } from "./fieldText.ts";
import { sourceFields } from "./sourceFields.ts";

export interface FieldOffer {
	readonly name: string;
	/** Type, taxonomies and how full it is, on one line. */
	readonly detail: string;
	/** What it holds; empty where no taxonomy says. */
	readonly description: string;
}

const offers = new WeakMap<Vocabulary, WeakMap<FieldCatalog, readonly FieldOffer[]>>();
const withoutSource = new WeakMap<Vocabulary, readonly FieldOffer[]>();

/**
 * Names of the source first, fullest first, then names that mean one of them, then the others in the vocabulary's order.
 * The same catalog and vocabulary get the same array.
 */
export function fieldOffers({ catalog, vocabulary }: Known): readonly FieldOffer[] {
	if (catalog === null) {
		const known = withoutSource.get(vocabulary) ?? vocabulary.names.map((name) => offer(name, vocabulary));
		withoutSource.set(vocabulary, known);
		return known;
	}
	const ofVocabulary = offers.get(vocabulary) ?? new WeakMap<FieldCatalog, readonly FieldOffer[]>();
	offers.set(vocabulary, ofVocabulary);
	const known = ofVocabulary.get(catalog) ?? allOffers(catalog, vocabulary);
	ofVocabulary.set(catalog, known);
	return known;
}

type Known = Pick<Analysis, "catalog" | "vocabulary">;

function allOffers(catalog: FieldCatalog, vocabulary: Vocabulary): readonly FieldOffer[] {
	const inSource = catalog.fields.filter(({ type }) => type !== "object").map(({ name }) => name);
	const names = [...new Set([...vocabulary.names, ...inSource])];
	const own = new Set(inSource);
	// A name that shares its meaning with none is there under itself, or not at all.
	const mayBeThere = (name: string) =>
		own.has(name) || vocabulary.meaningsOf(name).some(({ field }) => vocabulary.namesOf(field.concept).length > 0);
	const counted = names.map((name) => ({
		name,
		...(mayBeThere(name) ? presence(name, catalog, vocabulary) : absent),
	}));
	const byName = (a: string, b: string) => (a < b ? -1 : 1);
	counted.sort((a, b) => a.rank - b.rank || b.filled - a.filled || (a.rank < absent.rank ? byName(a.name, b.name) : 0));
	return counted.map(({ name, ...there }) => offer(name, vocabulary, presenceText(there, catalog)));
}

interface Presence {
	/** Events in which the fullest of its fields has a value. */
	readonly filled: number;
	/** 0: the source has a field of this name, 1: of another that means it, 2: that means it in some events, 3: none. */
	readonly rank: 0 | 1 | 2 | 3;
}

const absent: Presence = { filled: 0, rank: 3 };

function presence(name: string, catalog: FieldCatalog, vocabulary: Vocabulary): Presence {
	const fields = sourceFields(name, catalog, vocabulary);
	const always = fields.filter(({ conditions }) => conditions.length === 0);
	const filled = Math.max(0, ...always.map((field) => field.filled ?? 0));
	if (filled > 0) return { filled, rank: fields.some((field) => field.name === name) ? 0 : 1 };
	return { filled, rank: fields.some((field) => field.filled !== 0) ? 2 : 3 };
}

function presenceText({ filled, rank }: Presence, { events }: FieldCatalog): string {
	if (filled > 0) return howFull(filled, events);
	return rank === 2 ? "in some events of the source" : "not in the source";
}

/** `there`: how much of it the source has. */
function offer(name: string, { meaningsOf }: Vocabulary, there?: string): FieldOffer {
	const meanings = meaningsOf(name);
	const types = new Set(meanings.map(({ field }) => field.type));
	const titles = new Set(meanings.map(({ taxonomy }) => taxonomy.title));
	return {
		name,
		detail: [...types, ...titles, ...(there ? [there] : [])].join(" · "),
		description: [...new Set(meanings.map(({ field }) => field.description))].join("\n\n"),
	};
}
