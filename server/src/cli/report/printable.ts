// Telemetry is hostile: what of an event's text a terminal may see.

/** The text on one line, control characters (escape sequences too) and bidirectional overrides as visible marks. */
export function printable(text: string): string {
	return terminalText(text.replace(/\s+/gu, " "));
}

/** The same for text of several lines. */
export function terminalText(text: string): string {
	return text.replace(
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
		/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
		"\ufffd",
	);
}
