// A backslash that silently disappears.
import { defineRule } from "../defineRule.ts";
import { reportDropped } from "../reading/droppedBackslash.ts";

export default defineRule({
	id: "single-backslash",
	severity: "warning",
	fix: "changes meaning",
	docs: "Outside a raw path (`C:\\…`, `HKLM\\…`, `\\\\server\\…`) a backslash escapes the next character: `f:a\\b` looks for *ab*. Double it to look for a backslash.",
	bad: [String.raw`f:a\b`, String.raw`f:Temp\run.exe`],
	good: [String.raw`f:a\\b`, String.raw`f:Temp\\run.exe`],
	checkFaults: reportDropped,
});
