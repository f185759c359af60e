// What a hunt is begun with. `${1:words}` is a place to fill in, in the notation of LSP snippets.

export interface Snippet {
	readonly label: string;
	readonly detail: string;
	/** Lines; `next` is the number that its analytic would have. */
	text(next: number): string;
}

const analytic = (next: number, place: number) =>
	`## Analytic ${next} - \${${place}:What it looks for}

\${${place + 1}:Why, what to look at, what is known to be benign.}

\`\${${place + 2}:image_path}:\${${place + 3}:bitsadmin.exe}\`
`;

export const huntSnippet: Snippet = {
	label: "hunt",
	detail: "A whole hunt",
	text: () => `---
id: \${1:H-0001}
techniques: [\${2:T1197}]
status: draft
---
# \${3:Title}

## Hypothesis

\${4:Adversaries … because …}

## Description

\${5:How it works and what it leaves behind.}

## Review Existing Watchlists

- \${6:Name of a detection}
- \${7:https://example.com/watchlists/1}

${analytic(1, 8)}
## Tests

| Data | Query | Expected |
|---|---|---|
| \${12:data/events.ndjson} | Analytic 1 | \${13:at least 1} |

## References

- \${14:https://attack.mitre.org/techniques/T1197/}
`,
};

export const analyticSnippet: Snippet = {
	label: "analytic",
	detail: "An analytic with a query",
	text: (next) => analytic(next, 1),
};

const testsSnippet: Snippet = {
	label: "tests",
	detail: "A table of tests",
	text: () => `## Tests

| Data | Query | Expected |
|---|---|---|
| \${1:data/events.ndjson} | \${2:Analytic 1} | \${3:at least 1} |
`,
};

const detectionsSnippet: Snippet = {
	label: "detections",
	detail: "The detections that exist already",
	text: () => `## Review Existing Watchlists

- \${1:Name of a detection}
- \${2:https://example.com/watchlists/1}
`,
};

/** What a hunt may have more of. */
export const partSnippets: readonly Snippet[] = [analyticSnippet, testsSnippet, detectionsSnippet];

/** The text as it stands where a client knows no places to fill in. */
export function withoutPlaces(text: string): string {
	return text.replace(/\$\{\d+:([^}]*)\}/g, "$1");
}
