// Reads one line of NDJSON strictly, byte by byte, and notes in a field tree what it holds.
import { childOf, createFieldTree, elementOf, type FieldNode, type FieldTree, kind } from "./fieldTree.ts";

/** What a line is: `plain` is read by DuckDB as JSON means it; `odd` is valid, but DuckDB would read it otherwise. */
export type LineVerdict = "plain" | "odd" | "broken";

/** Reads lines one after another. One is enough for all files: V8 compiles best what is made once. */
export interface LineScanner {
	/** From now on `tree` is filled. */
	begin(tree: FieldTree): void;
	/**
	 * Judges the line `[start, end)` of `bytes`; the byte at `end` must be a control character (the line break),
	 * and `scanMargin` bytes, whatever they are, must stand from there on.
	 * Nothing is counted until `commit`.
	 */
	scan(bytes: Uint8Array, start: number, end: number): LineVerdict;
	/** Why the last line is broken, in words. */
	reason(): string;
	/** Counts the last line as one event. */
	commit(): void;
}

/** Bytes from a line's end that the scanner may look at. */
export const scanMargin = 4;

/** Deeper lines are called broken, so that hostile nesting cannot exhaust the stack. */
const maximumDepth = 500;
/** How many likely next keys are tried before a key is decoded. */
const guesses = 12;

/** Bytes that make an escape of two bytes. */
const simpleEscape = Uint8Array.from({ length: 256 }, (_, c) => ('"\\/bfnrt'.includes(String.fromCharCode(c)) ? 1 : 0));

