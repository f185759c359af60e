// The grammar of queries. Whatever may be missing is optional here, and its absence a fault, so that no text is ever
// rejected. The tree is built as the rules run: Chevrotain's own recovery would throw it away, and no text needs it.
// Brackets are matched outside the rules, innermost first, so that no depth of them can exhaust the stack. Which operator
// binds more tightly is the dialect's, and applied by `Level`. Alternatives are made once: made anew at each use they cost
// half the speed.
import { EmbeddedActionsParser } from "chevrotain";
import { dialectOf } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import { Level, type QueryText } from "./level.ts";
import type { Lexed } from "./lexer.ts";
import * as T from "./tokens.ts";
import type { Clause, ComparisonText, Group, Literal, Node } from "./tree.ts";

/** Exported for the test that checks the grammar itself. */
export class QueryGrammar extends EmbeddedActionsParser {
	/** The level of brackets at work, and of its clause what has been read. */
	private level = new Level({ text: "", dialect: dialectOf("redcloak"), faults: [] });
	private prefixes: T.Token[] = [];
	private comparison: T.Token | null = null;
	private value: Literal | Group | null = null;
	private suffixes = noTokens;

	/** The grammar is checked by a test, not at every start: the check takes time, and a newer Node than all the rest. */
	constructor(skipValidations = true) {
		super(T.vocabulary, { maxLookahead: 1, skipValidations });
		this.performSelfAnalysis();
	}

	/** Fills the level with what the tokens say. Brackets that lie too deep in one another must have been read already. */
	read(tokens: T.Token[], level: Level): void {
		this.level = level;
		this.input = tokens;
		this.junction();
		if (this.errors.length > 0) throw new Error(`The grammar rejected a text: ${this.errors[0]?.message}`);
	}

	/** `junction = { AND | OR | prefixed | clause | STRAY }`, either side of an operator possibly missing */
	private readonly junction = this.RULE("junction", (): void => {
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
	private readonly prefixed = this.RULE("prefixed", (): Node => {
		this.prefixes = [];
		const { level, prefixes } = this;
		this.AT_LEAST_ONE(this.prefix);
		const operand = this.OPTION(this.operand);
		return this.RECORDING_PHASE ? recorded : level.prefixed(prefixes, operand ?? null);
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

	/** `clause = ( [ FIELD ] COMPARISON [ primary ] | primary ) { SUFFIX }`, `primary = VALUE | group | GROUP` */
	private readonly clause = this.RULE("clause", (): Node => {
		this.comparison = null;
		this.value = null;
		this.suffixes = noTokens;
		const field = this.OR(this.forms);
		this.MANY(this.suffix);
		// While Chevrotain records the grammar its tokens have no place; ACTION would cost a closure each time.
		return this.RECORDING_PHASE ? recorded : this.build(field);
	});

	private readonly forms = [
		{ ALT: (): T.Token | null => this.compared() },
		{ ALT: () => this.take(this.CONSUME1(T.ValueToken)) },
		{ ALT: () => this.SUBRULE1(this.group) },
		{ ALT: () => this.take(this.CONSUME1(T.GroupToken)) },
	];
	private readonly values = [
		{ ALT: () => this.take(this.CONSUME2(T.ValueToken)) },
		{ ALT: () => this.SUBRULE2(this.group) },
		{ ALT: () => this.take(this.CONSUME2(T.GroupToken)) },
	];
	private readonly primary = () => this.OR1(this.values);
	private readonly suffix = () => {
		const token = this.CONSUME(T.Suffix) as T.Token;
		if (this.suffixes === noTokens) this.suffixes = [token];
		else this.suffixes.push(token);
	};

	/** Without a field it is one end of a range in the brackets of one. */
	private compared(): T.Token | null {
		const field = this.OPTION1(this.field) as T.Token | undefined;
		this.comparison = this.CONSUME(T.Comparison) as T.Token;
		this.OPTION(this.primary);
		return field ?? null;
	}
	private readonly field = () => this.CONSUME(T.Field);

	private take({ payload }: { readonly payload?: unknown }): null {
		this.value = payload as Literal | Group;
		return null;
	}

	/** `group = "(" junction [ ")" ]`, or with braces */
	private readonly group = this.RULE("group", (): null => {
		const { level: outer, comparison } = this;
		const open = this.CONSUME(T.LeftParen) as T.Token;
		const level = new Level(outer.query);
		this.level = level;
		this.SUBRULE(this.junction);
		const close = this.OPTION(this.close) as T.Token | undefined;
		this.level = outer;
		this.comparison = comparison;
		this.suffixes = noTokens;
		if (!this.RECORDING_PHASE) this.value = level.group(open, close ?? null);
		return null;
	});
	private readonly close = () => this.CONSUME(T.RightParen);

	private build(field: T.Token | null): Node {
		const { comparison, value, suffixes, level } = this;
		const first = field ?? comparison ?? (value as Literal | Group);
		const last = suffixes.at(-1) ?? value ?? (comparison as T.Token);
		const span: Span = [first.span[0], last.span[1]];
		if (suffixes.length > 0) level.checkSuffixes(suffixes, value);
		if (!value && !this.refusedValueFollows()) level.query.faults.push({ rule: "missing-operand", span });
		return {
			kind: "clause",
			field: field && { name: field.payload as string, span: field.span },
			comparison: comparison && { text: comparison.payload as ComparisonText, span: comparison.span },
			value,
			suffixes: suffixes.length === 0 ? noSuffixes : suffixes.map((token) => level.suffix(token)),
			span,
		};
	}

	/** Whether the value is there, but is one that cannot be read, which is a fault already. */
	private refusedValueFollows(): boolean {
		const next = this.LA(1) as T.Token;
		return next.tokenType === T.Stray && this.level.query.text[next.span[0]] !== ")";
	}
}

const noTokens: T.Token[] = [];
const noSuffixes: Clause["suffixes"] = [];

const recorded: Node = { kind: "stray", span: [0, 0] };

function stray({ span }: T.Token): Node {
	return { kind: "stray", span };
}

const grammar = new QueryGrammar();

/** Brackets in one another that the grammar reads by itself; deeper ones would exhaust the stack. */
const deepestByGrammar = 200;

/** Builds the tree of a query's tokens; what is wrong is added to its faults. */
export function buildTree({ tokens, depth }: Lexed, query: QueryText): Node | null {
	const level = new Level(query);
	grammar.read(depth > deepestByGrammar ? withoutGroups(tokens, query) : tokens, level);
	return level.build();
}

/** The tokens with every outermost group as one token, read from the innermost outwards. */
function withoutGroups(tokens: readonly T.Token[], query: QueryText): T.Token[] {
	const open: { readonly bracket: T.Token; readonly outer: T.Token[] }[] = [];
	let inside: T.Token[] = [];
	for (const token of tokens) {
		if (token.tokenType === T.LeftParen) {
			open.push({ bracket: token, outer: inside });
			inside = [];
		} else if (token.tokenType === T.RightParen) closeGroup(token);
		else inside.push(token);
	}
	while (open.length > 0) closeGroup(null);
	return inside;

	function closeGroup(close: T.Token | null): void {
		const { bracket, outer } = open.pop() as (typeof open)[number];
		const level = new Level(query);
		grammar.read(inside, level);
		const group = level.group(bracket, close);
		inside = outer;
		inside.push(new T.Token(T.GroupToken, group.span, group));
	}
}
