// The four ways in which hunters write the one query language.

export type DialectName = "redcloak" | "lucene" | "kibana" | "carbonblack";

/** How a query is read. */
export interface Dialect {
	readonly name: DialectName;
	/** What two clauses side by side mean. Only `lucene` leaves a choice. */
	readonly defaultOperator: "AND" | "OR";
	/** `lucene` as Elasticsearch and OpenSearch extend it: a purely negative group is everything but, not nothing. */
	readonly es: boolean;
}

/** What a configuration may say of `lucene`. */
export interface DialectOptions {
	readonly defaultOperator?: Dialect["defaultOperator"];
	readonly es?: boolean;
}

export const dialectNames: readonly DialectName[] = ["redcloak", "lucene", "kibana", "carbonblack"];

export function isDialectName(name: string): name is DialectName {
	return (dialectNames as readonly string[]).includes(name);
}

/** The dialect; the same options give the same object, so that it can be compared and be a key. */
export function dialectOf(name: DialectName, { defaultOperator = "OR", es = false }: DialectOptions = {}): Dialect {
	if (name !== "lucene") return others[name];
	return (defaultOperator === "AND" ? luceneAnd : luceneOr)[es ? 1 : 0];
}

const plain = (name: DialectName, defaultOperator: Dialect["defaultOperator"] = "AND", es = false): Dialect => ({
	name,
	defaultOperator,
	es,
});
const others = {
	redcloak: plain("redcloak"),
	kibana: plain("kibana"),
	carbonblack: plain("carbonblack"),
} as const;
const luceneOr = [plain("lucene", "OR"), plain("lucene", "OR", true)] as const;
const luceneAnd = [plain("lucene", "AND"), plain("lucene", "AND", true)] as const;
