// Code under an analytic that is no query that can be read.
import { defineRule } from "../defineRule.ts";

const hunt = (block: string) =>
	`# Quiet transfers\n\n## Hypothesis\nFiles are moved by a service.\n\n## Analytic 1 - Command lines\n${block}\n\n## References\nhttps://example.com/transfers\n`;

export default defineRule({
	id: "query-not-recognised",
	severity: "hint",
	docs: "A block of code under an analytic is most often a query. This one has no `field:value` and shows no other language of queries (Kusto, SPL, ES|QL, EQL, SQL, osquery, Sigma, YARA, a shell), so it is neither checked nor run. If it is a query, write its language behind the opening marks: ```` ```lucene ````. If it is none, say so there: ```` ```text ````. A table with the columns Field, Condition and Term is a query if each of its rows has a field, a term and one of the conditions Contains, Equals, Starts With and Ends With, or Does Not before them.",
	bad: [
		hunt("```\nbitsadmin.exe OR certutil.exe\n```\n\n`image_path:bitsadmin.exe`"),
		hunt("| Field | Condition | Term |\n|---|---|---|\n| image_path | Resembles | bitsadmin.exe |\n\n`username:root`"),
	],
	good: [
		hunt("```lucene\nbitsadmin.exe OR certutil.exe\n```\n\n`image_path:bitsadmin.exe`"),
		hunt(
			"| Field | Condition | Term |\n|---|---|---|\n| image_path | Contains | bitsadmin.exe |\n\n`username:root`\n\n```text\nbitsadmin.exe is part of Windows\n```",
		),
	],
	checkDocument({ faults, report }) {
		for (const { span, message } of faults)
			report(
				span,
				message === ""
					? "This code is no query in a language that is known here. Write its language behind the opening marks, or `text` if it is none."
					: `This table is no query: ${message}`,
			);
	},
});
