// One stretch of a file, profiled: the unit of work of the profile's workers.
import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { canonicalJson } from "./canonicalJson.ts";
import { createFieldTree, type Structure, toStructure } from "./fieldTree.ts";
import { createLineScanner, scanMargin } from "./lineScanner.ts";

/** The lines of a file that begin in `[start, end)`, in bytes. */
export interface Segment {
	readonly path: string;
	readonly start: number;
	readonly end: number;
}

/** As a FileProfile, with lines counted from 1 within the segment. */
export interface SegmentProfile {
	readonly lines: number;
	readonly blank: readonly number[];
	readonly broken: readonly number[];
	readonly firstBroken: readonly { readonly line: number; readonly reason: string }[];
	readonly odd: readonly number[];
	readonly longest: number;
	readonly marks: readonly number[];
	readonly structure: Structure;
}

/** Every so many lines one is marked with its offset. */
const markEvery = 64;
/** Small enough to stay in a core's cache between reading and scanning. */
const blockBytes = 512 << 10;
const newline = 0x0a;
const scanner = createLineScanner();
const lineBreak = Uint8Array.of(newline);

/** Reads and judges a segment's lines. @throws errors of the file system. */
export function profileSegment(segment: Segment): SegmentProfile {
	const tree = createFieldTree();
	scanner.begin(tree);
	const blank: number[] = [];
	const broken: number[] = [];
	const odd: number[] = [];
	const marks: number[] = [];
	const firstBroken: { line: number; reason: string }[] = [];
	let lines = 0;
	let longest = 0;
	forEachLine(segment, (block, start, end, offset, clean) => {
		lines++;
		if (lines % markEvery === 1) marks.push(lines, offset);
		longest = Math.max(longest, end - start);
		const bom = offset === 0 && block[start] === 0xef && block[start + 1] === 0xbb && block[start + 2] === 0xbf ? 3 : 0;
		if (isBlank(block, start + bom, end)) {
			// DuckDB takes a lone mark for a line.
			(bom > 0 ? broken : blank).push(lines);
			if (bom > 0) firstBroken.push({ line: lines, reason: "only a byte order mark" });
			return;
		}
		const readable = clean || isUtf8(block.subarray(start, end));
		const verdict = scanner.scan(block, start + bom, end);
		if (verdict === "broken") {
			broken.push(lines);
			if (firstBroken.length < 10) firstBroken.push({ line: lines, reason: scanner.reason() });
			return;
		}
		if (verdict === "odd" || !readable || bom > 0) {
			odd.push(lines);
			// What it means is what the fields are counted from.
			const json = canonicalJson(new TextDecoder().decode(block.subarray(start, end)));
			const text = Buffer.from(json + "\n".repeat(scanMargin));
			scanner.scan(text, 0, text.length - scanMargin);
		}
		scanner.commit();
	});
	return { lines, blank, broken, firstBroken, odd, longest, marks, structure: toStructure(tree) };
}

type OnLine = (block: Uint8Array, start: number, end: number, offset: number, clean: boolean) => void;

/** Calls back with each line that begins in the segment; `clean`: the block that holds it is valid UTF-8. */
function forEachLine(segment: Segment, onLine: OnLine): void {
	const file = openSync(segment.path, "r");
	try {
		// A line that begins at `start` is known by the line break before it.
		let position = segment.start === 0 ? 0 : segment.start - 1;
		let skipFirst = segment.start !== 0;
		let block = Buffer.alloc(blockBytes);
		let held = 0;
		for (;;) {
			const count = readSync(file, block, held, block.length - held - scanMargin, position + held);
			held += count;
			const whole = count === 0 ? held : block.subarray(0, held).lastIndexOf(newline) + 1;
			if (count === 0 && held === 0) return;
			if (count === 0) block.set(lineBreak, held);
			const clean = isUtf8(block.subarray(0, whole));
			for (let start = 0; start < whole; ) {
				const end = block.indexOf(newline, start);
				if (!skipFirst && position + start >= segment.end) return;
				if (!skipFirst) onLine(block, start, end, position + start, clean);
				skipFirst = false;
				start = end + 1;
			}
			if (count === 0) return;
			if (whole === 0 && held >= block.length - scanMargin) block = Buffer.concat([block, Buffer.alloc(block.length)]);
			block.copyWithin(0, whole, held);
			held -= whole;
			position += whole;
		}
	} finally {
		closeSync(file);
	}
}

function isBlank(block: Uint8Array, start: number, end: number): boolean {
	for (let index = start; index < end; index++) {
		const c = block[index] as number;
		// DuckDB's white space, vertical tab and form feed too: it makes no row of such a line.
		if (c !== 0x20 && (c < 0x09 || c > 0x0d)) return false;
	}
	return true;
}
