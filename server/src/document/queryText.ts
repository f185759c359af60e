// Which code in a hunt is a query, and in which language.
import { dialectNamed, evidentDialect } from "./dialects.ts";
import type { ForeignLanguage } from "./hunt.ts";
import { hasPlausibleField, likenessOf } from "./queryShapes.ts";
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

const plainTags = new Set(["", "text", "txt", "plaintext", "none", "query"]);
/** What these hold is evidence or illustration, never a query. */
const dataTags = new Set(["json", "jsonl", "ndjson", "xml", "csv", "html", "markdown", "md", "diff", "log", "mermaid"]);

/** A query, and what its own block says of its language: `null` where that is nothing. */
export interface QueryCode {
	readonly language: OwnLanguage | null;
	/** Whether it is one only where the document says the dialect of its queries. */
	readonly needsDialect: boolean;
}

/** A code span as a query; `null`: it is none. */
export function spanQuery(text: string): QueryCode | null {
	const likeness = likenessOf(text);
	return likeness && { language: byContent(text), needsDialect: likeness === "declared" };
}

/**
 * A fenced block as a query by its tag (the first word after the fence, may be empty) and text; `null`: it is none. A tag
 * of ours is believed, `kql` (two languages call themselves so) and a missing one are not.
 */
export function fenceQuery(tag: string, text: string): QueryCode | null {
	const word = tag.toLowerCase();
	if (text.trim() === "" || dataTags.has(word)) return null;
	const dialect = dialectNamed(word);
	if (dialect) return query({ name: dialect, from: "fence" });
	if (word === "huntmark") return query(byContent(text));
	if (plainTags.has(word)) return spanQuery(text);
	if (word === "kql" && isNoKusto(text)) return query(byContent(text, true));
	return query({ name: foreignTag(word), from: "fence" });
}

function query(language: OwnLanguage | null): QueryCode {
	return { language, needsDialect: false };
}

function foreignTag(word: string): ForeignLanguage {
	return Object.hasOwn(foreignTags, word) ? (foreignTags[word] ?? "other") : "other";
}

/** Kusto pipes, and has no `field:`. */
function isNoKusto(text: string): boolean {
	return hasPlausibleField(text) && !text.replace(/"[^"\r\n]*"/g, "").includes("|");
}

function byContent(text: string, calledKql = false): OwnLanguage | null {
	const name = evidentDialect(text, calledKql);
	return name && { name, from: "content" };
}
