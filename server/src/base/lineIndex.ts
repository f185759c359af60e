// Between offsets and lines with characters. Lines end at CRLF, LF or CR, as editors count them.

/** What the characters of a line are counted in: UTF-16 code units, or bytes of UTF-8. */
export type PositionEncoding = "utf-16" | "utf-8";

export function isPositionEncoding(name: string): name is PositionEncoding {
	return name === "utf-16" || name === "utf-8";
}

/** A place as line and character, both from 0. */
export interface LinePosition {
	readonly line: number;
	readonly character: number;
}

export interface LineIndex {
	/** Places past the text count as its end. */
	positionAt(offset: number): LinePosition;
	/** Places past a line's end count as that end, before the line's own break; places inside a character as its start. */
	offsetAt(position: LinePosition): number;
	/** Where the line's own characters end, before its break. */
	lineEnd(line: number): number;
}

export function lineIndex(text: string, encoding: PositionEncoding = "utf-16"): LineIndex {
	const starts = lineStarts(text);

	function lineEnd(line: number): number {
		const next = starts[line + 1];
		if (next === undefined) return text.length;
		return next - (text.startsWith("\r\n", next - 2) ? 2 : 1);
	}

	return {
		positionAt(offset) {
			const within = Math.min(Math.max(offset, 0), text.length);
			let low = 0;
			let high = starts.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if ((starts[middle] ?? 0) <= within) low = middle;
				else high = middle - 1;
			}
			const start = starts[low] ?? 0;
			return { line: low, character: encoding === "utf-8" ? bytesIn(text, start, within) : within - start };
		},
		offsetAt({ line, character }) {
			const start = starts[Math.max(line, 0)];
			if (start === undefined) return text.length;
			const end = lineEnd(Math.max(line, 0));
			return encoding === "utf-8"
				? afterBytes(text, start, end, character)
				: Math.min(start + Math.max(character, 0), end);
		},
		lineEnd,
	};
}

function lineStarts(text: string): readonly number[] {
	const starts = [0];
	const lineBreak = /\r\n?|\n/g;
	while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
	return starts;
}

/** How long the stretch is in UTF-8; half a surrogate pair counts as what replaces it. */
function bytesIn(text: string, start: number, end: number): number {
	let bytes = 0;
	for (let at = start; at < end; ) {
		const code = text.codePointAt(at) as number;
		bytes += bytesOf(code);
		at += code > 0xffff ? 2 : 1;
	}
	return bytes;
}

/** The offset before which so many bytes of UTF-8 stand behind `start`, at most `end`. */
function afterBytes(text: string, start: number, end: number, bytes: number): number {
	let at = start;
	for (let left = bytes; at < end; ) {
		const code = text.codePointAt(at) as number;
		left -= bytesOf(code);
		if (left < 0) return at;
		at += code > 0xffff ? 2 : 1;
	}
	return at;
}

function bytesOf(code: number): number {
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}
