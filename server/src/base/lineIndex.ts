// Between offsets and lines with characters. Lines end at CRLF, LF or CR, as editors count them.

/** A place as line and character, both from 0; characters are UTF-16 code units. */
export interface LinePosition {
	readonly line: number;
	readonly character: number;
}

export interface LineIndex {
	/** Places past the text count as its end. */
	positionAt(offset: number): LinePosition;
	/** Places past a line's end count as that end, before the line's own break. */
	offsetAt(position: LinePosition): number;
	/** Where the line's own characters end, before its break. */
	lineEnd(line: number): number;
}

export function lineIndex(text: string): LineIndex {
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
			return { line: low, character: within - (starts[low] ?? 0) };
		},
		offsetAt({ line, character }) {
			const start = starts[Math.max(line, 0)];
			return start === undefined ? text.length : Math.min(start + Math.max(character, 0), lineEnd(line));
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
