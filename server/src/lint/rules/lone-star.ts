// `f:"*"` and `f:**`: presence, asked in a way that means something else.
import type { Span } from "../../base/span.ts";
import { defineRule, replace } from "../defineRule.ts";
import { standsAlone } from "../reading/rewrite.ts";

export default defineRule({
	id: "lone-star",
	severity: "warning",
	fix: "changes meaning",
	docs: 'In quotes a star is a plain character: `f:"*"` looks for an asterisk. Several stars find any text, where one asks whether the field is there at all. `_exists_:f`, or `f:*`, says that.',
	bad: ['f:"*"', "f:**", { dialect: "kibana", query: 'f:"*"' }],
	good: ["_exists_:f", "_exists_:f", { dialect: "kibana", query: "f:*" }],
	check({ text, tree, leaves, report }) {
		for (const { literal, field, comparison, span } of leaves) {
			const { value } = literal;
			const quoted = value.kind === "phrase";
			if ((!quoted && value.kind !== "wildcard") || comparison === ":=" || !/^\*+$/.test(value.text)) continue;
			if (!quoted && value.text === "*") continue;
			const named = field !== null && field.span[0] === span[0] && !/[*?]/.test(field.name);
			const clause: Span = named ? [span[0], literal.span[1]] : literal.span;
			const written =
				named && tree.dialect.name !== "kibana" && tree.dialect.name !== "carbonblack"
					? `_exists_:${text.slice(...field.span)}`
					: named
						? `${text.slice(...field.span)}:*`
						: "*";
			report(
				literal.span,
				quoted
					? `In quotes \`${value.text}\` is a plain character: this looks for an asterisk, not for any value.`
					: "Several stars find any text. One asks whether the field is there.",
				!quoted || standsAlone(tree, literal.span)
					? replace(`Ask whether there is a value: ${written}`, clause, written)
					: undefined,
			);
		}
	},
});
