// What a hunt is made of: the grammar of its blocks. It accepts them in any order.
import { EmbeddedActionsParser, type IOrAlt, type IToken, type OrMethodOpts } from "chevrotain";
import {
	AnalyticHeading,
	AnalyticsHeading,
	AsideHeading,
	Content,
	DescriptionHeading,
	DetectionRow,
	DetectionsHeading,
	ExclusionRow,
	ExclusionsHeading,
	FindingsHeading,
	FrontMatter,
	HypothesisHeading,
	LinkItem,
	NameItem,
	OtherHeading,
	QueriesHeading,
	QueryBlock,
	ReferencesHeading,
	StackLine,
	TestRow,
	TestsHeading,
	TitleHeading,
	UrlItem,
	vocabulary,
} from "./tokens.ts";

/** The shape of a document: its blocks, in their places. */
export interface HuntShape {
	readonly title: IToken | null;
	readonly sections: readonly SectionShape[];
}

/** A section's heading, and those of its blocks that its kind is read for. */
export type SectionShape = {
	readonly heading: IToken;
} /** Queries (`QueryBlock`), stacks (`StackLine`) and prose (any other type), in order. */ & (
	| { readonly kind: "analytic" | "queries"; readonly parts: readonly IToken[] }
	| { readonly kind: "detections"; readonly detections: readonly DetectionShape[] }
	| { readonly kind: "references"; readonly urls: readonly IToken[] }
	| { readonly kind: "tests" | "exclusions"; readonly rows: readonly IToken[] }
	| { readonly kind: "hypothesis" | "description" | "findings" | "other" }
);

/** A name and its address, in one block or in two. */
export interface DetectionShape {
	readonly first: IToken;
	readonly second: IToken | undefined;
}

/** Every alternative that is not the last is a special case of `Content`: the first that fits is taken. */
const IGNORE_AMBIGUITIES = true;

/** Exported for the test that checks the grammar itself. */
export class HuntGrammar extends EmbeddedActionsParser {
	/** The grammar is checked by a test, not at every start: the check takes time, and a newer Node than all the rest. */
	constructor(skipValidations = true) {
		super(vocabulary, { maxLookahead: 1, skipValidations });
		this.performSelfAnalysis();
	}

	/** hunt = FrontMatter? (TitleHeading | content)* section* */
	readonly hunt = this.RULE("hunt", (): HuntShape => {
		let title: IToken | null = null;
		const sections: SectionShape[] = [];
		this.OPTION(() => this.CONSUME(FrontMatter));
		this.MANY(() => {
			this.OR([
				{
					ALT: () => {
						title = this.CONSUME(TitleHeading);
					},
				},
				{ ALT: () => this.CONSUME(Content) },
			]);
		});
		this.MANY2(() => sections.push(this.SUBRULE(this.section)));
		return { title, sections };
	});

	/** section = analytic | queries | detections | references | tests | exclusions | text */
	private readonly section = this.RULE("section", (): SectionShape => this.OR(this.sectionKinds));
	// The alternatives of what a long hunt has many of are made once, not at each use.
	private readonly sectionKinds: IOrAlt<SectionShape>[] = [
		{ ALT: () => this.SUBRULE(this.analytic) },
		{ ALT: () => this.SUBRULE(this.queries) },
		{ ALT: () => this.SUBRULE(this.detections) },
		{ ALT: () => this.SUBRULE(this.references) },
		{ ALT: () => this.SUBRULE(this.tests) },
		{ ALT: () => this.SUBRULE(this.exclusions) },
		{ ALT: () => this.SUBRULE(this.text) },
	];

	/** analytic = AnalyticHeading (query | stack | prose)* */
	private readonly analytic = this.RULE("analytic", (): SectionShape => {
		const parts: IToken[] = [];
		const heading = this.CONSUME(AnalyticHeading);
		this.MANY(() => parts.push(this.OR(this.analyticParts)));
		return { kind: "analytic", heading, parts };
	});

