// Puts together what stands between two brackets, in the order in which it stands: the dialect says what binds more tightly.
import type { Dialect } from "../base/dialect.ts";
import { cover, type Span } from "../base/span.ts";
import * as T from "./tokens.ts";
import type { Clause, Group, Junction, Literal, Node, Operator, Prefixed, SyntaxFault } from "./tree.ts";
import { literalOf } from "./unquoted.ts";

/** The query that is read, and what was noticed of it. */
export interface QueryText {
	readonly text: string;
	readonly dialect: Dialect;
	readonly faults: SyntaxFault[];
}

/** One level of brackets, the outermost included. */
export class Level {
	readonly query: QueryText;
	readonly #children: Node[] = [];
	/** All of them, also those that lack an operand. */
	readonly #operators: Operator[] = [];
	#sideBySide = noSides;
	#alternatives = 0;
	#pending: Operator | null = null;

	constructor(query: QueryText) {
		this.query = query;
	}

	operand(node: Node): void {
		const before = this.#children.length;
		this.#children.push(node);
		if (before === 0) return;
		if (this.#pending) {
			if (this.#pending.kind === "or") this.#alternatives++;
		} else if (this.#sideBySide === noSides) this.#sideBySide = [before - 1];
		else this.#sideBySide.push(before - 1);
		this.#pending = null;
	}

	operator(kind: Operator["kind"], { span }: T.Token): void {
		const operator = { kind, span };
		this.#operators.push(operator);
		if (this.#children.length === 0 || this.#pending) this.query.faults.push({ rule: "missing-operand", span });
		else this.#pending = operator;
	}

	/** A chain of signs before an operand, the innermost last. */
	prefixed(signs: readonly T.Token[], operand: Node | null): Node {
		const last = signs.at(-1);
		if (!operand && last) this.query.faults.push({ rule: "missing-operand", span: last.span });
		// Lucene reads one sign a clause, and refuses the text where there are more.
		const second = this.query.dialect.name === "lucene" ? signs[1] : undefined;
		if (second && operand) this.query.faults.push({ rule: "stray-character", span: second.span });
		return signs.reduceRight<Node | null>((child, { tokenType, span }) => {
			const kind = tokenType === T.Not ? "not" : "must";
			return { kind, operator: span, child, span: child ? cover(span, child.span) : span };
		}, operand) as Node;
	}

	/** One of a kind is enough; Lucene refuses a `~` behind brackets of any kind. */
	checkSuffixes(suffixes: readonly T.Token[], value: Literal | Group | null): void {
		const signs = suffixes.map(({ span }) => this.query.text[span[0]]);
		const isWord = value?.kind === "literal" && value.written !== "range";
		suffixes.forEach(({ span }, index) => {
			const refused = signs[index] === "~" && !isWord && this.query.dialect.name === "lucene";
			if (refused || signs.indexOf(signs[index]) < index) this.query.faults.push({ rule: "stray-character", span });
		});
	}

	suffix({ span }: T.Token): Clause["suffixes"][number] {
		return { text: this.query.text.slice(span[0], span[1]), span };
	}

	/** The level as what stands between two brackets, of which the closing one may be missing. */
	group(open: T.Token, close: T.Token | null): Group {
		const child = this.build();
		const last = close ?? child ?? open;
		const span: Span = [open.span[0], last.span[1]];
		if (!close) this.query.faults.push({ rule: "unclosed-group", span: open.span });
		if (close && !child) this.query.faults.push({ rule: "empty-group", span });
		return { kind: "group", child, closed: close !== null, braces: this.query.text[span[0]] === "{", span };
	}

	/** The only child itself where there are no operators; `null` where there is nothing. */
	build(): Node | null {
		const { name } = this.query.dialect;
		if (this.#pending) this.query.faults.push({ rule: "missing-operand", span: this.#pending.span });
		const children = name === "kibana" && this.#sideBySide.length > 0 ? this.#joinWords() : this.#children;
		if (children.length < 2 && this.#operators.length === 0) return children[0] ?? null;
		if (name === "lucene") return junction("flat", children, this.#operators, this.#sideBySide);
		if (this.#alternatives === 0) return junction("and", children, this.#operators, this.#sideBySide);
		if (this.#alternatives === children.length - 1) return junction("or", children, this.#operators, []);
		return this.#byPrecedence(children);
	}

	/** AND, and standing side by side, bind more tightly than OR. Operators that lack an operand belong to the whole. */
	#byPrecedence(children: readonly Node[]): Node {
		const joints = this.#joints(children);
		const alternatives: Node[] = [];
		const inner = new Set<Operator>();
		for (let from = 0, end = 1; end <= children.length; end++) {
			if (end < children.length && joints[end - 1]?.kind !== "or") continue;
			const both = () => allOf(children.slice(from, end), joints.slice(from, end - 1), inner);
			alternatives.push(end - from === 1 ? (children[from] as Node) : both());
			from = end;
		}
		const operators = this.#operators.filter((operator) => !inner.has(operator));
		return junction("or", alternatives, operators, noSides);
	}

	/** What joins each child with the next one; `null`: nothing, they stand side by side. */
	#joints(children: readonly Node[]): readonly (Operator | null)[] {
		let next = 0;
		return children.slice(0, -1).map((child, index) => {
			const { span } = children[index + 1] as Node;
			while (next < this.#operators.length && startOf(this.#operators[next]) < child.span[1]) next++;
			const operator = this.#operators[next];
			return operator && startOf(operator) < span[0] ? operator : null;
		});
	}

	/** Kibana: words behind a word are more words of the same value, any of which may match. */
	#joinWords(): readonly Node[] {
		const joints = this.#joints(this.#children);
		const children: Node[] = [];
		const sideBySide: number[] = [];
		for (let index = 0; index < this.#children.length; ) {
			const first = this.#children[index] as Node;
			let end = index + 1;
			if (isWord(unsigned(first)))
				while (end < this.#children.length && !joints[end - 1] && isBareWord(this.#children[end])) end++;
			if (index > 0 && !joints[index - 1]) sideBySide.push(children.length - 1);
			children.push(withWords(first, this.#children.slice(index + 1, end)));
			index = end;
		}
		this.#sideBySide = sideBySide;
		return children;
	}
}

const noSides: number[] = [];

/** Neighbours of which all must hold, and what joins them, which is added to `inner`. */
function allOf(children: readonly Node[], joints: readonly (Operator | null)[], inner: Set<Operator>): Node {
	const operators = joints.filter((joint) => joint !== null);
	for (const operator of operators) inner.add(operator);
	const sideBySide = joints.flatMap((joint, index) => (joint ? [] : [index]));
	return junction("and", children, operators, sideBySide);
}

function startOf(operator: Operator | undefined): number {
	return operator?.span[0] ?? Number.POSITIVE_INFINITY;
}

function junction(
	kind: Junction["kind"],
	children: readonly Node[],
	operators: readonly Operator[],
	sideBySide: readonly number[],
): Junction {
	const first = operators[0] ?? (children[0] as Node);
	const last = operators.at(-1) ?? first;
	const start = Math.min(children[0]?.span[0] ?? first.span[0], first.span[0]);
	const end = Math.max(children.at(-1)?.span[1] ?? last.span[1], last.span[1]);
	return { kind, children, operators, sideBySide, span: [start, end] };
}

/** What the signs before a clause stand before. */
function unsigned(node: Node): Node | null {
	let inner: Node | null = node;
	while (inner?.kind === "not" || inner?.kind === "must") inner = inner.child;
	return inner;
}

/** A word with the further words of its value; the signs before it are before all of them. */
function withWords(first: Node, words: readonly Node[]): Node {
	const last = words.at(-1);
	if (!last) return first;
	const signs: Prefixed[] = [];
	let inner = first;
	while ((inner.kind === "not" || inner.kind === "must") && inner.child) {
		signs.push(inner);
		inner = inner.child;
	}
	const sides = words.map((_, side) => side);
	const value: Node = junction("or", [inner, ...words], [], sides);
	return signs.reduceRight<Node>((child, sign) => ({ ...sign, child, span: cover(sign.span, last.span) }), value);
}

function isWord(node: Node | null | undefined): boolean {
	return literalOf(node)?.written === "word";
}

function isBareWord(node: Node | undefined): boolean {
	return isWord(node) && (node as Clause).field === null;
}
