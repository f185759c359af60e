// What code looks like a query, by its text alone.
import { withoutQuoted } from "./dialects.ts";

/** `evident`: wherever it stands; `declared`: only where the document says that its queries are in a dialect of ours. */
export type Likeness = "evident" | "declared";

/** How much a text looks like a query; `null`: not at all. */
export function likenessOf(text: string): Likeness | null {
	if (hasPlausibleField(text) || isLoneComparison(text)) return "evident";
	return readClauses(text) ? "declared" : null;
}

/**
 * A field may begin a text, follow white space, a bracket or a sign, and is a name, a quoted name or a name with wildcards.
 * Groups: name, white space before the colon, white space after it, the value's first character.
 */
const field = /(?<=(?:^|[\s(!])[-+]?)(?:([A-Za-z_@*](?:[\w.@*-]|\\.)*)|"[^"\r\n]+")([ \t]*):(?!:|\/\/)([ \t]*)([^\s])/g;

/** `HKLM:\…`, `C:\…` and `D:/…` are places, not fields. */
const place = /^(?:(?:HKLM|HKCU|HKU|HKCR|HKCC|HKEY_\w+):|[a-z]:[\\/])/i;

/** What a line says of itself rather than asks. */
const label =
	/^(?:note|todo|fixme|warning|caution|important|tip|hint|info|example|sources?|authors?|owner|contact|created|updated|date|version|status|priority|severity|risk|confidence|tactics?|techniques?|mitre|attack|ttps?|ref|references?|links?|tags?|id|title|platforms?|data|results?|expected|query|search|hypothesis|ticket|jira|mailto|tel|urn|https?|hxxps?|ftp|file|about|stack|cve)$/i;

/** A name that words of prose do not look like: in parts, or quoted. */
const tellingName = /[_.@*"]|[a-z][A-Z]|[A-Z]{2}[a-z]/;

/** Brackets and signs, then a name and what its value begins with. */
const opening =
	/^(?:NOT\s+|[-+!(]\s*)*(?:([A-Za-z_@*](?:[\w.@*-]|\\.)*)|"[^"\r\n]+")([ \t]*):(?!:|\/\/)[<>]?=?([ \t]*)(\S)/;

/**
 * Whether a text without marks of code is a query: it begins with a field and is clauses and operators to its end. A name
 * that could be a word of prose must have nothing but its value.
 */
export function isBareQuery(text: string): boolean {
	const [, name = '"', before, after, next] = opening.exec(text) ?? [];
	if (next === undefined || text.includes("`") || place.test(`${name}:${next}`) || emphasised.test(text)) return false;
	const read = readClauses(text);
	if (!read) return false;
	if (before || after) return /[_.]/.test(name) && !read.loose;
	return tellingName.test(name) || (!label.test(name) && !read.loose);
}

/** `**Words:** text`. */
const emphasised = /^(\*\*?|__?)[^*_:]+:\1(?=\s|$)/;

/** More lines than a query that somebody wrote has. */
const mostLines = 200;

/**
 * How many lines, read by their index, belong to what the first begins: between them stands an operator, or a bracket or
 * quote is open that closes further down.
 */
export function continuedLines(lineAt: (index: number) => string | undefined): number {
	let depth = 0;
	let quoted = false;
	/** Up to where it is joined by operators, or closed. */
	let sure = 1;
	for (let count = 1; count < mostLines; count++) {
		const [line, next] = [lineAt(count - 1) ?? "", lineAt(count)];
		for (const [mark] of line.matchAll(/\\.|["()]/g)) {
			if (mark === '"') quoted = !quoted;
			else if (!quoted && mark.length === 1) depth += mark === "(" ? 1 : -1;
		}
		const isOpen = quoted || depth > 0;
		if (!isOpen) sure = count;
		if (next === undefined) return sure;
		const isJoined = !quoted && (goesOn.test(line) || goesOnFrom.test(next));
		if (isJoined && sure === count) sure = count + 1;
		if (!isJoined && !isOpen) return count;
	}
	return sure;
}

/** Whether a query may begin so. */
export function beginsQuery(line: string): boolean {
	return line.startsWith("`") || opening.test(line);
}

/** A query never begins as JSON does. */
const json = /^\s*[[{]\s*["\r\n]/;

/**
 * Whether the text has a `field:` that a query could have. `http://x`, `Event ID: 4624` and `C:\x` are none: only a name
 * with `_` or `.` in it, which words of prose have not, may have white space round its colon.
 */
export function hasPlausibleField(text: string): boolean {
	if (json.test(text)) return false;
	for (const [, name, before, after, next] of text.matchAll(field)) {
		if (before || after) {
			if (name !== undefined && /[_.]/.test(name)) return true;
		} else if (name === undefined || !place.test(`${name}:${next}`)) return true;
	}
	return false;
}

/** `EventID=4688` and nothing else. Settings of an environment are in capitals, and most take words. */
function isLoneComparison(text: string): boolean {
	return /^(?=\w*[a-z_])[A-Za-z_@][\w.@]{2,} ?(?:==?|!=|[<>]=?) ?(?:"[^"\r\n]*"|-?\d[\w.:-]*)$/.test(text);
}

/** A name (`""` for a quoted one) with its comparison and a value; of `>` a number or a text: `whoami > out.txt` is none. */
const clause =
	/^[-+!]*(?:[A-Za-z_@*](?:[\w.@*-]|\\.)*|"")(?::?[<>]=?(?:""|now(?!\w)|-?\d[\w.:+/-]*$)|(?::?=|==|!=|:)(?!\/\/|[:=<>]).)/;
const capitals = /^(?:AND|OR|NOT)$/;
const operator = /^(?:and|or|not|&&|\|\|)$/i;

/**
 * Reads a text that is clauses and operators from its first word to its last, `null` if it is not: between operators stands
 * one word, or what begins with a comparison, or clauses with signs. So prose and command lines are none, even with an `and`
 * in them, nor is an event whose fields are listed line by line. `loose`: words follow a clause.
 */
function readClauses(text: string): { readonly loose: boolean } | null {
	const bare = withoutQuoted(text);
	if (json.test(bare) || isListing(bare)) return null;
	const words = bare
		.replace(/[\s()]+/g, " ")
		.replace(/ ?(:[<>]?=?|[<>!=]=|[<>=]) ?/g, "$1")
		.split(" ");
	const hasBrackets = /^\s*\(/.test(bare);
	let isQuery = false;
	let loose = false;
	/** What the words since the last operator begin with. */
	let part: "clause" | "signed" | "word" | null = null;
	for (const word of words.filter((each) => each !== "")) {
		if (operator.test(word)) {
			isQuery ||= capitals.test(word) || hasBrackets;
			part = null;
			continue;
		}
		const isClause = clause.test(word) && !place.test(word);
		const isSigned = /^[-+!]./.test(word);
		if (part === "word" || (part === "signed" && !isSigned && !isClause)) return null;
		loose ||= part !== null && !isClause && !isSigned;
		isQuery ||= isClause || (part === "signed" && word.startsWith("+"));
		part ??= isClause ? "clause" : isSigned ? "signed" : "word";
	}
	return isQuery ? { loose } : null;
}

const goesOn = /(?:^|[\s)])(?:and|or|not|&&|\|\|)$|\($/i;
const goesOnFrom = /^(?:(?:and|or|not)(?![\w:])|&&|\|\||[-+!)])/i;

/** Whether it has lines that no operator or bracket joins. */
function isListing(text: string): boolean {
	const lines = text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
	return lines.some((line, index) => {
		const next = lines[index + 1];
		return next !== undefined && !goesOn.test(line) && !goesOnFrom.test(next);
	});
}
