// What the dialects are called, and what their operators do.
import type { Dialect, DialectName } from "../base/dialect.ts";

export const dialectTitles: Readonly<Record<DialectName, string>> = {
	redcloak: "Red Cloak",
	lucene: "Lucene",
	kibana: "Kibana (KQL)",
	carbonblack: "Carbon Black",
};

/** `Lucene as Elasticsearch reads it`. */
export function dialectTitle({ name, es }: Dialect): string {
	return dialectTitles[name] + (es ? " as Elasticsearch and OpenSearch read it" : "");
}

/** What an operator does, in Markdown. `written`: as it stands in the query. */
export function operatorWords(written: string, dialect: Dialect): string {
	const kind = kinds[written.toUpperCase()] ?? "NOT";
	const words = dialect.name === "lucene" ? luceneWords(kind, dialect) : precedenceWords[kind];
	return `**${kind === "MUST" ? "+" : kind}**: ${words}`;
}

/** What two clauses side by side mean. */
export function adjacencyWords({ name, defaultOperator }: Dialect): string {
	if (name === "kibana")
		return "Words side by side are words of one value, any of which may match; other clauses side by side must all hold.";
	if (name !== "lucene") return "Clauses side by side must all hold, as if `AND` stood between them.";
	return defaultOperator === "AND"
		? "Clauses side by side must all hold: the default operator is `AND`."
		: "Clauses side by side are optional, and one of them must hold: the default operator is `OR`.";
}

type OperatorKind = "AND" | "OR" | "NOT" | "MUST";

const kinds: Readonly<Record<string, OperatorKind>> = { AND: "AND", "&&": "AND", OR: "OR", "||": "OR", "+": "MUST" };

const tightness = "`NOT` binds tightest, then `AND`, then `OR`.";

const precedenceWords: Readonly<Record<OperatorKind, string>> = {
	AND: `both sides must hold. ${tightness}`,
	OR: `at least one side must hold. ${tightness}`,
	NOT: "what follows must not hold. An event without the field passes.",
	MUST: "what follows must hold, which it must anyway.",
};

function luceneWords(kind: OperatorKind, { defaultOperator, es }: Dialect): string {
	switch (kind) {
		case "AND":
			return "the clauses on both sides become required. Lucene has no precedence: each clause of a group is required, optional or forbidden, and optional ones beside a required one only rank.";
		case "OR":
			return defaultOperator === "AND"
				? "the clauses on both sides become optional. Lucene has no precedence: beside a required clause, optional ones only rank."
				: "the clauses on both sides stay optional, so that one of them must hold, unless another one of the group is required: then they only rank.";
		case "MUST":
			return "what follows is required, so that optional clauses beside it only rank.";
		case "NOT":
			return `what follows is forbidden. An event without the field passes. A group that only forbids matches ${
				es ? "everything else" : "nothing"
			}.`;
	}
}
