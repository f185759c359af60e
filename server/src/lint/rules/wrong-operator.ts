// `=`, `==` and `!=` from other languages.
import { walk } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "wrong-operator",
	severity: "warning",
	fix: "keeps meaning",
	docs: "Equality is written `field:value`, inequality `-field:value`. `=` is read as `:`, so it also finds the value inside a longer one; `:=` asks for the whole value.",
	bad: ["a=1", "a==1", "b:2 AND a!=1"],
	good: ["a:1", "a:1", "b:2 AND -a:1"],
	check({ text, tree, report }) {
		walk(tree.root, (node) => {
			if (node.kind !== "clause" || !node.comparison || !node.field || !/^[!=]/.test(node.comparison.text)) return;
			const { span } = node.comparison;
			const negative = node.comparison.text === "!=";
			const field = text.slice(...node.field.span);
			report(
				span,
				`\`${node.comparison.text}\` is read as ${negative ? "a negated `:`" : "`:`"}, the value as a whole word anywhere in the field.`,
				replace(
					`Write ${negative ? "-" : ""}${field}:`,
					[node.field.span[0], span[1]],
					`${negative ? "-" : ""}${field}:`,
				),
			);
		});
	},
});
