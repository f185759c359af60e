// Reads single lines of a profiled file again, unchanged.
import { closeSync, openSync, readSync } from "node:fs";
import type { FileProfile } from "./fileProfile.ts";

/** Access to a file's lines; cheapest in ascending order. */
export interface LineReader {
	/** The bytes of a line (from 1) without its line break; valid until the next call. `null` behind the last line. */
	read(line: number): Uint8Array | null;
	close(): void;
}

const windowBytes = 256 << 10;
const newline = 0x0a;

/** @throws errors of the file system. */
export function openLines(profile: FileProfile): LineReader {
	const { marks } = profile;
	const file = openSync(profile.identity.path, "r");
	let window = Buffer.alloc(windowBytes);
	/** The file's bytes `[position, position + held)` stand in the window. */
	let position = 0;
	let held = 0;
	let nextLine = 1;
	let nextOffset = 0;

	return {
		read(line) {
			if (line < 1 || line > profile.lines) return null;
			const mark = lastMark(line);
			if (line < nextLine || (marks[mark] as number) > nextLine) {
				nextLine = marks[mark] as number;
				nextOffset = marks[mark + 1] as number;
			}
			for (;;) {
				const [start, end] = lineAt(nextOffset);
				nextOffset = position + end + 1;
				if (nextLine++ !== line) continue;
				return window.subarray(start, window[end - 1] === 0x0d && end > start ? end - 1 : end);
			}
		},
		close: () => closeSync(file),
	};

	/** Index in `marks` of the last mark at or before the line. */
	function lastMark(line: number): number {
		let low = 0;
		let high = marks.length / 2 - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((marks[middle * 2] as number) <= line) low = middle;
			else high = middle - 1;
		}
		return low * 2;
	}

	/** Where the line that begins at `offset` stands in the window, which moves or grows as needed. */
	function lineAt(offset: number): [start: number, end: number] {
		if (offset < position || offset > position + held) {
			position = offset;
			held = 0;
		}
		for (let searched = offset - position; ; ) {
			const end = window.subarray(0, held).indexOf(newline, searched);
			if (end >= 0) return [offset - position, end];
			searched = held - (offset - position);
			window.copyWithin(0, offset - position, held);
			held -= offset - position;
			position = offset;
			if (held === window.length) window = Buffer.concat([window, Buffer.alloc(window.length)]);
			const count = readSync(file, window, held, window.length - held, position + held);
			if (count === 0) return [0, held];
			held += count;
		}
	}
}
