// Which dialect of ours words name, and which a query's own text shows.
import type { DialectName } from "../base/dialect.ts";

const names: Readonly<Record<string, DialectName>> = {
	redcloak: "redcloak",
	taegis: "redcloak",
	lucene: "lucene",
	kibana: "kibana",
	kuery: "kibana",
	carbonblack: "carbonblack",
	cbr: "carbonblack",
	cbedr: "carbonblack",
	cbcloud: "carbonblack",
};

/** The dialect with this name or one of its other names, whatever their case, blanks and dashes; `kql` is none: two languages call themselves so. */
export function dialectNamed(name: string): DialectName | null {
	const plain = name.toLowerCase().replace(/[\s_-]+/g, "");
	return Object.hasOwn(names, plain) ? (names[plain] ?? null) : null;
}

/** How headings write the names; they are misspelt now and then. */
const writtenNames: readonly (readonly [DialectName, string])[] = [
	["redcloak", "red[ -]?cloak|taegis"],
	["lucene", "le?ucene"],
	["kibana", "kibana|kuery"],
	["carbonblack", "(?:vmware )?(?:carbon[ -]?black|cb)(?: (?:response|edr|cloud))?|cbr"],
];
const query = "(?:quer(?:y|ies)|search(?:es)?|syntax|dialect|filters?)";
const headingPatterns = writtenNames.map(([dialect, name]) => {
	const names = `(?:${name})(?: ?/ ?(?:${name}))*(?: kql)?`;
	const language = `(?:${query} )?(?:(?:in|for|the) )*${names}(?: ${query})?(?: #?\\d+)?`;
	// It begins the heading or stands behind a sign that parts, and ends it or stands before a colon; before other signs that
	// part, it says what it is: the name of queries.
	const said = `(?:^|\\(|(?:^| )[-–—] |: )${language}(?:\\)?(?:$|: )|(?<=${query}(?: #?\\d+)?)(?: \\(| [-–—] ))`;
	return { dialect, mentioned: new RegExp(`(?<!\\w)(?:${name})(?!\\w)`), said: new RegExp(said) };
});

/**
 * The dialect that a heading says its queries are in: `Lucene Queries`, `Kibana`, `Lucene: first try`, `Persistence (Carbon
 * Black)`. A name within what the heading is about (`Tampering with Lucene queries`) says nothing, nor do two.
 */
export function dialectOfHeading(words: string): DialectName | null {
	const plain = words
		.toLowerCase()
		.replace(/[*_`]+/g, "")
		.replace(/^\d+[.)] /, "")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/ ?[:.]$/, "");
	const [only, another] = headingPatterns.filter(({ mentioned }) => mentioned.test(plain));
	return only && !another && only.said.test(plain) ? only.dialect : null;
}

/** Names that only Carbon Black's events have. */
const carbonBlackField =
	/(?:^|[\s(!+-])(?:process_(?:name|cmdline|md5)|parent_(?:name|cmdline|md5)|cmdline|(?:childproc|regmod|filemod|modload|netconn|crossproc)(?:_\w+)?):/;
/** What Kibana's language has not: signs before clauses, operators in capitals or signs, ranges in brackets. */
const notKibana = /(?:^|[\s(])(?:[-+!]["(\w@]|(?:AND|OR|NOT)(?=[\s(])|&&|\|\||_exists_:)|[[{][^[\]{}:]*\sTO\s/;
const nestedFields = /[\w.]\s*:\s*\{[^{}]*:/;
const comparison = /(?:^|[\s(])[\w.@]+ ?(?:>=?|<=?) ?["\w]/;
const spacedColon = /[\w.@*"] ?:[ \t]+(?=["\w(*{])/;
const tightColon = /[\w.@*"] ?:(?![\s{])/;
const lowercaseOperator = /(?:[\s)]|^)(?:and|or|not)(?=[\s(])/;
const requiredClause = /(?:^|[\s(])\+["(\w@]/;

/** The dialect that is evident from a query's text, if any. `calledKql`: somebody has named it so, and it is no Kusto. */
export function evidentDialect(text: string, calledKql = false): DialectName | null {
	const bare = withoutQuoted(text);
	if (carbonBlackField.test(bare)) return "carbonblack";
	if (!notKibana.test(bare)) {
		if (nestedFields.test(bare) || comparison.test(bare)) return "kibana";
		const spaced = spacedColon.test(bare) && !tightColon.test(bare);
		const lowercase = lowercaseOperator.test(bare);
		if (spaced && lowercase) return "kibana";
		if (calledKql && (spaced || lowercase)) return "kibana";
	}
	return requiredClause.test(bare) ? "lucene" : null;
}

/** The text with its quotes emptied: what stands in them looks like anything. */
export function withoutQuoted(text: string): string {
	// An open quote ends with the text, so that none is looked at twice.
	return text.replace(/"(?:\\.|[^"\\])*(?:"|\\?$)/gs, '""');
}
