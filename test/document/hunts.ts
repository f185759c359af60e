// Hunts that the tests of the document share.

/** Has every part that is read. */
export const wholeHunt = `---
id: H-7
techniques: [T1197, "T1105"]
taxonomy: redcloak
status: active
---
# Quiet transfers

Intro before any section.

## Hypothesis
Somebody moves files with a service
that nobody looks at.

## Description
First paragraph.

- a point

Second paragraph.

### Background
Part of the description.

## Review Existing Watchlists
- Transfer by script (reviewed 2026-01-31)
- https://example.com/watchlists/1

- No address
- <https://example.com/watchlists/2>

## Analytic 1 - Look at command lines
Why and what.

\`image_path:bitsadmin.exe AND -commandline:(list OR reset)\`

More prose.

\`commandline:"a \\"b\\" \\* c"\`

## Analytic: by name
\`\`\`lucene
parent_image_path:winword.exe
  AND image_path:*.exe
\`\`\`

\`\`\`kusto
DeviceEvents | take 5
\`\`\`

## Tests
| Data | Query | Expected |
|---|---|---|
| data/a.ndjson | Analytic 1 | 4 events |
| data/b.ndjson | Analytic 1, query 2 | none |

## Findings
Nothing yet.

## References
https://example.com/one
https://example.com/two_three

- https://example.com/list
`;

/** A generated hunt: `queries` analytics of one query each, eleven lines an analytic. */
export function longHunt(queries: number): string {
	const parts = ["# Long\n\n## Hypothesis\nMany.\n"];
	for (let n = 1; n <= queries; n++) {
		parts.push(
			`\n## Analytic ${n} - Tool number ${n}\n`,
			`What **tool${n}** does, and [why](https://example.com/${n}) it\nmatters to us in this environment.\n\n`,
			`- known benign: \`updater${n}\`\n- more on host-${n}\n\n`,
			n % 4 === 0
				? `\`\`\`lucene\nimage_path:tool${n}.exe AND commandline:"-x ${n}"\n\`\`\`\n`
				: `\`image_path:tool${n}.exe AND -commandline:(list OR "a ${n}" OR reset)\`\n\nSeen in lab ${n}.\n`,
		);
	}
	return parts.join("");
}
