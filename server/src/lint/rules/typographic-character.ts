// Smart quotes, dashes and special blanks.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "typographic-character",
	severity: "warning",
	docs: "Word processors turn plain quotes, hyphens and blanks into look-alikes. They are read as the plain ones here; other tools search for them.",
	bad: ["f:“a b”", "a:1 AND b:2", "–a:1 AND b:2"],
	good: ['f:"a b"', "a:1 AND b:2", "-a:1 AND b:2"],
	check({ text, faults, report }) {
		for (const { span } of faults) {
			const plain = plainly(text.slice(...span));
			report(
				span,
				`This is a typographic character; it is read as ${plain === " " ? "a blank" : `\`${plain}\``}.`,
				replace("Write the plain character", span, plain),
			);
		}
	},
});

function plainly(character: string): string {
	if (/\s/u.test(character)) return " ";
	return /[\u2010-\u2015\u2212]/.test(character) ? "-" : '"';
}