/** A scanner; `begin` comes before the first line. */
export function createLineScanner(): LineScanner {
	let tree = createFieldTree();
	let bytes: Uint8Array = new Uint8Array();
	let view: DataView = new DataView(new ArrayBuffer(0));
	let at = 0;
	let odd = false;
	let depth = 0;
	let objects = 0;
	let events = 0;
	let reason = "";
	let touched = 0;
	const nodes: FieldNode[] = [];
	const kinds: number[] = [];

	return {
		begin(newTree) {
			tree = newTree;
			events = 0;
		},
		scan(lineBytes, start, end) {
			if (bytes !== lineBytes) {
				bytes = lineBytes;
				view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			}
			at = start;
			odd = false;
			depth = 0;
			touched = 0;
			skipBlanks();
			if (bytes[at] !== 0x7b) return broken("not a JSON object");
			if (!readObject(tree.root)) {
				const where = at >= end ? "the line ends too early" : `at byte ${at - start + 1}`;
				return broken(depth > maximumDepth ? `nested deeper than ${maximumDepth} levels` : `not valid JSON: ${where}`);
			}
			skipBlanks();
			if (at < end) return broken(`not valid JSON: more text after the object, at byte ${at - start + 1}`);
			return odd ? "odd" : "plain";
		},
		reason: () => reason,
		commit() {
			events++;
			for (let index = 0; index < touched; index++) {
				const node = nodes[index] as FieldNode;
				const what = kinds[index] as number;
				node.kinds |= what;
				if (what >= kind.object) continue;
				// A value fills its own field and the objects round it; arrays share the name of their elements.
				for (let place: FieldNode | null = node; place !== null && place.parent !== null; place = place.parent) {
					if (place.field.event === events) continue;
					place.field.event = events;
					place.field.filled++;
				}
			}
		},
	};

	function broken(why: string): LineVerdict {
		reason = why;
		return "broken";
	}

	function touch(node: FieldNode, what: number): void {
		nodes[touched] = node;
		kinds[touched++] = what;
	}

	function skipBlanks(): void {
		for (let c = bytes[at]; c === 0x20 || c === 0x09 || c === 0x0d; c = bytes[++at]);
	}

	function readValue(node: FieldNode): boolean {
		switch (bytes[at]) {
			case 0x22:
				at++;
				touch(node, kind.text);
				return readString();
			case 0x7b:
				return readObject(node);
			case 0x5b:
				return readArray(node);
			case 0x74:
				touch(node, kind.boolean);
				return readWord("true");
			case 0x66:
				touch(node, kind.boolean);
				return readWord("false");
			case 0x6e:
				touch(node, kind.nothing);
				return readWord("null");
			default:
				touch(node, kind.number);
				return readNumber();
		}
	}

	function readObject(node: FieldNode): boolean {
		if (++depth > maximumDepth) return false;
		touch(node, kind.object);
		const self = ++objects;
		at++;
		skipBlanks();
		if (bytes[at] === 0x7d) {
			at++;
			depth--;
			return true;
		}
		for (let likely = node.first; ; ) {
			if (bytes[at] !== 0x22) return false;
			at++;
			const child = readKey(node, likely);
			if (child === null) return false;
			// The last of two equal keys counts, as everywhere in JavaScript; DuckDB takes the first.
			if (child.seen === self) odd = true;
			child.seen = self;
			likely = child.next;
			if (bytes[at] !== 0x3a) {
				skipBlanks();
				if (bytes[at] !== 0x3a) return false;
			}
			at++;
			skipBlanks();
			if (!readValue(child)) return false;
			skipBlanks();
			const c = bytes[at++];
			if (c === 0x7d) break;
			if (c !== 0x2c) {
				at--;
				return false;
			}
			skipBlanks();
		}
		depth--;
		return true;
	}

	function readArray(node: FieldNode): boolean {
		if (++depth > maximumDepth) return false;
		touch(node, kind.array);
		at++;
		skipBlanks();
		if (bytes[at] === 0x5d) {
			at++;
			depth--;
			return true;
		}
		const element = elementOf(node);
		for (;;) {
			if (!readValue(element)) return false;
			skipBlanks();
			const c = bytes[at++];
			if (c === 0x5d) break;
			if (c !== 0x2c) {
				at--;
				return false;
			}
			skipBlanks();
		}
		depth--;
		return true;
	}

	/** The key that begins at `at`; tries first the likely ones, which stood there in earlier events. */
	function readKey(node: FieldNode, likely: FieldNode[]): FieldNode | null {
		const text = bytes;
		const from = at;
		for (let guess = 0; guess < likely.length; guess++) {
			const candidate = likely[guess] as FieldNode;
			const key = candidate.keyBytes;
			const { length } = key;
			// The closing quote and the last letter tell most keys apart.
			if (text[from + length - 1] !== 0x22) continue;
			let index = length - 2;
			while (index >= 0 && text[from + index] === key[index]) index--;
			if (index >= 0) continue;
			at = from + length;
			if (guess > 0) {
				likely[guess] = likely[guess - 1] as FieldNode;
				likely[guess - 1] = candidate;
			}
			return candidate;
		}
		const start = at;
		if (!readString()) return null;
		const raw = new TextDecoder().decode(bytes.subarray(start, at - 1));
		const escaped = raw.includes("\\");
		const child = childOf(tree, node, escaped ? (JSON.parse(`"${raw}"`) as string) : raw);
		if (!escaped && !likely.includes(child)) {
			if (likely.length === guesses) likely.pop();
			likely.push(child);
		}
		return child;
	}

	/** Reads on from behind the opening quote to behind the closing one. */
	function readString(): boolean {
		const text = bytes;
		let index = at;
		for (;;) {
			// Four bytes at a time: a byte that is a quote, a backslash or below 0x20 leaves its high bit in `stops`. The
			// subtractions may also mark bytes above such a one, never below: the lowest mark is true.
			let stops: number;
			do {
				const four = view.getInt32(index, true);
				const quotes = four ^ 0x22222222;
				const escapes = four ^ 0x5c5c5c5c;
				stops =
					(((quotes - 0x01010101) & ~quotes) | ((escapes - 0x01010101) & ~escapes) | ((four - 0x20202020) & ~four)) &
					0x80808080;
				index += 4;
			} while (stops === 0);
			index -= Math.clz32(stops & -stops) >> 3;
			const c = text[index - 1] as number;
			if (c === 0x22) {
				at = index;
				return true;
			}
			if (c === 0x5c && simpleEscape[text[index] as number] === 1) {
				index++;
				continue;
			}
			at = index;
			if (c === 0x5c && text[index] === 0x75 && readUnit()) {
				index = at;
				continue;
			}
			at = index - 1;
			return false;
		}
	}

	/** A `\u` escape, `at` on its `u`. */
	function readUnit(): boolean {
		at++;
		const unit = readHex();
		if (unit < 0) return false;
		if (unit < 0xd800 || unit > 0xdfff) return true;
		if (unit < 0xdc00 && bytes[at] === 0x5c && bytes[at + 1] === 0x75) {
			const back = at;
			at += 2;
			const low = readHex();
			if (low < 0) return false;
			if (low >= 0xdc00 && low <= 0xdfff) return true;
			at = back;
		}
		// DuckDB reads the whole line as nothing when half of a surrogate pair is missing.
		odd = true;
		return true;
	}

	/** Four hex digits, or -1. */
	function readHex(): number {
		let value = 0;
		for (let digits = 0; digits < 4; digits++) {
			const c = bytes[at] as number;
			const digit =
				c >= 0x30 && c <= 0x39 ? c - 0x30 : (c | 0x20) >= 0x61 && (c | 0x20) <= 0x66 ? (c | 0x20) - 0x57 : -1;
			if (digit < 0) return -1;
			value = value * 16 + digit;
			at++;
		}
		return value;
	}

	function readWord(word: string): boolean {
		for (let index = 0; index < word.length; index++, at++) if (bytes[at] !== word.charCodeAt(index)) return false;
		return true;
	}

	function readNumber(): boolean {
		const start = at;
		if (bytes[at] === 0x2d) at++;
		const first = at;
		if (!readDigits()) return false;
		if (bytes[first] === 0x30 && at > first + 1) {
			at = first + 1;
			return false;
		}
		const zero = bytes[first] === 0x30;
		if (zero && first > start) odd = true;
		if (bytes[at] === 0x2e) {
			const point = at++;
			if (!readDigits()) return false;
			// DuckDB prints a double in its own way. In this stretch it prints the shortest digits, as JavaScript does.
			const tiny = zero && bytes[point + 1] === 0x30 && bytes[point + 2] === 0x30;
			if (tiny || point - first > 15 || bytes[at - 1] === 0x30) odd = true;
			else if (at - first > 16) {
				const source = new TextDecoder().decode(bytes.subarray(start, at));
				if (String(Number(source)) !== source) odd = true;
			}
		}
		if (((bytes[at] as number) | 0x20) !== 0x65) return true;
		odd = true;
		at++;
		if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
		return readDigits();
	}

	function readDigits(): boolean {
		const start = at;
		while ((bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++;
		return at > start;
	}
}
