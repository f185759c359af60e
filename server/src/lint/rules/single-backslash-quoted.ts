// The same inside quotes.
import { defineRule } from "../defineRule.ts";
import { reportDropped } from "../reading/droppedBackslash.ts";

export default defineRule({
	id: "single-backslash-quoted",
	severity: "warning",
	fix: "changes meaning",
	docs: 'In quotes too a backslash escapes the next character: `"C:\\Temp"` looks for *C:Temp*, which no event holds.',
	bad: [String.raw`f:"C:\Temp"`],
	good: [String.raw`f:"C:\\Temp"`],
	checkFaults: reportDropped,
});
