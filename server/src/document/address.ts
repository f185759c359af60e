// When two addresses are the same page.

/** The address without what leads nowhere else: the scheme's and host's case, `www.`, a last slash, the fragment. */
export function addressKey(url: string): string {
	const parts = /^([a-z]+):\/\/(?:www\.)?([^/?#]*)([^#]*)/i.exec(url.trim());
	if (!parts) return url.trim();
	const [, scheme = "", host = "", rest = ""] = parts;
	return `${scheme.toLowerCase().replace(/^http$/, "https")}://${host.toLowerCase()}${rest.replace(/\/+$/, "")}`;
}
