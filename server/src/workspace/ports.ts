// What the service needs of the world. The host implements it; a test passes its own.
import type { Refusal } from "../base/refusal.ts";
import type { Engine } from "../engines/engine.ts";

export interface ServicePorts {
	readonly files: FilesPort;
	readonly engine: Engine;
	readonly clock: ClockPort;
	readonly log: (line: string) => void;
}

export interface FilesPort extends HuntFilesPort {
	/** The nearest `huntmark.json` for a document (by URI), or for the workspace; `null`: there is none. */
	config(uri: string | null): Promise<ConfigFile | null>;
	/** Absolute paths of the telemetry that the paths, folders and patterns name, each once; relative ones start at `folder`. */
	expand(patterns: readonly string[], folder: string): Promise<readonly string[] | Refusal>;
}

/** The Markdown files of the workspace's folders. */
export interface HuntFilesPort {
	/** The workspace's folders from now on, by URI. Of folders in each other, the innermost is a document's. */
	setFolders(folders: readonly string[]): void;
	/** URIs of all Markdown files in them; `exclude` are glob patterns of what is left out, relative to each folder. */
	markdown(exclude: readonly string[]): Promise<readonly string[]>;
	/** A file's text, and what changes whenever the file does; `null` where it cannot be read. */
	read(uri: string): Promise<{ readonly text: string; readonly stamp: string } | null>;
	/** The same without reading the file. */
	stamp(uri: string): Promise<string | null>;
	/** Telemetry in the document's folder and below, as paths relative to it, with slashes; none where there is none. */
	telemetryBeside(uri: string): Promise<readonly string[]>;
	/** Those of the paths, relative to the document's folder, or patterns at which no file is. */
	missing(uri: string, paths: readonly string[]): Promise<readonly string[]>;
}

export interface ConfigFile {
	readonly text: string;
	/** Absolute path of the folder that holds it. */
	readonly folder: string;
	readonly uri: string;
	/** The path of the document that it is for, relative to the folder, with slashes; absent where it is for the workspace. */
	readonly document?: string;
}

export interface ClockPort {
	/** Milliseconds since 1970 UTC. */
	now(): number;
}
