// When two names are of the same thing: each key is the same for all of them.
import { oneLine } from "../base/lines.ts";

/** The address without what leads nowhere else: the scheme's and host's case, `www.`, a last slash, the fragment. */
export function addressKey(url: string): string {
	const parts = /^([a-z]+):\/\/(?:www\.)?([^/?#]*)([^#]*)/i.exec(url.trim());
	if (!parts) return url.trim();
	const [, scheme = "", host = "", rest = ""] = parts;
	return `${scheme.toLowerCase().replace(/^http$/, "https")}://${host.toLowerCase()}${rest.replace(/\/+$/, "")}`;
}

/** Of the texts of queries: those that differ only in how their blanks are laid out are one. */
export function queryKey(text: string): string {
	return oneLine(text);
}

/** Of the ids of hunts: those that differ only in case are one. */
export function huntKey(id: string): string {
	return id.toUpperCase();
}
