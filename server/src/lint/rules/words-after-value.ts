// `commandline:net user`: only the first word belongs to the field.
import type { FieldType } from "../../base/fieldType.ts";
import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { decodePath, decodeWord, quote } from "../../syntax/literal.ts";
import type { Clause, QueryTree } from "../../syntax/tree.ts";
import { alone, defineRule, replace } from "../defineRule.ts";
import { isBroken } from "../reading/broken.ts";
import { brokenPaths, liesInBrokenPath } from "../reading/brokenPaths.ts";
import { commaAt } from "../reading/commas.ts";
import type { Fields } from "../reading/fields.ts";
import { fieldTypes } from "../reading/fieldTypes.ts";
import { forEachSideBySide, wordRuns } from "../reading/gaps.ts";
import { joinedByEscapes, writtenPattern } from "../reading/rewrite.ts";
import { liesIn, singleQuoted } from "../reading/singleQuotes.ts";
import { within } from "../reading/within.ts";

export default defineRule({
	id: "words-after-value",
	severity: "warning",
	fix: "changes meaning",
	explains: ["mixed-and-or"],
	docs: "A value ends at white space. `commandline:net user` looks for *net* in the command line and for *user* in any field at all. Quote the phrase, or list the words in brackets. A path ends at a blank or a bracket too, so one like `C:\\Program Files (x86)\\x.exe` goes into quotes. (Kibana reads further words as more of the same value.)",
	bad: [
		"commandline:net user",
		"commandline:net user /add AND a:1",
		"commandline:net\n  user",
		String.raw`commandline:net\* a\\b`,
		"commandline:net* user",
		String.raw`path:C:\Program Files\x.exe`,
		{ dialect: "lucene", query: "commandline:net user" },
		String.raw`path:C:\Program Files (x86)\x.exe AND a:1`,
		String.raw`path:C:\Program Files (x86)\*.exe`,
		{ dialect: "lucene", query: String.raw`path:C:\Program (x86)\x.exe AND a:1` },
		{ dialect: "lucene", query: String.raw`path:C\:\\Program Files (x86)\\x.exe AND a:1` },
		{ dialect: "kibana", query: String.raw`path:C:\Program Files (x86)\x.exe and a:1` },
	],
	good: [
		'commandline:"net user"',
		'commandline:"net user /add" AND a:1',
		'commandline:"net user"',
		String.raw`commandline:net\*\ a\\b`,
		String.raw`commandline:net*\ user`,
		String.raw`path:"C:\\Program Files\\x.exe"`,
		{ dialect: "lucene", query: 'commandline:"net user"' },
		String.raw`path:"C:\\Program Files (x86)\\x.exe" AND a:1`,
		String.raw`path:C\:\\Program\ Files\ \(x86\)\\*.exe`,
		{ dialect: "lucene", query: String.raw`path:"C:\\Program (x86)\\x.exe" AND a:1` },
		{ dialect: "lucene", query: String.raw`path:"C:\\Program Files (x86)\\x.exe" AND a:1` },
		{ dialect: "kibana", query: String.raw`path:"C:\\Program Files (x86)\\x.exe" and a:1` },
	],
	check(context) {
		const { text, tree, report } = context;
		for (const { span, first, isCertain } of brokenPaths(tree)) {
			const fix = asOneValue(tree, first.written === "path", span);
			report(
				[first.span[1], span[1]],
				"Only the text before the first blank or bracket is read as this path; the rest is read as clauses of their own.",
				fix && !isCertain ? alone(fix) : fix,
			);
		}
		if (tree.dialect.name === "kibana") return;
		const quoted = singleQuoted(context);
		forEachSideBySide(tree, (junction) => {
			for (const { clause, value, count, span } of wordRuns(junction, text)) {
				// Others say what is wrong with these.
				if (
					commaAt(text, value) >= 0 ||
					/^[,;]+$/.test(text.slice(...span)) ||
					liesIn(quoted, [value.span[0], span[0]])
				)
					continue;
				if (liesInBrokenPath(tree, span)) continue;
				report(
					span,
					`Only the first word is looked for in ${clause.field?.name}; ${count === 1 ? "this one" : "these"} may stand in any field.`,
					holdsText(clause, context.fields)
						? asOneValue(tree, value.written === "path", [value.span[0], span[1]])
						: undefined,
				);
			}
		});
	},
});

/** Whether the clause asks for text, which several words may be. */
function holdsText({ field, comparison }: Clause, { vocabulary }: Fields): boolean {
	if (/[<>]/.test(comparison?.text ?? "")) return false;
	return fieldTypes(field?.name ?? null, vocabulary).some((type) => type === null || textTypes.has(type));
}

const textTypes: ReadonlySet<FieldType> = new Set(["text", "keyword", "path"]);

/** `undefined` where it would lose something: a suffix, or a backslash that is dropped. */
function asOneValue(tree: QueryTree, isPath: boolean, span: Span): Fix | undefined {
	const { text, tokens, faults } = tree;
	if (isBroken(tree)) return undefined;
	const own = within(tokens, span);
	if (own.some(({ kind, written }) => kind === "suffix" || (written === "path" && !isPath))) return undefined;
	if (!isPath && within(faults, span).some(({ rule }) => rule === "single-backslash")) return undefined;
	// No event holds the line break of a query.
	const written = text.slice(...span).replace(/\s*[\r\n]\s*/g, " ");
	// On one line two single quotes would look like a pair.
	if (written.includes("'") && written !== text.slice(...span)) return undefined;
	const all: Span = [0, written.length];
	const { value } = isPath ? decodePath(written, all, false) : decodeWord(written, all);
	if (!("text" in value)) return undefined;
	if (value.kind === "term" && !/[*?]/.test(value.text)) return replace("Quote the phrase", span, quote(value.text));
	// In quotes a wildcard would be a plain character, and a plain asterisk be taken for a mistaken wildcard.
	// Carbon Black has no escape for the bracket of a path.
	if (tree.dialect.name === "carbonblack" && /[()]/.test(written)) return undefined;
	// A sign or a comma that was beside other text would be the value's own.
	if (/^[-+!]|[,;]$/.test(written)) return undefined;
	const one = isPath ? writtenPattern(value.text, tree.dialect.name) : joinedByEscapes(written);
	return one === undefined ? undefined : replace("Make it one value", span, one);
}
