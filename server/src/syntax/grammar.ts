// The grammar of queries. Whatever may be missing is optional here, and its absence a fault, so that no text is ever
// rejected. The tree is built as the rules run: Chevrotain's own recovery would throw it away, and no text needs it.
// Brackets are matched outside the rules, innermost first, so that no depth of them can exhaust the stack. Which operator
// binds more tightly is the dialect's, and applied by `Level`. Alternatives are made once: made anew at each use they cost
// half the speed.
import { EmbeddedActionsParser } from "chevrotain";
import { type Dialect, dialectOf } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import { Level } from "./level.ts";
import * as T from "./tokens.ts";
import type { Clause, ComparisonText, Group, Literal, Node, SyntaxFault } from "./tree.ts";

/** Exported for the test that checks the grammar itself. */
export class QueryGrammar extends EmbeddedActionsParser {
	/** What the rules at work build. No rule calls itself, so one of each is enough. */
	level = new Level("", dialectOf("redcloak"), []);
	private readonly prefixes: T.Token[] = [];
	private comparison: T.Token | null = null;
	private value: T.Token | null = null;
	private suffixes: readonly T.Token[] = [];

	/** The grammar is checked by a test, not at every start: the check takes time, and a newer Node than all the rest. */
	constructor(skipValidations = true) {
		super(T.vocabulary, { maxLookahead: 1, skipValidations });
		this.performSelfAnalysis();
	}

	/** `junction = { AND | OR | prefixed | clause | STRAY }`, either side of an operator possibly missing */
	readonly junction = this.RULE("junction", (): void => {
		this.MANY(this.part);
	});

	private readonly parts = [
		{ ALT: () => this.level.operator("and", this.CONSUME(T.And) as T.Token) },
		{ ALT: () => this.level.operator("or", this.CONSUME(T.Or) as T.Token) },
		{ ALT: () => this.level.operand(this.SUBRULE(this.prefixed)) },
		{ ALT: () => this.level.operand(this.SUBRULE(this.clause)) },
		{ ALT: () => this.level.operand(stray(this.CONSUME(T.Stray) as T.Token)) },
	];
	private readonly part = () => this.OR(this.parts);

	/** `prefixed = ( NOT | + ) { NOT | + } [ clause | STRAY ]` */
	readonly prefixed = this.RULE("prefixed", (): Node => {
		this.prefixes.length = 0;
		this.AT_LEAST_ONE(this.prefix);
		const operand = this.OPTION(this.operand);
		return this.ACTION(() => this.level.prefixed(this.prefixes, operand ?? null));
	});

	private readonly signs = [
		{ ALT: () => this.prefixes.push(this.CONSUME(T.Not) as T.Token) },
		{ ALT: () => this.prefixes.push(this.CONSUME(T.Must) as T.Token) },
	];
	private readonly prefix = () => this.OR(this.signs);
	private readonly operands = [
		{ ALT: (): Node => this.SUBRULE(this.clause) },
		{ ALT: (): Node => stray(this.CONSUME(T.Stray) as T.Token) },
	];
	private readonly operand = (): Node => this.OR1(this.operands);

	/** `clause = ( FIELD COMPARISON [ VALUE | GROUP ] | VALUE | GROUP ) { SUFFIX }`; a group has been read already */
	readonly clause = this.RULE("clause", (): Node => {
		this.comparison = null;
		this.value = null;
		this.suffixes = noTokens;
		const field = this.OR(this.forms);
		this.MANY(this.suffix);
		return this.ACTION(() => this.build(field));
	});

	private readonly forms = [
		{ ALT: (): T.Token | null => this.compared() },
		{ ALT: () => this.take(this.CONSUME1(T.ValueToken)) },
		{ ALT: () => this.take(this.CONSUME1(T.GroupToken)) },
	];
	private readonly values = [
		{ ALT: () => this.take(this.CONSUME2(T.ValueToken)) },
		{ ALT: () => this.take(this.CONSUME2(T.GroupToken)) },
	];
	private readonly primary = () => this.OR1(this.values);
	private readonly suffix = () => {
		const token = this.CONSUME(T.Suffix) as T.Token;
		this.suffixes = [...this.suffixes, token];
	};

	private compared(): T.Token {
		const field = this.CONSUME(T.Field) as T.Token;
		this.comparison = this.CONSUME(T.Comparison) as T.Token;
		this.OPTION(this.primary);
		return field;
	}

	private take(token: unknown): null {
		this.value = token as T.Token;
		return null;
	}

	private build(field: T.Token | null): Node {
		const { comparison, value, suffixes, level } = this;
		const first = field ?? (value as T.Token);
		const last = suffixes.at(-1) ?? value ?? (comparison as T.Token);
		const span: Span = [first.span[0], last.span[1]];
		if (!value && !this.refusedValueFollows()) level.faults.push({ rule: "missing-operand", span });
		return {
			kind: "clause",
			field: field && { name: field.payload as string, span: field.span },
			comparison: comparison && { text: comparison.payload as ComparisonText, span: comparison.span },
			value: value && (value.payload as Literal | Group),
			suffixes: suffixes.length === 0 ? noSuffixes : suffixes.map((token) => level.suffix(token)),
			span,
		};
	}

	/** Whether the value is there, but is one that cannot be read, which is a fault already. */
	private refusedValueFollows(): boolean {
		const next = this.LA(1) as T.Token;
		return next.tokenType === T.Stray && this.level.text[next.span[0]] !== ")";
	}
}

const noTokens: readonly T.Token[] = [];
const noSuffixes: Clause["suffixes"] = [];

function stray({ span }: T.Token): Node {
	return { kind: "stray", span };
}

const grammar = new QueryGrammar();

/** Builds the tree of a token list; what is wrong is added to `faults`. */
export function buildTree(
	text: string,
	dialect: Dialect,
	tokens: readonly T.Token[],
	faults: SyntaxFault[],
): Node | null {
	// What a text that was cut off would have closed is not known.
	const cutOff = tokens.at(-1)?.payload === T.restOfText;
	const open: { readonly bracket: T.Token; readonly outer: T.Token[] }[] = [];
	let level: T.Token[] = [];
	for (const token of tokens) {
		if (token.tokenType === T.LeftParen) {
			open.push({ bracket: token, outer: level });
			level = [];
		} else if (token.tokenType === T.RightParen) closeGroup(token);
		else level.push(token);
	}
	while (open.length > 0) closeGroup(null);
	return parseLevel(level);

	function closeGroup(close: T.Token | null): void {
		const { bracket, outer } = open.pop() as (typeof open)[number];
		const child = parseLevel(level);
		const last = close ?? child ?? bracket;
		const span: Span = [bracket.span[0], last.span[1]];
		if (!close && !cutOff) faults.push({ rule: "unclosed-group", span: bracket.span });
		if (close && !child) faults.push({ rule: "empty-group", span });
		const braces = text[span[0]] === "{";
		const group: Group = { kind: "group", child, closed: close !== null, braces, span };
		level = outer;
		level.push(new T.Token(T.GroupToken, span, group));
	}

	/** What stands between two brackets, the groups in it being single tokens. */
	function parseLevel(inside: T.Token[]): Node | null {
		if (inside.length === 0) return null;
		grammar.level = new Level(text, dialect, faults);
		grammar.input = inside;
		grammar.junction();
		if (grammar.errors.length > 0) throw new Error(`The grammar rejected a text: ${grammar.errors[0]?.message}`);
		return grammar.level.build();
	}
}
