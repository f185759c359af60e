// AND and OR side by side without brackets.
import { walk } from "../../syntax/tree.ts";
import { defineRule, edits } from "../defineRule.ts";

export default defineRule({
	id: "mixed-and-or",
	severity: "warning",
	fix: "keeps meaning",
	docs: "AND binds more tightly than OR, so `a:1 AND b:2 OR c:3` also finds every event with `c:3` alone. Brackets say which was meant.",
	bad: ["a:1 AND b:2 OR c:3"],
	good: ["(a:1 AND b:2) OR c:3"],
	check({ text, tree, report }) {
		walk(tree.root, (node) => {
			if (node.kind !== "or") return;
			const mixed = node.children.filter(
				(child) => child.kind === "and" && child.operators.length > 0 && child.children.length > 1,
			);
			if (mixed.length === 0) return;
			const bracketed = mixed.map(({ span }) => `(${text.slice(...span)})`).join(", ");
			report(
				node.span,
				`AND binds more tightly than OR: this is read as ${shorten(bracketed)} with OR beside it.`,
				edits(
					"Add the brackets that are read",
					mixed.flatMap(({ span: [start, end] }) => [
						{ span: [start, start], text: "(" },
						{ span: [end, end], text: ")" },
					]),
				),
			);
		});
	},
});

function shorten(text: string): string {
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
