// Which code in a hunt is a query, and in which language.
import type { ForeignLanguage, QueryLanguage } from "./hunt.ts";

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

const ourTags = new Set(["lucene", "redcloak", "kibana", "huntmark"]);
const plainTags = new Set(["", "text", "txt", "plaintext", "none", "query"]);
/** What these hold is evidence or illustration, never a query. */
const dataTags = new Set(["json", "jsonl", "ndjson", "xml", "csv", "html", "markdown", "md", "diff", "log", "mermaid"]);

/**
 * The language of a fenced block by its tag (the first word after the fence, may be empty) and text; `null`: no query.
 * A tag of ours is believed, `kql` (two languages call themselves so) and a missing one are not.
 */
export function fenceLanguage(tag: string, text: string): QueryLanguage | null {
	const word = tag.toLowerCase();
	if (text.trim() === "" || dataTags.has(word)) return null;
	if (ourTags.has(word)) return "redcloak";
	if (word === "kql") return hasPlausibleField(text) && !text.includes("|") ? "redcloak" : "kusto";
	if (plainTags.has(word)) return hasPlausibleField(text) ? "redcloak" : null;
	return Object.hasOwn(foreignTags, word) ? (foreignTags[word] ?? "other") : "other";
}
