// Telemetry is hostile: what of an event's text a terminal may see.

/** The text on one line, control characters (escape sequences too) and bidirectional overrides as visible marks. */
export function printable(text: string): string {
	return (
		text
			.replace(/\s+/gu, " ")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
			.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
	);
}
