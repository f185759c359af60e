// What a query says, on one line, for tables of tests.
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import type { Expr, Value } from "../../server/src/meaning/expr.ts";
import { bind } from "../../server/src/model/bind.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";

/** `(f:a & !(g:b | *:c))`; a phrase stands in quotes, a wildcard in `<>`, a regular expression in `//`. */
export function says(query: string, dialect: Dialect = dialectOf("redcloak")): string {
	return shown(bind(parseQuery(query, dialect)));
}

function shown(expr: Expr): string {
	switch (expr.kind) {
		case "and":
			return `(${expr.children.map(shown).join(" & ")})`;
		case "or":
			return `(${expr.children.map(shown).join(" | ")})`;
		case "not":
			return `!${shown(expr.child)}`;
		case "match":
			return `${expr.field ?? "*"}:${shownValue(expr.value)}`;
		default:
			return expr.kind;
	}
}

function shownValue(value: Value): string {
	switch (value.kind) {
		case "phrase":
			return `${value.whole ? "=" : ""}"${value.text}"`;
		case "wildcard":
			return `${value.whole ? "=" : ""}<${value.text}>`;
		case "regex":
			return `/${value.text}/`;
		case "range":
			return `${value.includeFrom ? "[" : "{"}${value.from ?? "*"} ${value.to ?? "*"}${value.includeTo ? "]" : "}"}`;
		case "exists":
			return "there";
		case "parameter":
			return `{{${value.text}}}`;
		case "cidr":
			return value.text;
		case "term":
			return `${value.whole ? "=" : ""}${value.text}${value.fuzziness === undefined ? "" : `~${value.fuzziness}`}`;
	}
}
