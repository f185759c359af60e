// When two URIs are the same file: editors and Node spell them differently.

/** The same for every spelling of a file's URI, and itself a spelling of it; any other URI as it is. */
export function canonicalUri(uri: string): string {
	const path = /^file:\/\/(?:localhost)?(\/.*)$/i.exec(uri)?.[1];
	if (path === undefined) return uri;
	try {
		const plain = decodeURIComponent(path).replace(/^\/[A-Z](?=:)/, (drive) => drive.toLowerCase());
		return `file://${plain.split("/").map(encodeURIComponent).join("/")}`;
	} catch {
		return uri;
	}
}
