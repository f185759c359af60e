// The grammar of queries. Whatever may be missing is optional here, and its absence a fault, so that no text is ever
// rejected. The tree is built as the rules run: Chevrotain's own recovery would throw it away, and no text needs it.
import { EmbeddedActionsParser, type IToken } from "chevrotain";
import { cover, type Span } from "../base/span.ts";
import { type LiteralPayload, type StrayPayload, spanOf } from "./lexer.ts";
import {
	And,
	Comparison,
	Field,
	LeftParen,
	Must,
	Not,
	Or,
	RightParen,
	Stray,
	Suffix,
	ValueToken,
	vocabulary,
} from "./tokens.ts";
import type { Clause, ComparisonText, Group, Junction, Literal, Node, SyntaxFault } from "./tree.ts";

/** Exported for the test that checks the grammar itself. */
export class QueryGrammar extends EmbeddedActionsParser {
	faults: SyntaxFault[] = [];

	/** The grammar is checked by a test, not at every start: the check takes time, and a newer Node than all the rest. */
	constructor(skipValidations = true) {
		super(vocabulary, { maxLookahead: 1, skipValidations });
		this.performSelfAnalysis();
	}

	/** `query = [or]` */
	readonly query = this.RULE("query", (): Node | null => this.OPTION(() => this.SUBRULE(this.orRule)) ?? null);

	// Both junctions are read as one or more of either, so that neither can be empty: Chevrotain enters an optional rule
	// that can be, whatever comes next.
	/** `or = and { OR and }`, either side of an `OR` possibly missing */
	readonly orRule = this.RULE("orRule", (): Node => {
		const junction = new JunctionBuilder("or");
		this.AT_LEAST_ONE(() =>
			this.OR([
				{ ALT: () => junction.operator(this.CONSUME(Or)) },
				{ ALT: () => junction.operand(this.SUBRULE(this.andRule)) },
			]),
		);
		return this.ACTION(() => junction.build(this.faults));
	});

	/** `and = unary { [AND] unary }`, either side of an `AND` possibly missing */
	readonly andRule = this.RULE("andRule", (): Node => {
		const junction = new JunctionBuilder("and");
		this.AT_LEAST_ONE(() =>
			this.OR([
				{ ALT: () => junction.operator(this.CONSUME(And)) },
				{ ALT: () => junction.operand(this.SUBRULE(this.unary)) },
			]),
		);
		return this.ACTION(() => junction.build(this.faults));
	});

	/** `unary = (NOT | +) [unary] | clause | stray` */
	readonly unary = this.RULE(
		"unary",
		(): Node =>
			this.OR([
				{ ALT: () => this.prefixed("not", this.CONSUME(Not), this.OPTION(() => this.SUBRULE(this.unary)) ?? null) },
				{ ALT: () => this.prefixed("must", this.CONSUME(Must), this.OPTION1(() => this.SUBRULE1(this.unary)) ?? null) },
				{ ALT: () => this.SUBRULE(this.clause) },
				{
					ALT: () => {
						const token = this.CONSUME(Stray);
						return this.ACTION((): Node => ({ kind: "stray", span: spanOf(token) }));
					},
				},
			]),
	);

	/** `clause = field cmp [primary] | primary`, then suffixes */
	readonly clause = this.RULE("clause", (): Node => {
		let field: IToken | undefined;
		let comparison: IToken | undefined;
		let value: Literal | Group | undefined;
		const suffixes: IToken[] = [];
		this.OR([
			{
				ALT: () => {
					field = this.CONSUME(Field);
					comparison = this.CONSUME(Comparison);
					this.OPTION(() => {
						value = this.SUBRULE(this.primary);
					});
				},
			},
			{
				ALT: () => {
					value = this.SUBRULE1(this.primary);
				},
			},
		]);
		this.MANY(() => suffixes.push(this.CONSUME(Suffix)));
		return this.ACTION(() => this.buildClause(field, comparison, value, suffixes));
	});

	/** `primary = value | group` */
	readonly primary = this.RULE("primary", (): Literal | Group =>
		this.OR([
			{
				ALT: () => {
					const token = this.CONSUME(ValueToken);
					return this.ACTION(
						(): Literal => ({ kind: "literal", ...(token.payload as LiteralPayload), span: spanOf(token) }),
					);
				},
			},
			{ ALT: () => this.SUBRULE(this.group) },
		]),
	);

