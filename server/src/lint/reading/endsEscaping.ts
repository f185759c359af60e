// Whether something that a fix puts at the end of a query would mean itself.

/** Whether the text ends in a backslash that escapes whatever is put behind it, white space at its end aside. */
export function endsEscaping(text: string): boolean {
	return /(?<!\\)(?:\\\\)*\\$/.test(text.trimEnd());
}
