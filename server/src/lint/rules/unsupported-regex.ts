// A regular expression that is none here, or none in Lucene.
import { compileRegex } from "../../meaning/regex.ts";
import { defineRule } from "../defineRule.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "unsupported-regex",
	severity: "error",
	docs: "Regular expressions are RE2's, which takes time that grows only with the text: there is no look-around (`(?=…)`, `(?!…)`, `(?<=…)`) and no back-reference (`\\1`). In `lucene` the classes `\\d`, `\\w`, `\\s` and `\\b` are an error too: many versions of Lucene read them as plain letters.",
	bad: ["f:/a(?!b)/", String.raw`f:/(a)\1/`, "f:/a(b/", { dialect: "lucene", query: String.raw`f:/a\d+/` }],
	good: [
		"f:/a./ AND -f:/ab./",
		"f:/(aa|bb)/",
		String.raw`f:/a\(b\d/`,
		{ dialect: "lucene", query: String.raw`f:/a[0-9]+\\d/` },
	],
	check(context) {
		forEachMatch(context, ({ value }, { literal }) => {
			if (value.kind !== "regex") return;
			const fault = context.tree.dialect.name === "lucene" ? faultInLucene(value.text) : faultOf(value.text);
			if (fault) context.report(literal.span, fault);
		});
	},
});

/** To compile an expression takes longer than all rules together, and an edit beside it changes nothing. */
const known = new Map<string, string | null>();
const mostKnown = 1000;

function faultOf(source: string): string | null {
	const fault = known.get(source);
	if (fault !== undefined) return fault;
	if (known.size >= mostKnown) known.clear();
	const found = findFault(source);
	known.set(source, found);
	return found;
}

function findFault(source: string): string | null {
	const compiled = compileRegex(source, false);
	if (!("error" in compiled)) return null;
	const part = (pattern: RegExp) => pattern.exec(source)?.[0];
	const lookAround = part(/(?<!\\)\(\?<?[=!]/);
	if (lookAround)
		return `RE2 has no look-around (\`${lookAround}\`). Ask for both things in two clauses: \`f:/a/ AND -f:/ab/\`.`;
	const reference = part(/\\[1-9]/);
	if (reference) return `RE2 has no back-references (\`${reference}\`). Write out what is to stand there again.`;
	return `RE2 does not read this regular expression: ${compiled.error}.`;
}

function faultInLucene(source: string): string | null {
	const letter = /^(?:[^\\]|\\[^dDwWsSbB])*\\([dDwWsSbB])/.exec(source)?.[1];
	if (letter === undefined) return faultOf(source);
	const instead = classes[letter.toLowerCase()];
	const written = instead && ` Write \`[${letter === letter.toUpperCase() ? "^" : ""}${instead}]\`.`;
	return `Many versions of Lucene read \`\\${letter}\` as the letter ${letter}.${written ?? ""}`;
}

const classes: Readonly<Record<string, string>> = { d: "0-9", w: "A-Za-z0-9_", s: " \\t\\r\\n" };