	/** `group = "(" [or] ")"`, taken as closed at the end of the text */
	readonly group = this.RULE("group", (): Group => {
		const open = this.CONSUME(LeftParen);
		const child = this.OPTION(() => this.SUBRULE(this.orRule)) ?? null;
		const close = this.OPTION1(() => this.CONSUME(RightParen));
		return this.ACTION(() => {
			const from = spanOf(open);
			const span = cover(cover(from, child?.span ?? from), close ? spanOf(close) : from);
			const cutOff = !close && (this.LA(0).payload as StrayPayload | undefined) === "rest";
			if (!close && !cutOff) this.faults.push({ rule: "unclosed-group", span: from });
			if (close && !child) this.faults.push({ rule: "empty-group", span });
			return { kind: "group", child, closed: close !== undefined, span };
		});
	});

	private prefixed(kind: "not" | "must", token: IToken, child: Node | null): Node {
		return this.ACTION(() => {
			const operator = spanOf(token);
			if (!child) this.faults.push({ rule: "missing-operand", span: operator });
			return { kind, operator, child, span: child ? cover(operator, child.span) : operator };
		});
	}

	private buildClause(
		field: IToken | undefined,
		comparison: IToken | undefined,
		value: Literal | Group | undefined,
		suffixes: readonly IToken[],
	): Clause {
		const parts: Span[] = [...[field, comparison].flatMap((token) => (token ? [spanOf(token)] : []))];
		if (value) parts.push(value.span);
		else this.faults.push({ rule: "missing-operand", span: parts.reduce(cover) });
		parts.push(...suffixes.map(spanOf));
		return {
			kind: "clause",
			field: field ? { name: field.payload as string, span: spanOf(field) } : null,
			comparison: comparison ? { text: comparison.image as ComparisonText, span: spanOf(comparison) } : null,
			value: value ?? null,
			suffixes: suffixes.map((token) => ({ text: token.image, span: spanOf(token) })),
			span: parts.reduce(cover),
		};
	}
}

/** Collects operands and operators in the order in which they stand. */
class JunctionBuilder {
	readonly #kind: Junction["kind"];
	readonly #children: Node[] = [];
	readonly #operators: Span[] = [];
	readonly #sideBySide: number[] = [];
	readonly #dangling: Span[] = [];
	#pending: Span | null = null;

	constructor(kind: Junction["kind"]) {
		this.#kind = kind;
	}

	operand(node: Node): void {
		if (this.#children.length > 0 && !this.#pending) this.#sideBySide.push(this.#children.length - 1);
		this.#children.push(node);
		this.#pending = null;
	}

	operator(token: IToken): void {
		// While Chevrotain records the grammar its tokens have no place.
		if (token.isInsertedInRecovery) return;
		const span = spanOf(token);
		if (this.#children.length === 0 || this.#pending) this.#dangling.push(span);
		this.#operators.push(span);
		this.#pending = span;
	}

	/** The only child itself where there are no operators. An operator that lacks an operand on both sides is one fault. */
	build(faults: SyntaxFault[]): Node {
		if (this.#pending && this.#dangling.at(-1) !== this.#pending) this.#dangling.push(this.#pending);
		for (const span of this.#dangling) faults.push({ rule: "missing-operand", span });
		const [only] = this.#children;
		if (only && this.#children.length === 1 && this.#operators.length === 0) return only;
		return {
			kind: this.#kind,
			children: this.#children,
			operators: this.#operators,
			sideBySide: this.#sideBySide,
			span: [...this.#children.map((child) => child.span), ...this.#operators].reduce(
				cover,
				only?.span ?? (this.#operators[0] as Span),
			),
		};
	}
}

const grammar = new QueryGrammar();

/** Builds the tree of a token list. Faults are in the order of their discovery. */
export function buildTree(tokens: IToken[]): { readonly root: Node | null; readonly faults: readonly SyntaxFault[] } {
	grammar.faults = [];
	grammar.input = tokens;
	const root = grammar.query();
	if (grammar.errors.length > 0) throw new Error(`The grammar rejected a text: ${grammar.errors[0]?.message}`);
	return { root, faults: grammar.faults };
}
