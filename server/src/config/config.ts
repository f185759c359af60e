// `huntmark.json`: what the editor, the command line and CI share about a workspace.
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

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
	const mistakes = errors.map(({ error, offset }) => `${printParseErrorCode(error)} at character ${offset}.`);
	if (!isObject(value)) return { config: emptyConfig, mistakes: [...mistakes, "The file must hold a JSON object."] };
	const sources = new Map<string, SourceConfig>();
	for (const [name, entry] of Object.entries(isObject(value.sources) ? value.sources : {})) {
		const source = readSource(entry);
		if (source) sources.set(name, source);
		else mistakes.push(`Source ${name} needs "files": a list of paths.`);
	}
	const named = typeof value.defaultSource === "string" ? value.defaultSource : null;
	if (named !== null && !sources.has(named)) mistakes.push(`The default source ${named} is not among the sources.`);
	const [only] = sources.keys();
	const defaultSource = named !== null && sources.has(named) ? named : sources.size === 1 ? (only ?? null) : null;
	return { config: { sources, defaultSource }, mistakes };
}

function readSource(entry: unknown): SourceConfig | null {
	if (!isObject(entry) || !Array.isArray(entry.files)) return null;
	const files = entry.files.filter((file): file is string => typeof file === "string");
	return files.length === entry.files.length
		? { files, time: typeof entry.time === "string" ? entry.time : null }
		: null;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
