// Puts together what stands between two brackets, in the order in which it stands: the dialect says what binds more tightly.
import type { Dialect } from "../base/dialect.ts";
import { cover, type Span } from "../base/span.ts";
import * as T from "./tokens.ts";
import type { Clause, Group, Junction, Node, Operator, SyntaxFault } from "./tree.ts";

/** The query that is read, and what was noticed of it. */
export interface QueryText {
	readonly text: string;
	readonly dialect: Dialect;
	readonly faults: SyntaxFault[];
	/** The text ends in what cannot be read: what it would have closed is not known. */
	readonly cutOff: boolean;
}

/** One level of brackets, the outermost included. */
export class Level {
	readonly query: QueryText;
	readonly #children: Node[] = [];
	/** What joins each child with the one before it; `null`: nothing, they stand side by side. */
	readonly #joints: (Operator | null)[] = [];
	/** Operators that lack an operand. */
	#dangling: readonly Operator[] = noOperators;
	#pending: Operator | null = null;

	constructor(query: QueryText) {
		this.query = query;
	}

	operand(node: Node): void {
		this.#joints.push(this.#children.length > 0 ? this.#pending : null);
		this.#children.push(node);
		this.#pending = null;
	}

	operator(kind: Operator["kind"], { span }: T.Token): void {
		const operator = { kind, span };
		if (this.#children.length === 0 || this.#pending) this.#dangle(operator);
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

	suffix({ span }: T.Token): Clause["suffixes"][number] {
		return { text: this.query.text.slice(span[0], span[1]), span };
	}

	/** The level as what stands between two brackets, of which the closing one may be missing. */
	group(open: T.Token, close: T.Token | null): Group {
		const child = this.build();
		const last = close ?? child ?? open;
		const span: Span = [open.span[0], last.span[1]];
		if (!close && !this.query.cutOff) this.query.faults.push({ rule: "unclosed-group", span: open.span });
		if (close && !child) this.query.faults.push({ rule: "empty-group", span });
		return { kind: "group", child, closed: close !== null, braces: this.query.text[span[0]] === "{", span };
	}

	/** The only child itself where there are no operators; `null` where there is nothing. */
	build(): Node | null {
		if (this.#pending) this.#dangle(this.#pending);
		this.#pending = null;
		if (this.#children.length === 0 && this.#dangling.length === 0) return null;
		const children = this.#children;
		const [only] = children;
		if (only && children.length === 1 && this.#dangling.length === 0) return only;
		if (this.query.dialect.name === "lucene") return this.#junction("flat", 0, children.length);
		if (this.query.dialect.name === "kibana") this.#joinWords();
		return this.#byPrecedence();
	}

	#dangle(operator: Operator): void {
		this.#dangling = [...this.#dangling, operator];
		this.query.faults.push({ rule: "missing-operand", span: operator.span });
	}

	/** AND, and standing side by side, bind more tightly than OR. Operators that lack an operand belong to the whole. */
	#byPrecedence(): Node {
		const children = this.#children;
		const alternatives: Node[] = [];
		const operators: Operator[] = [];
		let from = 0;
		for (let end = 1; end <= children.length; end++) {
			const joint = this.#joints[end];
			if (end < children.length && joint?.kind !== "or") continue;
			if (joint) operators.push(joint);
			if (from === 0 && end === children.length) return this.#junction("and", 0, end);
			alternatives.push(end - from === 1 ? (children[from] as Node) : this.#junction("and", from, end));
			from = end;
		}
		return junction("or", alternatives, this.#withDangling(operators), noSides);
	}

	/** The children from `from` to before `to`, with what joins them. */
	#junction(kind: Junction["kind"], from: number, to: number): Node {
		const operators: Operator[] = [];
		const sideBySide: number[] = [];
		for (let index = from + 1; index < to; index++) {
			const joint = this.#joints[index];
			if (joint) operators.push(joint);
			else sideBySide.push(index - from - 1);
		}
		const whole = from === 0 && to === this.#children.length;
		if (!whole) return junction(kind, this.#children.slice(from, to), operators, sideBySide);
		return junction(kind, this.#children, this.#withDangling(operators), sideBySide);
	}

	#withDangling(operators: readonly Operator[]): readonly Operator[] {
		if (this.#dangling.length === 0) return operators;
		return [...operators, ...this.#dangling].sort((a, b) => a.span[0] - b.span[0]);
	}

	/** Kibana: words behind a word are more words of the same value, any of which may match. */
	#joinWords(): void {
		const children = this.#children.splice(0);
		const joints = this.#joints.splice(0);
		for (let index = 0; index < children.length; ) {
			let end = index + 1;
			if (isWord(children[index])) while (end < children.length && !joints[end] && isBareWord(children[end])) end++;
			const words = children.slice(index, end);
			const sides = words.slice(1).map((_, side) => side);
			this.#children.push(words.length === 1 ? (words[0] as Node) : junction("or", words, noOperators, sides));
			this.#joints.push(joints[index] ?? null);
			index = end;
		}
	}
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

const noOperators: readonly Operator[] = [];
const noSides: readonly number[] = [];

function isWord(node: Node | undefined): boolean {
	return node?.kind === "clause" && node.value?.kind === "literal" && node.value.written === "word";
}

function isBareWord(node: Node | undefined): boolean {
	return isWord(node) && (node as Clause).field === null;
}
