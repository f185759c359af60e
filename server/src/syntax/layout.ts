// The parts of a query that is laid out: which operators, blanks and brackets it has. Lines are made of them by `format`.
import type { DialectName } from "../base/dialect.ts";
import { comparisonAt } from "./comparison.ts";
import { type Keyword, writtenKeyword } from "./keyword.ts";
import type { Clause, Group, Junction, Literal, Node, Prefixed, QueryTree } from "./tree.ts";

/** A part of the query: as it reads on one line, and whether its author put it on several. */
export type Layout = { readonly flat: string; readonly broken: boolean } & (
	| { readonly kind: "piece" }
	| { readonly kind: "signed"; readonly sign: string; readonly item: Layout }
	| Bracketed
	| Row
);

interface Bracketed {
	readonly kind: "bracketed";
	/** The bracket with the field before it. */
	readonly open: string;
	readonly item: Layout;
	/** The bracket with the suffixes behind it. */
	readonly close: string;
}

interface Row {
	readonly kind: "row";
	/** Each with the operator before it and a blank; empty where there is none. */
	readonly items: readonly { readonly joint: string; readonly item: Layout }[];
}

/** The layout of a query that is whole; its depth is limited by the stack. */
export function layOut(tree: QueryTree): Layout {
	let root = tree.root as Node;
	for (let inner = insideOf(root); inner; inner = insideOf(root)) root = inner;
	return new Layouter(tree).layOut(root, false);
}

/** What stands in brackets that are nothing but brackets; `null` for any other node. */
function insideOf(node: Node): Node | null {
	if (node.kind !== "clause" || node.field || node.value?.kind !== "group" || node.suffixes.length > 0) return null;
	return node.value.braces ? null : node.value.child;
}

class Layouter {
	readonly #text: string;
	readonly #dialect: DialectName;

	constructor({ text, dialect }: QueryTree) {
		this.#text = text;
		this.#dialect = dialect.name;
	}

	/** `keeps`: whether brackets round a single clause stay, because what is beside it might be read together with it. */
	layOut(node: Node, keeps: boolean): Layout {
		switch (node.kind) {
			case "and":
			case "or":
			case "flat":
				return this.#row(node, keeps, this.#isBroken(node));
			case "not":
			case "must":
				return this.#signed(node, keeps);
			case "clause":
				return node.value?.kind === "group" ? this.#group(node, node.value, keeps) : this.#literal(node);
			case "group":
			case "stray":
				return piece(this.#slice(node));
		}
	}

	#row(node: Junction, keeps: boolean, broken: boolean): Layout {
		const sideBySide = new Set(node.sideBySide);
		let next = 0;
		const items = node.children.map((child, index) => {
			const isBeside = sideBySide.has(index) || sideBySide.has(index - 1);
			const operator = index === 0 || sideBySide.has(index - 1) ? undefined : node.operators[next++];
			const joint = operator ? `${this.#word(operator.kind === "and" ? "AND" : "OR")} ` : "";
			// What binds more tightly is shown.
			const item =
				node.kind === "or" && child.kind === "and"
					? bracketed("(", this.#row(child, keeps, false), ")")
					: this.layOut(child, keeps || isBeside);
			return { joint, item };
		});
		return {
			kind: "row",
			items,
			flat: items.map(({ joint, item }) => joint + item.flat).join(" "),
			broken: broken || items.some(({ item }) => item.broken),
		};
	}

	/** Whether its author put a line break before one of its clauses or operators. Words of one value stay together. */
	#isBroken(node: Junction): boolean {
		if (node.kind === "or" && node.operators.length === 0) return false;
		return node.children.some((child, index) => {
			const next = node.children[index + 1];
			if (next && /[\r\n]/.test(this.#text.slice(child.span[1], next.span[0]))) return true;
			return node.kind === "or" && child.kind === "and" && this.#isBroken(child);
		});
	}

	#signed(node: Prefixed, keeps: boolean): Layout {
		const item = this.layOut(node.child as Node, keeps);
		const sign = this.#sign(node, item.flat);
		return { kind: "signed", sign, item, flat: sign + item.flat, broken: item.broken };
	}

	#sign({ kind, operator }: Prefixed, item: string): string {
		const written = this.#slice({ span: operator });
		if (kind === "not" && (written.length > 1 || this.#dialect === "kibana")) return `${this.#word("NOT")} `;
		// `! =a` is no comparison.
		return comparisonAt(written + item, 0, this.#dialect) ? `${written} ` : written;
	}

	#word(operator: Keyword): string {
		return writtenKeyword(operator, this.#dialect);
	}

	#literal(clause: Clause): Layout {
		return piece(this.#headOf(clause, this.#valueOf(clause)));
	}

	#group(clause: Clause, group: Group, keeps: boolean): Layout {
		const suffixes = clause.suffixes.map(({ text }) => text).join("");
		// Inside braces `}` ends a word, inside brackets it does not.
		if (group.braces) {
			const item = this.layOut(group.child as Node, true);
			// `{{x}}` is a parameter.
			return bracketed(this.#headOf(clause, item.flat.startsWith("{") ? "{ " : "{"), item, `}${suffixes}`);
		}
		let child = group.child as Node;
		for (let inner = insideOf(child); inner; inner = insideOf(child)) child = inner;
		if (!keeps && suffixes === "" && child.kind === "clause") {
			if (!clause.field) return this.layOut(child, false);
			if (!child.comparison && child.value?.kind === "literal" && startsPlainly(child.value, this.#slice(child)))
				return piece(this.#headOf(clause, this.#valueOf(child)));
		}
		return bracketed(this.#headOf(clause, "("), this.layOut(child, false), `)${suffixes}`);
	}

	/** Field and comparison before what is given. Blanks between them go, unless they are Kibana's or the value needs one. */
	#headOf({ field, comparison, value }: Clause, given: string): string {
		if (!comparison || !value) return given;
		if (!field) return comparison.text + given;
		const needsOne = /^[=<>]|^\/\//.test(given) || (given.startsWith("\\") && field.name.length === 1);
		const keeps = this.#dialect === "kibana";
		const before = keeps && !comparison.text.startsWith(":") && field.span[1] < comparison.span[0] ? " " : "";
		const after = (keeps || needsOne) && comparison.span[1] < value.span[0] ? " " : "";
		return this.#slice(field) + before + comparison.text + after + given;
	}

	/** The value with its suffixes, as written. */
	#valueOf({ value, span }: Clause): string {
		return this.#text.slice(value?.span[0] ?? span[1], span[1]);
	}

	#slice({ span: [start, end] }: Pick<Node, "span">): string {
		return this.#text.slice(start, end);
	}
}

/** Whether the value behind a comparison is read as it is in brackets. */
function startsPlainly({ written }: Literal, text: string): boolean {
	return (written !== "word" && written !== "path") || /^[\p{L}\p{N}_*?.%$@]/u.test(text);
}

function piece(flat: string): Layout {
	return { kind: "piece", flat, broken: false };
}

function bracketed(open: string, item: Layout, close: string): Layout {
	return { kind: "bracketed", open, item, close, flat: open + item.flat + close, broken: item.broken };
}
