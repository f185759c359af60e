// `huntmark.json`: what the editor, the command line and CI share about a workspace.

import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { type DialectName, type DialectOptions, dialectNames, isDialectName } from "../base/dialect.ts";
import { lineIndex } from "../base/lineIndex.ts";
import type { RuleSeverities, Severity } from "../base/problem.ts";

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
}

/** Telemetry in files. */
export interface SourceConfig {
	/** Paths, folders and glob patterns, relative to the configuration's folder. */
	readonly files: readonly string[];
	/** The field that holds an event's time. */
	readonly time: string | null;
}

export const emptyConfig: Config = {
	sources: new Map(),
	defaultSource: null,
	dialect: "redcloak",
	lucene: {},
	rules: {},
};

/** Whether documents mean the same under both. */
export function readsAlike(a: Config, b: Config): boolean {
	const reading = ({ dialect, lucene, rules }: Config) => JSON.stringify([dialect, lucene, rules]);
	return a === b || reading(a) === reading(b);
}

/** What the file may say; what of it is not read yet is kept for later versions, `$schema` is for editors. */
export const configKeys: readonly string[] = [
	"sources",
	"defaultSource",
	"dialect",
	"defaultOperator",
	"es",
	"rules",
	"hunts",
	"taxonomy",
	"fields",
	"$schema",
];

/** What a file's text says, and what is wrong with it. */
export interface ReadConfig {
	readonly config: Config;
	/** In sentences, what could not be used. */
	readonly mistakes: readonly string[];
	/** Those that are none of `configKeys`. */
	readonly unknownKeys: readonly string[];
}

/** Reads the file's text, comments allowed. Never fails. */
export function readConfig(text: string): ReadConfig {
	const errors: ParseError[] = [];
	const value: unknown = parse(text, errors, { allowTrailingComma: true });
	const { positionAt } = lineIndex(text);
	const mistakes = errors.map(({ error, offset }) => {
		const { line, character } = positionAt(offset);
		return `${sentence(printParseErrorCode(error))} in line ${line + 1}, column ${character + 1}.`;
	});
	if (!isObject(value))
		return { config: emptyConfig, mistakes: [...mistakes, "The file must hold a JSON object."], unknownKeys: [] };
	const sources = new Map<string, SourceConfig>();
	if (value.sources !== undefined && !isObject(value.sources)) mistakes.push('"sources" must be an object.');
	for (const [name, entry] of Object.entries(isObject(value.sources) ? value.sources : {})) {
		const source = readSource(entry);
		if (source) sources.set(name, source);
		else mistakes.push(`Source ${name} needs "files": a list of paths.`);
	}
	return {
		config: {
			sources,
			defaultSource: readDefault(value.defaultSource, sources, mistakes),
			dialect: readDialect(value.dialect, mistakes),
			lucene: readLucene(value, mistakes),
			rules: readRules(value.rules, mistakes),
		},
		mistakes,
		unknownKeys: Object.keys(value).filter((key) => !configKeys.includes(key)),
	};
}

function readDefault(named: unknown, sources: Config["sources"], mistakes: string[]): string | null {
	if (typeof named === "string" && sources.has(named)) return named;
	if (named !== undefined)
		mistakes.push(
			typeof named === "string"
				? `The default source ${named} is not among the sources.`
				: '"defaultSource" must be a source\'s name.',
		);
	return onlyOf(sources);
}

function readDialect(named: unknown, mistakes: string[]): DialectName {
	if (typeof named === "string" && isDialectName(named)) return named;
	if (named !== undefined) mistakes.push(`"dialect" must be one of ${dialectNames.join(", ")}.`);
	return emptyConfig.dialect;
}

function readLucene({ defaultOperator, es }: Record<string, unknown>, mistakes: string[]): DialectOptions {
	const operator = typeof defaultOperator === "string" ? defaultOperator.toUpperCase() : defaultOperator;
	const known = operator === "AND" || operator === "OR";
	if (operator !== undefined && !known) mistakes.push('"defaultOperator" must be AND or OR.');
	if (es !== undefined && typeof es !== "boolean") mistakes.push('"es" must be true or false.');
	return { ...(known && { defaultOperator: operator }), ...(typeof es === "boolean" && { es }) };
}

const severities: readonly (Severity | "off")[] = ["error", "warning", "info", "hint", "off"];

function readRules(value: unknown, mistakes: string[]): RuleSeverities {
	if (value !== undefined && !isObject(value)) mistakes.push('"rules" must be an object.');
	const rules: Record<string, Severity | "off"> = {};
	for (const [id, named] of Object.entries(isObject(value) ? value : {})) {
		const severity = severities.find((each) => each === named);
		if (severity) rules[id] = severity;
		else mistakes.push(`Rule ${id} must be one of ${severities.join(", ")}.`);
	}
	return rules;
}

/** `CloseBraceExpected` as words. */
function sentence(name: string): string {
	return name.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function onlyOf(sources: Config["sources"]): string | null {
	const [only = null, another] = sources.keys();
	return another === undefined ? only : null;
}

function readSource(entry: unknown): SourceConfig | null {
	if (!isObject(entry) || !Array.isArray(entry.files) || entry.files.length === 0) return null;
	const files = entry.files.filter((file): file is string => typeof file === "string");
	return files.length === entry.files.length
		? { files, time: typeof entry.time === "string" ? entry.time : null }
		: null;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
