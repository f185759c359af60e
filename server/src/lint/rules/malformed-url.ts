// An address that leads nowhere.
import type { Text } from "../../document/hunt.ts";
import { linesOf, textAt } from "../../document/sourceText.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "malformed-url",
	severity: "warning",
	docs: "What begins like an address and is none cannot be opened, and is not recognised as the address of a detection or a reference: `htps://…`, `https:/…`, `www.…`, a blank in it. Where what was meant is plain, the fix writes it.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps:/example.com/bits\n",
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\n- https://example..com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ text, hunt, report }) {
		const lines = hunt.sections
			.filter(({ kind }) => kind === "references" || kind === "detections")
			.flatMap(({ body }) => (body ? linesOf(text, body.span) : []))
			.map((line) => withoutBullet(textAt(text, line)));
		for (const { text: written, span } of lines) {
			if (!begins.test(written) || isAddress(written)) continue;
			const meant = repaired(written);
			report(
				span,
				"This is no address that can be opened.",
				meant === null ? undefined : replace(`Change to ${meant}`, span, meant),
			);
		}
	},
});

/** Meant as an address: a scheme, though perhaps misspelt, or `www.`. */
const begins = /^<?(?:h?t{1,2}ps?s?[:;]{0,2}\/{1,3}|www\.)\S*$/i;

function isAddress(written: string): boolean {
	return /^(<?)https?:\/\/(?:[\w%~-]+@)?(?:(?:[\w-]+\.)*[\w-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?>?$/iu.test(
		written,
	);
}

/** With a scheme as it must be, if that makes an address of it. */
function repaired(written: string): string | null {
	const bare = written.replace(/^<?(?:h?t{1,2}ps?s?[:;]{0,2}\/{1,3})?/i, "").replace(/>$/, "");
	const scheme = /^<?h?t{1,2}p[:;/]/i.test(written) ? "http" : "https";
	const address = `${scheme}://${bare}`;
	return bare.includes(".") && isAddress(address) ? address : null;
}

function withoutBullet({ text, span }: Text): Text {
	const mark = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+/.exec(text)?.[0].length ?? 0;
	return { text: text.slice(mark), span: [span[0] + mark, span[1]] };
}
