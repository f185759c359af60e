// The grammar of queries. Whatever may be missing is optional here, and its absence a fault, so that no text is ever
// rejected. The tree is built as the rules run: Chevrotain's own recovery would throw it away, and no text needs it.
// Brackets are matched outside the rules, innermost first, so that no depth of them can exhaust the stack.
import { createTokenInstance, EmbeddedActionsParser, type IToken } from "chevrotain";
import { cover, type Span } from "../base/span.ts";
import { type LiteralPayload, type StrayPayload, spanOf } from "./lexer.ts";
import {
	And,
	Comparison,
	Field,
	GroupToken,
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

	/** `unary = { NOT | + } (clause | stray)`, the operand possibly missing */
	readonly unary = this.RULE("unary", (): Node => {
		const prefixes: IToken[] = [];
		let operand: Node | null = null;
		this.OR([
			{
				ALT: () => {
					this.AT_LEAST_ONE(() =>
						this.OR1([
							{ ALT: () => prefixes.push(this.CONSUME(Not)) },
							{ ALT: () => prefixes.push(this.CONSUME(Must)) },
						]),
					);
					this.OPTION(() => {
						operand = this.SUBRULE(this.operand);
					});
				},
			},
			{
				ALT: () => {
					operand = this.SUBRULE1(this.operand);
				},
			},
		]);
		return this.ACTION(() => this.buildPrefixed(prefixes, operand));
	});

	/** `operand = clause | stray` */
	readonly operand = this.RULE(
		"operand",
		(): Node =>
			this.OR([
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

	/** `primary = value | group`; the group has been read already */
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
			{ ALT: () => this.CONSUME(GroupToken).payload as Group },
		]),
	);

	private buildPrefixed(prefixes: readonly IToken[], operand: Node | null): Node {
		const last = prefixes.at(-1);
		if (!operand && last) this.faults.push({ rule: "missing-operand", span: spanOf(last) });
		return prefixes.reduceRight<Node | null>((child, token) => {
			const operator = spanOf(token);
			return {
				kind: token.tokenType === Not ? "not" : "must",
				operator,
				child,
				span: child ? cover(operator, child.span) : operator,
			};
		}, operand) as Node;
	}

	private buildClause(
		field: IToken | undefined,
		comparison: IToken | undefined,
		value: Literal | Group | undefined,
		suffixes: readonly IToken[],
	): Clause {
		const parts: Span[] = [...[field, comparison].flatMap((token) => (token ? [spanOf(token)] : []))];
		if (value) parts.push(value.span);
		else if (!this.refusedValueFollows()) this.faults.push({ rule: "missing-operand", span: parts.reduce(cover) });
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

	/** Whether the value is there, but is one that cannot be read, which is a fault already. */
	private refusedValueFollows(): boolean {
		const next = this.LA(1);
		return next.tokenType === Stray && next.image !== ")";
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
export function buildTree(tokens: readonly IToken[]): {
	readonly root: Node | null;
	readonly faults: readonly SyntaxFault[];
} {
	const faults: SyntaxFault[] = [];
	// What a text that was cut off would have closed is not known.
	const cutOff = (tokens.at(-1)?.payload as StrayPayload | undefined) === "rest";
	const open: { readonly bracket: IToken; readonly outer: IToken[] }[] = [];
	let level: IToken[] = [];

	const closeGroup = (close: IToken | null) => {
		const { bracket, outer } = open.pop() as (typeof open)[number];
		const child = parseLevel(level, faults);
		const from = spanOf(bracket);
		const span = cover(cover(from, child?.span ?? from), close ? spanOf(close) : from);
		if (!close && !cutOff) faults.push({ rule: "unclosed-group", span: from });
		if (close && !child) faults.push({ rule: "empty-group", span });
		const token = createTokenInstance(GroupToken, "", span[0], span[1] - 1, 1, 1, 1, 1);
		token.payload = { kind: "group", child, closed: close !== null, span } satisfies Group;
		level = outer;
		level.push(token);
	};

	for (const token of tokens) {
		if (token.tokenType === LeftParen) {
			open.push({ bracket: token, outer: level });
			level = [];
		} else if (token.tokenType === RightParen) closeGroup(token);
		else level.push(token);
	}
	while (open.length > 0) closeGroup(null);
	return { root: parseLevel(level, faults), faults };
}

/** Parses what stands between two brackets, the groups in it being single tokens. */
function parseLevel(tokens: IToken[], faults: SyntaxFault[]): Node | null {
	if (tokens.length === 0) return null;
	grammar.faults = faults;
	grammar.input = tokens;
	const root = grammar.orRule();
	if (grammar.errors.length > 0) throw new Error(`The grammar rejected a text: ${grammar.errors[0]?.message}`);
	return root;
}
