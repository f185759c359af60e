// Text of a user's as code in Markdown.

/** Of longer texts only the beginning is shown. */
const longest = 200;

/** A code span that shows exactly this text, on one line. Empty text gives an empty result. */
export function code(text: string): string {
	const line = text.replace(/\s+/g, " ");
	if (line.trim() === "") return "";
	const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longestRun + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${pad}${line}${pad}${fence}`;
}

/** The same for a text of any length, and with words for one that a code span cannot show. */
export function shown(text: string): string {
	if (text === "") return "nothing";
	if (text.length <= longest) return code(text) || "white space";
	// Half a surrogate pair is no character.
	return `${code(text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")) || "white space"}…`;
}
