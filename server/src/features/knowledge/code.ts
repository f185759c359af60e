// Text of a user's as code in Markdown.

/** A code span that shows exactly this text, on one line. Empty text gives an empty result. */
export function code(text: string): string {
	const line = text.replace(/\s+/g, " ");
	if (line.trim() === "") return "";
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${pad}${line}${pad}${fence}`;
}
