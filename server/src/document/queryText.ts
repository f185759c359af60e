// Which code in a hunt is a query, and in which language.
import { dialectNamed, evidentDialect } from "./dialects.ts";
import { foreignLanguageOf } from "./foreignLanguages.ts";
import type { ForeignLanguage } from "./hunt.ts";
import { hasPlausibleField, isBareQuery, likenessOf } from "./queryShapes.ts";
import type { OwnLanguage } from "./tokens.ts";

const foreignTags: Readonly<Record<string, ForeignLanguage>> = {
	kusto: "kusto",
	csl: "kusto",
	kql: "kusto",
	spl: "spl",
	splunk: "spl",
	esql: "esql",
	eql: "eql",
	sql: "sql",
	osquery: "osquery",
	sigma: "sigma",
	yara: "yara",
	sh: "shell",
	bash: "shell",
	zsh: "shell",
	shell: "shell",
	console: "shell",
	cmd: "shell",
	bat: "shell",
	powershell: "shell",
	ps1: "shell",
	pwsh: "shell",
};

/** What authors tag other languages with, too. */
const looseTags = new Set(["kql", "sql"]);
const textTags = new Set(["text", "txt", "plaintext", "none"]);
const plainTags = new Set(["", "query", ...textTags]);
const dataTags = new Set(["json", "jsonl", "ndjson", "xml", "csv", "html", "markdown", "md", "diff", "log", "mermaid"]);

/** A query, and what its own block says of its language: `null` where that is nothing. */
export interface QueryCode {
	readonly language: OwnLanguage | null;
	/** Whether it is one only where the document says the dialect of its queries. */
	readonly needsDialect: boolean;
}

/** A code span as a query; `null`: it is none. */
export function spanQuery(text: string): QueryCode | null {
	const foreign = foreignLanguageOf(text);
	// Code spans name commands, too.
	if (foreign && foreign !== "shell") return query({ name: foreign, from: "content" });
	const likeness = likenessOf(text);
	return likeness && { language: byContent(text), needsDialect: likeness === "declared" };
}

/** A line of a paragraph, or several that belong together, as a query; `null`: it is none. */
export function bareQuery(text: string): QueryCode | null {
	return isBareQuery(text) ? query(byContent(text)) : null;
}

/**
 * A block of code as a query by its tag (the first word after the fence, may be empty) and text; `null`: it is none. A tag
 * of ours is believed; a missing one is not, nor `kql` (two languages call themselves so) or `sql` (what all call theirs).
 */
export function blockQuery(tag: string, text: string): QueryCode | null {
	const word = tag.toLowerCase();
	if (text.trim() === "" || dataTags.has(word)) return null;
	const dialect = dialectNamed(word);
	if (dialect) return query({ name: dialect, from: "fence" });
	if (word === "huntmark") return query(byContent(text));
	const tagged = Object.hasOwn(foreignTags, word) ? (foreignTags[word] ?? null) : null;
	if (tagged && !looseTags.has(word)) return query({ name: tagged, from: "fence" });
	const foreign = foreignLanguageOf(text);
	if (plainTags.has(word)) return foreign ? query({ name: foreign, from: "content" }) : spanQuery(text);
	if (foreign && foreign !== tagged && (tagged || word === "yaml" || word === "yml"))
		return query({ name: foreign, from: "content" });
	if (!foreign && tagged && isOurs(text)) return query(byContent(text, word === "kql"));
	return query({ name: tagged ?? "other", from: "fence" });
}

/** Whether a fence with this tag says itself that it is no query: it holds data, or plain text. */
export function isNoQuery(tag: string): boolean {
	const word = tag.toLowerCase();
	return dataTags.has(word) || textTags.has(word);
}

function query(language: OwnLanguage | null): QueryCode {
	return { language, needsDialect: false };
}

/** No other language has a `field:` and pipes nothing. */
function isOurs(text: string): boolean {
	return hasPlausibleField(text) && !text.replace(/"[^"\r\n]*"/g, "").includes("|");
}

/** What the text alone shows. */
export function byContent(text: string, calledKql = false): OwnLanguage | null {
	const name = evidentDialect(text, calledKql);
	return name && { name, from: "content" };
}
