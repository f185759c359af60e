// The same inside quotes.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "single-backslash-quoted",
	severity: "warning",
	docs: 'In quotes too a backslash escapes the next character: `"C:\\Temp"` looks for *C:Temp*, which no event holds.',
	bad: [String.raw`f:"C:\Temp"`],
	good: [String.raw`f:"C:\\Temp"`],
	check({ text, faults, report }) {
		for (const { span } of faults) {
			const [start, end] = span;
			report(
				span,
				`This backslash is dropped: \`${text.slice(start, end)}\` reads as \`${text.slice(start + 1, end)}\`. Two look for one backslash.`,
				replace("Double the backslash", [start, start + 1], "\\\\"),
			);
		}
	},
});
