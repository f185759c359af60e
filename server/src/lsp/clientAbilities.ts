// What a client can do that changes what it is told.
import type { InitializeParams } from "vscode-languageserver/node";
import { isPositionEncoding, type PositionEncoding } from "../base/lineIndex.ts";
import type { InitializationOptions } from "../protocol/requests.ts";

export interface ClientAbilities {
	/** What characters in a line are counted in. */
	readonly encoding: PositionEncoding;
	/** Asks for diagnostics itself; others are told of every change. */
	readonly pullsDiagnostics: boolean;
	readonly refreshesDiagnostics: boolean;
	readonly refreshesLenses: boolean;
	/** Takes formatters for single documents; others have the code action. */
	readonly registersFormatters: boolean;
	/** Tells of files that change on disk. */
	readonly registersWatchers: boolean;
	/** Tells of folders that are added and removed. */
	readonly tellsFolders: boolean;
	/** Can be asked for its user's settings. */
	readonly tellsSettings: boolean;
	/** What it shows of a diagnostic beside its place and message. */
	readonly showsRelated: boolean;
	readonly showsPages: boolean;
	readonly showsTags: boolean;
	/** Asks whether a thing can be renamed before it asks for its new name. */
	readonly preparesRenames: boolean;
	/** Fills in the places of snippets; others get their text. */
	readonly fillsSnippets: boolean;
	/** Its user wants problems when a hunt is opened and saved, not with every change. */
	readonly lintsOnSave: boolean;
}

export function abilitiesOf(params: InitializeParams): ClientAbilities {
	const { general, textDocument, workspace } = params.capabilities;
	// What a client shows of diagnostics that it asks for, it says beside that, or where it says it of those it is told.
	const shows = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
	return {
		encoding: general?.positionEncodings?.find(isPositionEncoding) ?? "utf-16",
		pullsDiagnostics: textDocument?.diagnostic !== undefined,
		refreshesDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
		refreshesLenses: workspace?.codeLens?.refreshSupport === true,
		registersFormatters:
			textDocument?.formatting?.dynamicRegistration === true &&
			textDocument.rangeFormatting?.dynamicRegistration === true,
		registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		tellsFolders: workspace?.workspaceFolders === true,
		tellsSettings: workspace?.configuration === true,
		showsRelated: shows.relatedInformation === true,
		showsPages: shows.codeDescriptionSupport === true,
		showsTags: shows.tagSupport !== undefined,
		preparesRenames: textDocument?.rename?.prepareSupport === true,
		fillsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
		lintsOnSave: initializationOptions(params).settings?.lint === "onSave",
	};
}

/** What the client sent; other editors send less of it, or nothing. */
export function initializationOptions(params: InitializeParams): Partial<InitializationOptions> {
	return (params.initializationOptions as Partial<InitializationOptions> | null | undefined) ?? {};
}
