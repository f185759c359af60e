export interface ResultsPage {
	/** Unguessable, new for every page. */
	readonly nonce: string;
	/** Origin of the view's own files, as a policy writes it. */
	readonly cspSource: string;
	readonly scriptUri: string;
	readonly styleUri: string;
}
/** No inline code, no evaluation, no address but the view's own files: text of events cannot load or run anything. */
export declare function resultsHtml({ nonce, cspSource, scriptUri, styleUri }: ResultsPage): string;
