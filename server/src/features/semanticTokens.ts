// What each part of a query is, for colours that know the grammar.
import type { Span } from "../base/span.ts";
import type { QueryToken } from "../syntax/tree.ts";
import { type Analysis, placesOf } from "../workspace/analysis.ts";

export interface SemanticToken {
	readonly span: Span;
	readonly type: SemanticTokenType;
}

/** The kinds of tokens, by their names in the protocol. */
export const semanticTokenTypes = [
	"keyword",
	"property",
	"operator",
	"string",
	"regexp",
	"number",
	"parameter",
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];

/** The tokens of all queries of ours that reach into `range`, in text order; they never overlap. */
export function semanticTokens(analysis: Analysis, range: Span): readonly SemanticToken[] {
	return analysis.queries
		.filter(({ query }) => query.span[0] <= range[1] && range[0] <= query.span[1])
		.flatMap(({ query, tree }) =>
			tree.tokens.flatMap((token) => {
				const type = typeOf(token);
				if (!type) return [];
				const places = placesOf(query, token.span);
				return places.filter((span) => span[0] < range[1] && range[0] < span[1]).map((span) => ({ span, type }));
			}),
		);
}

/** `null`: keeps the colour of the text around it. */
function typeOf({ kind, written }: QueryToken): SemanticTokenType | null {
	switch (kind) {
		case "operator":
			return "keyword";
		case "field":
			return "property";
		case "comparison":
			return "operator";
		case "suffix":
			return "number";
		case "bracket":
		case "stray":
			return null;
		case "value":
			return valueTypes[written ?? "word"];
	}
}

const valueTypes = {
	word: "string",
	path: "string",
	quoted: "string",
	regex: "regexp",
	range: "number",
	parameter: "parameter",
} as const;
