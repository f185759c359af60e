// Smart quotes, dashes and special blanks.
import { defineRule, edits } from "../defineRule.ts";

export default defineRule({
	id: "typographic-character",
	severity: "warning",
	fix: "keeps meaning",
	docs: "Word processors turn plain quotes, hyphens and blanks into look-alikes. They are read as the plain ones here; other tools search for them.",
	bad: ["f:“a b”", "a:1 AND b:2", "–a:1 AND b:2"],
	good: ['f:"a b"', "a:1 AND b:2", "-a:1 AND b:2"],
	checkFaults(faults, { text, report }) {
		// All at once: a pair of quotes of which one is plain would be two phrases.
		const fix = edits(
			"Write plain characters",
			faults.map(({ span }) => ({ span, text: plainly(text.slice(...span)) })),
		);
		for (const { span } of faults) {
			const plain = plainly(text.slice(...span));
			report(
				span,
				`This is a typographic character; it is read as ${plain === " " ? "a blank" : `\`${plain}\``}.`,
				fix,
			);
		}
	},
});

function plainly(character: string): string {
	if (/\s/u.test(character)) return " ";
	return /[\u2010-\u2015\u2212]/.test(character) ? "-" : '"';
}
