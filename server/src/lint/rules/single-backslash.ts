// A backslash that silently disappears.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "single-backslash",
	severity: "warning",
	docs: "Outside a raw path (`C:\\…`, `HKLM\\…`, `\\\\server\\…`) a backslash escapes the next character: `f:a\\b` looks for *ab*. Double it to look for a backslash.",
	bad: [String.raw`f:a\b`, String.raw`f:Temp\run.exe`],
	good: [String.raw`f:a\\b`, String.raw`f:Temp\\run.exe`],
	check({ text, faults, report }) {
		for (const { span } of faults) {
			const [start, end] = span;
			const next = text.slice(start + 1, end);
			report(
				span,
				next
					? `This backslash is dropped: \`\\${next}\` reads as \`${next}\`. Two look for one backslash.`
					: "A backslash at the end escapes nothing.",
				replace("Double the backslash", [start, start + 1], "\\\\"),
			);
		}
	},
});
