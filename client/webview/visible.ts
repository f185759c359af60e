// Makes text of events safe to look at: nothing in it can hide or turn other text around.

/** Control characters and those that reorder or hide text become visible marks; line breaks and tabs stay if `lines`. */
export function visible(text: string, lines = false): string {
	return text.replace(unseen, (character) => {
		if (lines && (character === "\n" || character === "\t")) return character;
		const code = character.codePointAt(0) ?? 0;
		return code < 0x20
			? String.fromCodePoint(0x2400 + code)
			: `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
	});
}

const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
