// `huntmark.json`: what the editor, the command line and CI share about a workspace.

import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { lineIndex } from "../base/lineIndex.ts";

/** What the file says. */
export interface Config {
	readonly sources: ReadonlyMap<string, SourceConfig>;
	/** The source that is used where none is named; the only one, if there is only one. */
	readonly defaultSource: string | null;
}

/** Telemetry in files. */
export interface SourceConfig {
	/** Paths, folders and glob patterns, relative to the configuration's folder. */
	readonly files: readonly string[];
	/** The field that holds an event's time. */
	readonly time: string | null;
}

export const emptyConfig: Config = { sources: new Map(), defaultSource: null };

/** Reads the file's text, comments allowed. Never fails: `mistakes` says in sentences what could not be used. */
export function readConfig(text: string): { readonly config: Config; readonly mistakes: readonly string[] } {
	const errors: ParseError[] = [];
	const value: unknown = parse(text, errors, { allowTrailingComma: true });
	const { positionAt } = lineIndex(text);
	const mistakes = errors.map(({ error, offset }) => {
		const { line, character } = positionAt(offset);
		return `${sentence(printParseErrorCode(error))} in line ${line + 1}, column ${character + 1}.`;
	});
	if (!isObject(value)) return { config: emptyConfig, mistakes: [...mistakes, "The file must hold a JSON object."] };
	const sources = new Map<string, SourceConfig>();
	if (value.sources !== undefined && !isObject(value.sources)) mistakes.push('"sources" must be an object.');
	for (const [name, entry] of Object.entries(isObject(value.sources) ? value.sources : {})) {
		const source = readSource(entry);
		if (source) sources.set(name, source);
		else mistakes.push(`Source ${name} needs "files": a list of paths.`);
	}
	const { defaultSource: named } = value;
	if (named === undefined) return { config: { sources, defaultSource: onlyOf(sources) }, mistakes };
	if (typeof named === "string" && sources.has(named)) return { config: { sources, defaultSource: named }, mistakes };
	mistakes.push(
		typeof named === "string"
			? `The default source ${named} is not among the sources.`
			: '"defaultSource" must be a source\'s name.',
	);
	return { config: { sources, defaultSource: onlyOf(sources) }, mistakes };
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
