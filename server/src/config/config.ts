// `huntmark.json`: what the editor, the command line and CI share about a workspace.
import type { CustomTechnique } from "../attack/attack.ts";
import type { DialectName, DialectOptions } from "../base/dialect.ts";
import type { Problem, RuleSeverities } from "../base/problem.ts";
import { checkNames } from "./names.ts";
import { readAs } from "./read.ts";
import { anyTaxonomy, type ConfigText, type CustomField, type CustomTaxonomy, configSchema } from "./schema.ts";

/** What the file says. */
export interface Config {
	readonly sources: ReadonlyMap<string, SourceConfig>;
	/** The source that is used where none is named; the only one, if there is only one. */
	readonly defaultSource: string | null;
	/** Of queries of which nothing else says it. */
	readonly dialect: DialectName;
	/** How `lucene` is read. */
	readonly lucene: DialectOptions;
	/** The severities of rules, where they are not the usual ones. */
	readonly rules: RuleSeverities;
	/** Patterns of the files that are hunts whatever is in them, relative to the configuration's folder. */
	readonly hunts: readonly string[];
	/** The id of the taxonomy that names are from where a hunt does not say it; `auto`: any. */
	readonly taxonomy: string;
	/** Those that the user adds, by name; of several with one name the first. */
	readonly fields: ReadonlyMap<string, CustomField>;
	readonly taxonomies: readonly CustomTaxonomy[];
	readonly techniques: readonly CustomTechnique[];
	/** How long the review of an existing detection holds, in days. */
	readonly reviewAfter: number;
	/** A Markdown file whose exclusions hold for every hunt, relative to the configuration's folder. */
	readonly exclusions: string | null;
}

/** Telemetry in files. */
export interface SourceConfig {
	/** Paths, folders and glob patterns, relative to the configuration's folder. */
	readonly files: readonly string[];
	/** The field that holds an event's time. */
	readonly time: string | null;
}

/** What a file's text says, and what is wrong with it. */
export interface ReadConfig {
	readonly config: Config;
	/** In text order. */
	readonly problems: readonly Problem[];
}

/** Reads the file's text, comments allowed. Never fails: what is wrong is left out. `ruleIds`: of all rules. */
export function readConfig(text: string, ruleIds: readonly string[]): ReadConfig {
	const { value, root, problems } = readAs(configSchema, text);
	const all = [...problems, ...checkNames(root, ruleIds)];
	return { config: configOf(value), problems: all.sort((a, b) => a.span[0] - b.span[0]) };
}

function configOf(written: ConfigText): Config {
	const { defaultOperator, es, dialect = "redcloak", rules = {}, hunts = [], taxonomy = anyTaxonomy } = written;
	const { fields = [], taxonomies = [], techniques = [], reviewAfter = "180d", exclusions = null } = written;
	const sources = new Map<string, SourceConfig>();
	for (const [name, { files, time = null }] of Object.entries(written.sources ?? {}))
		if (files) sources.set(name, { files, time });
	return {
		sources,
		defaultSource: defaultOf(written.defaultSource, sources),
		dialect,
		lucene: {
			...(defaultOperator && { defaultOperator: /and/i.test(defaultOperator) ? "AND" : "OR" }),
			...(es !== undefined && { es }),
		},
		rules,
		hunts,
		taxonomy,
		fields: new Map([...fields].reverse().map((field) => [field.name, field])),
		taxonomies,
		techniques: techniques.map(({ tactics = [], ...technique }) => ({ ...technique, tactics })),
		reviewAfter: daysOf(reviewAfter),
		exclusions,
	};
}

export const emptyConfig: Config = configOf({});

/** Whether both say the same. */
export function readsAlike(a: Config, b: Config): boolean {
	const reading = ({ sources, fields, ...rest }: Config) => JSON.stringify([rest, [...sources], [...fields]]);
	return a === b || reading(a) === reading(b);
}

function defaultOf(named: string | undefined, sources: Config["sources"]): string | null {
	if (named !== undefined && sources.has(named)) return named;
	const [only = null, another] = sources.keys();
	return another === undefined ? only : null;
}

/** `2w` is 14 days. */
function daysOf(duration: string): number {
	const unit = { d: 1, w: 7, m: 30, y: 365 }[duration.slice(-1)] ?? 1;
	return Number.parseInt(duration, 10) * unit;
}
