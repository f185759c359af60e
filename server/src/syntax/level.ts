// Puts together what stands between two brackets, in the order in which it stands: the dialect says what binds more tightly.
import type { Dialect } from "../base/dialect.ts";
import { cover, type Span } from "../base/span.ts";
import * as T from "./tokens.ts";
import type { Clause, Junction, Node, Operator, SyntaxFault } from "./tree.ts";

/** One level of brackets, the outermost included. */
export class Level {
	readonly text: string;
	readonly dialect: Dialect;
	readonly faults: SyntaxFault[];
	readonly #children: Node[] = [];
	/** What joins each child with the one before it; `null`: nothing, they stand side by side. */
	readonly #joints: (Operator | null)[] = [];
	/** Operators that lack an operand. */
	readonly #dangling: Operator[] = [];
	#pending: Operator | null = null;

	constructor(text: string, dialect: Dialect, faults: SyntaxFault[]) {
		this.text = text;
		this.dialect = dialect;
		this.faults = faults;
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
		if (!operand && last) this.faults.push({ rule: "missing-operand", span: last.span });
		// Lucene reads one sign a clause, and refuses the text where there are more.
		const second = this.dialect.name === "lucene" ? signs[1] : undefined;
		if (second && operand) this.faults.push({ rule: "stray-character", span: second.span });
		return signs.reduceRight<Node | null>((child, { tokenType, span }) => {
			const kind = tokenType === T.Not ? "not" : "must";
			return { kind, operator: span, child, span: child ? cover(span, child.span) : span };
		}, operand) as Node;
	}

	suffix({ span }: T.Token): Clause["suffixes"][number] {
		return { text: this.text.slice(span[0], span[1]), span };
	}

	/** The only child itself where there are no operators. */
	build(): Node {
		if (this.#pending) this.#dangle(this.#pending);
		const children = this.#children;
		const [only] = children;
		if (only && children.length === 1 && this.#dangling.length === 0) return only;
		if (this.dialect.name === "lucene") return this.#junction("flat", 0, children.length, this.#dangling);
		if (this.dialect.name === "kibana") this.#joinWords();
		return this.#byPrecedence();
	}

	#dangle(operator: Operator): void {
		this.#dangling.push(operator);
		this.faults.push({ rule: "missing-operand", span: operator.span });
	}

	/** AND, and standing side by side, bind more tightly than OR. Operators that lack an operand belong to the whole. */
	#byPrecedence(): Node {
		const children = this.#children;
		const alternatives: Node[] = [];
		const operators = [...this.#dangling];
		let from = 0;
		for (let end = 1; end <= children.length; end++) {
			const joint = this.#joints[end];
			if (end < children.length && joint?.kind !== "or") continue;
			if (joint) operators.push(joint);
			if (from === 0 && end === children.length) return this.#junction("and", 0, end, this.#dangling);
			alternatives.push(end - from === 1 ? (children[from] as Node) : this.#junction("and", from, end, []));
			from = end;
		}
		return junction("or", alternatives, operators, []);
	}

	/** The children from `from` to before `to`, with what joins them. */
	#junction(kind: Junction["kind"], from: number, to: number, dangling: readonly Operator[]): Node {
		const operators = [...dangling];
		const sideBySide: number[] = [];
		for (let index = from + 1; index < to; index++) {
			const joint = this.#joints[index];
			if (joint) operators.push(joint);
			else sideBySide.push(index - from - 1);
		}
		const whole = from === 0 && to === this.#children.length;
		return junction(kind, whole ? this.#children : this.#children.slice(from, to), operators, sideBySide);
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
			this.#children.push(words.length === 1 ? (words[0] as Node) : junction("or", words, [], sides));
			this.#joints.push(joints[index] ?? null);
			index = end;
		}
	}
}

function junction(
	kind: Junction["kind"],
	children: readonly Node[],
	operators: Operator[],
	sideBySide: readonly number[],
): Junction {
	if (operators.length > 1) operators.sort((a, b) => a.span[0] - b.span[0]);
	const edges = [children[0], children.at(-1), operators[0], operators.at(-1)].filter((edge) => edge !== undefined);
	const span: Span = [Math.min(...edges.map((edge) => edge.span[0])), Math.max(...edges.map((edge) => edge.span[1]))];
	return { kind, children, operators, sideBySide, span };
}

function isWord(node: Node | undefined): boolean {
	return node?.kind === "clause" && node.value?.kind === "literal" && node.value.written === "word";
}

function isBareWord(node: Node | undefined): boolean {
	return isWord(node) && (node as Clause).field === null;
}
