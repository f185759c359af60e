// What the service needs of the world. The host implements it; a test passes its own.
import type { Refusal } from "../base/refusal.ts";
import type { Engine } from "../engines/engine.ts";

export interface ServicePorts {
	readonly files: FilesPort;
	readonly engine: Engine;
	readonly clock: ClockPort;
	readonly log: (line: string) => void;
}

export interface FilesPort {
	/** The nearest `huntmark.json` for a document (by URI), or for the workspace; `null`: there is none. */
	config(uri: string | null): Promise<ConfigFile | null>;
	/** Absolute paths of the telemetry that the paths, folders and patterns name, each once; relative ones start at `folder`. */
	expand(patterns: readonly string[], folder: string): Promise<readonly string[] | Refusal>;
}

export interface ConfigFile {
	readonly text: string;
	/** Absolute path of the folder that holds it. */
	readonly folder: string;
	/** The path of the document that it is for, relative to the folder, with slashes; absent where it is for the workspace. */
	readonly document?: string;
}

export interface ClockPort {
	/** Milliseconds since 1970 UTC. */
	now(): number;
}
