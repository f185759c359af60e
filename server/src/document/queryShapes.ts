// What code looks like a query, by its text alone.
import { withoutQuoted } from "./dialects.ts";

/** `evident`: wherever it stands; `declared`: only where the document says that its queries are in a dialect of ours. */
export type Likeness = "evident" | "declared";

/** How much a text looks like a query; `null`: not at all. */
export function likenessOf(text: string): Likeness | null {
	if (hasPlausibleField(text) || isLoneComparison(text)) return "evident";
	return isWrittenAsQuery(text) ? "declared" : null;
}

/**
 * A field may begin a text, follow white space, a bracket or a sign, and is a name, a quoted name or a name with wildcards.
 * Groups: name, white space before the colon, white space after it, the value's first character.
 */
const field = /(?<=(?:^|[\s(!])[-+]?)(?:([A-Za-z_@*](?:[\w.@*-]|\\.)*)|"[^"\r\n]+")([ \t]*):(?!:|\/\/)([ \t]*)([^\s])/g;

/** `HKLM:\…`, `C:\…` and `D:/…` are places, not fields. */
const place = /^(?:(?:HKLM|HKCU|HKU|HKCR|HKCC|HKEY_\w+):|[a-z]:[\\/])/i;

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
 * Whether the text is clauses and operators from its first word to its last: between operators stands one word, or what
 * begins with a comparison, or clauses with signs. So prose and command lines are none, even with an `and` in them, nor is
 * an event whose fields are listed line by line.
 */
function isWrittenAsQuery(text: string): boolean {
	const bare = withoutQuoted(text);
	if (json.test(bare) || isListing(bare)) return false;
	const words = bare
		.replace(/[\s()]+/g, " ")
		.replace(/ ?(:[<>]?=?|[<>!=]=|[<>=]) ?/g, "$1")
		.split(" ");
	const hasBrackets = /^\s*\(/.test(bare);
	let isQuery = false;
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
		if (part === "word" || (part === "signed" && !isSigned && !isClause)) return false;
		isQuery ||= isClause || (part === "signed" && word.startsWith("+"));
		part ??= isClause ? "clause" : isSigned ? "signed" : "word";
	}
	return isQuery;
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
