// Telemetry is hostile: what of an event's text a terminal may see.

const hostile =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text on one line, control characters (escape sequences too) and bidirectional overrides as visible marks. */
export function printable(text: string): string {
	return terminalText(text.replace(/\s+/gu, " "));
}

/** The same for text of several lines. */
export function terminalText(text: string): string {
	return text.replace(hostile, "\ufffd");
}

/** JSON in which these characters, which stand only in its strings, are escaped: it says the same to who parses it. */
export function printableJson(value: unknown, indent = 2): string {
	return JSON.stringify(value, null, indent).replace(
		hostile,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
