// What makes two queries the same.

/** The same for texts that differ only in how their blanks are laid out. */
export function queryKey(text: string): string {
	const trimmed = text.trim();
	// Most have nothing to replace, and looking is much quicker than replacing.
	return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
}
