// Offers the formatter for hunts and nothing else: a client that heard of one for Markdown would ask about every README.
import { fileURLToPath } from "node:url";
import {
	BulkRegistration,
	type BulkUnregistration,
	type Connection,
	DocumentFormattingRequest,
	DocumentRangeFormattingRequest,
} from "vscode-languageserver/node";

/** Registers the formatter for an open document that became a hunt, and takes it back from one that is none any more. */
export type OfferFormatter = (uri: string, isHunt: boolean) => void;

/** `log` hears of a client that refuses. */
export function formatterOffers({ client }: Connection, log: (error: unknown) => void): OfferFormatter {
	const offered = new Map<string, Promise<BulkUnregistration>>();
	return (uri, isHunt) => {
		const known = offered.get(uri);
		if (isHunt === (known !== undefined)) return;
		if (known) {
			offered.delete(uri);
			known.then((registration) => registration.dispose()).catch(log);
			return;
		}
		const options = { documentSelector: [{ scheme: new URL(uri).protocol.slice(0, -1), pattern: patternOf(uri) }] };
		const both = BulkRegistration.create();
		both.add(DocumentFormattingRequest.type, options);
		both.add(DocumentRangeFormattingRequest.type, options);
		const registration = client.register(both);
		registration.catch(log);
		offered.set(uri, registration);
	};
}

/** A glob pattern that the document's path matches, and hardly another: it has no sign that escapes others. */
function patternOf(uri: string): string {
	const path = uri.startsWith("file:") ? fileURLToPath(uri) : decodeURIComponent(new URL(uri).pathname);
	return path.replaceAll("\\", "/").replace(/[*?[\]{}!]/g, "?");
}
