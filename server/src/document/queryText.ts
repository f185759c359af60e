// Which code in a hunt is a query, and in which language.
import { dialectNamed, evidentDialect } from "./dialects.ts";
import type { ForeignLanguage } from "./hunt.ts";
import type { OwnLanguage } from "./tokens.ts";

/**
 * A field may begin a text, follow white space, a bracket or a sign, and is a name, a quoted name or a name with wildcards.
 * Groups: name, white space before the colon, white space after it, the value's first character.
 */
const field = /(?<=(?:^|[\s(!])[-+]?)(?:([A-Za-z_@*](?:[\w.@*-]|\\.)*)|"[^"\r\n]+")([ \t]*):(?!:|\/\/)([ \t]*)([^\s])/g;

/** `HKLM:\…`, `C:\…` and `D:/…` are places, not fields. */
const hive = /^(HKLM|HKCU|HKU|HKCR|HKCC|HKEY_\w+)$/i;

/**
 * Whether the text has a `field:` that a query could have. `http://x`, `Event ID: 4624` and `C:\x` are none: only a name
 * with `_` or `.` in it, which words of prose have not, may have white space round its colon.
 */
export function hasPlausibleField(text: string): boolean {
	// A query never begins as JSON does.
	if (/^\s*[[{]\s*["\r\n]/.test(text)) return false;
	for (const [, name, before, after, next] of text.matchAll(field)) {
		if (before || after) {
			if (name !== undefined && /[_.]/.test(name)) return true;
		} else if (name === undefined) return true;
		else if (name.length === 1 && (next === "\\" || next === "/")) continue;
		else if (!hive.test(name)) return true;
	}
	return false;
}

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
}

/** A code span as a query; `null`: it is none. */
export function spanQuery(text: string): QueryCode | null {
	return hasPlausibleField(text) ? { language: byContent(text) } : null;
}

/**
 * A fenced block as a query by its tag (the first word after the fence, may be empty) and text; `null`: it is none. A tag
 * of ours is believed, `kql` (two languages call themselves so) and a missing one are not.
 */
export function fenceQuery(tag: string, text: string): QueryCode | null {
	const word = tag.toLowerCase();
	if (text.trim() === "" || dataTags.has(word)) return null;
	const dialect = dialectNamed(word);
	if (dialect) return { language: { name: dialect, from: "fence" } };
	if (word === "huntmark") return { language: byContent(text) };
	if (plainTags.has(word)) return spanQuery(text);
	if (word === "kql" && isNoKusto(text)) return { language: byContent(text, true) };
	return { language: { name: foreignTag(word), from: "fence" } };
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
