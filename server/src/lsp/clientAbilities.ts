// What a client can do that changes what it is told.
import type { InitializeParams } from "vscode-languageserver/node";
import { isPositionEncoding, type PositionEncoding } from "../base/lineIndex.ts";

export interface ClientAbilities {
	/** What characters in a line are counted in. */
	readonly encoding: PositionEncoding;
	/** Asks for diagnostics itself; others are told of every change. */
	readonly pullsDiagnostics: boolean;
	readonly refreshesDiagnostics: boolean;
	readonly refreshesLenses: boolean;
	/** Takes formatters for single documents; others have the code action. */
	readonly registersFormatters: boolean;
}

export function abilitiesOf({ capabilities: { general, textDocument, workspace } }: InitializeParams): ClientAbilities {
	return {
		encoding: general?.positionEncodings?.find(isPositionEncoding) ?? "utf-16",
		pullsDiagnostics: textDocument?.diagnostic !== undefined,
		refreshesDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
		refreshesLenses: workspace?.codeLens?.refreshSupport === true,
		registersFormatters:
			textDocument?.formatting?.dynamicRegistration === true &&
			textDocument.rangeFormatting?.dynamicRegistration === true,
	};
}