	/** queries = (QueriesHeading | AnalyticsHeading) (query | stack | prose)* */
	private readonly queries = this.RULE("queries", (): SectionShape => {
		const parts: IToken[] = [];
		const heading = this.OR([
			{ ALT: () => this.CONSUME(QueriesHeading) },
			{ ALT: () => this.CONSUME(AnalyticsHeading) },
		]);
		this.MANY(() => parts.push(this.OR2(this.analyticParts)));
		return { kind: "queries", heading, parts };
	});
	private readonly analyticParts: OrMethodOpts<IToken> = {
		IGNORE_AMBIGUITIES,
		DEF: [
			{ ALT: () => this.CONSUME(QueryBlock) },
			{ ALT: () => this.CONSUME(StackLine) },
			{ ALT: () => this.CONSUME(Content) },
		],
	};

	/** detections = DetectionsHeading (NameItem UrlItem? | UrlItem | LinkItem | DetectionRow | content)* */
	private readonly detections = this.RULE("detections", (): SectionShape => {
		const detections: DetectionShape[] = [];
		const heading = this.CONSUME(DetectionsHeading);
		this.MANY(() => {
			this.OR({
				IGNORE_AMBIGUITIES,
				DEF: [
					{
						ALT: () => {
							const first = this.CONSUME(NameItem);
							const second = this.OPTION(() => this.CONSUME(UrlItem));
							detections.push({ first, second });
						},
					},
					{ ALT: () => detections.push({ first: this.CONSUME2(UrlItem), second: undefined }) },
					{ ALT: () => detections.push({ first: this.CONSUME(LinkItem), second: undefined }) },
					{ ALT: () => detections.push({ first: this.CONSUME(DetectionRow), second: undefined }) },
					{ ALT: () => this.CONSUME(Content) },
				],
			});
		});
		return { kind: "detections", heading, detections };
	});

	/** references = ReferencesHeading (UrlItem | LinkItem | content)* */
	private readonly references = this.RULE("references", (): SectionShape => {
		const urls: IToken[] = [];
		const heading = this.CONSUME(ReferencesHeading);
		this.MANY(() => {
			this.OR({
				IGNORE_AMBIGUITIES,
				DEF: [
					{ ALT: () => urls.push(this.CONSUME(UrlItem)) },
					{ ALT: () => urls.push(this.CONSUME(LinkItem)) },
					{ ALT: () => this.CONSUME(Content) },
				],
			});
		});
		return { kind: "references", heading, urls };
	});

	/** tests = TestsHeading (TestRow | content)* */
	private readonly tests = this.RULE("tests", (): SectionShape => {
		const rows: IToken[] = [];
		const heading = this.CONSUME(TestsHeading);
		this.MANY(() => {
			this.OR({
				IGNORE_AMBIGUITIES,
				DEF: [{ ALT: () => rows.push(this.CONSUME(TestRow)) }, { ALT: () => this.CONSUME(Content) }],
			});
		});
		return { kind: "tests", heading, rows };
	});

	/** exclusions = ExclusionsHeading (ExclusionRow | content)* */
	private readonly exclusions = this.RULE("exclusions", (): SectionShape => {
		const rows: IToken[] = [];
		const heading = this.CONSUME(ExclusionsHeading);
		this.MANY(() => {
			this.OR({
				IGNORE_AMBIGUITIES,
				DEF: [{ ALT: () => rows.push(this.CONSUME(ExclusionRow)) }, { ALT: () => this.CONSUME(Content) }],
			});
		});
		return { kind: "exclusions", heading, rows };
	});

	/** text = (HypothesisHeading | DescriptionHeading | FindingsHeading | AsideHeading | OtherHeading) content* */
	private readonly text = this.RULE("text", (): SectionShape => {
		const section = this.OR<IOrAlt<SectionShape>[]>([
			{ ALT: () => ({ kind: "hypothesis", heading: this.CONSUME(HypothesisHeading) }) },
			{ ALT: () => ({ kind: "description", heading: this.CONSUME(DescriptionHeading) }) },
			{ ALT: () => ({ kind: "findings", heading: this.CONSUME(FindingsHeading) }) },
			{ ALT: () => ({ kind: "other", heading: this.CONSUME(AsideHeading) }) },
			{ ALT: () => ({ kind: "other", heading: this.CONSUME(OtherHeading) }) },
		]);
		this.MANY(() => this.CONSUME(Content));
		return section;
	});
}

const grammar = new HuntGrammar();

/** The shape that the blocks have. @throws if the grammar does not accept them, which is a mistake of ours. */
export function parseBlocks(tokens: IToken[]): HuntShape {
	grammar.input = tokens;
	const shape = grammar.hunt();
	const [error] = grammar.errors;
	if (error) throw error;
	return shape;
}
