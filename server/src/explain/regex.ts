// A regular expression of RE2 in words, piece by piece.
import { code, shown } from "./code.ts";
import { type Explanation, fullRoom, joined, listed, type Room } from "./explanation.ts";

/** Longer expressions are not taken apart. */
const longest = 2000;

/** A list of what the expression finds, in order. `null`: it is too long to be explained. */
export function explainRegex(source: string): Explanation | null {
	if (source.length > longest) return null;
	const alternatives = read(source);
	const text = alternatives.length > 1 ? "It finds one of these:" : "It finds, one after the other:";
	return { text, items: itemsOf(alternatives, fullRoom()) };
}

/** A piece as it is written, and what it finds. */
interface Piece {
	readonly written: string;
	readonly words: string;
	/** Plain characters: neighbours are one piece. */
	readonly plain?: boolean;
	/** Of a group. */
	readonly alternatives?: readonly (readonly Piece[])[];
}

const tokens = new RegExp(
	[
		String.raw`\\Q.*?(?:\\E|$)`,
		String.raw`\\[pP](?:\{\^?\w*\}|\w)`,
		String.raw`\\x(?:\{[0-9a-fA-F]+\}|[0-9a-fA-F]{2})`,
		String.raw`\\.`,
		String.raw`\[\^?(?:\[:\^?\w+:\]|\\.|[^\\])(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]`,
		String.raw`\((?:\?(?:P?<\w+>|[a-zA-Z-]*[:)]|<?[=!]))?`,
		String.raw`(?:[*+?]|\{\d+(?:,\d*)?\})\??`,
		".",
	].join("|"),
	"gsu",
);

interface Open {
	readonly bracket: string;
	readonly start: number;
	readonly alternatives: Piece[][];
}

/** The alternatives of the expression. What is not closed ends with it. */
function read(source: string): readonly (readonly Piece[])[] {
	const open: Open[] = [{ bracket: "", start: 0, alternatives: [[]] }];
	for (const { 0: written, index } of source.matchAll(tokens)) {
		const { alternatives } = open.at(-1) as Open;
		const row = alternatives.at(-1) as Piece[];
		if (written === "|") alternatives.push([]);
		else if (written === ")" && open.length > 1) close(open, source.slice(0, index + 1));
		else if (written.startsWith("(") && !written.endsWith(")"))
			open.push({ bracket: written, start: index, alternatives: [[]] });
		else if (/^(?:[*+?]|\{\d)/.test(written) && row.length > 0) row.push(repeated(row.pop() as Piece, written));
		else row.push(pieceOf(written));
	}
	while (open.length > 1) close(open, source);
	return (open[0] as Open).alternatives.map(withTextJoined);
}

/** Ends the innermost group, which reaches to the end of `until`. */
function close(open: Open[], until: string): void {
	const { bracket, start, alternatives } = open.pop() as Open;
	const inside = alternatives.map(withTextJoined);
	const row = open.at(-1)?.alternatives.at(-1) as Piece[];
	const written = until.slice(start);
	const plain = inside.map((pieces) => (pieces.length === 1 && pieces[0]?.plain ? pieces[0].words : null));
	if (/^\(\?<?[=!]/.test(bracket)) row.push({ written, words: "look-around, which RE2 does not have" });
	else if (plain.every((words) => words !== null)) row.push({ written, words: joined(plain, "or") });
	else row.push({ written, words: inside.length > 1 ? "one of these" : "together", alternatives: inside });
}

function repeated(piece: Piece, written: string): Piece {
	return {
		written: piece.written + written,
		words: `${piece.words}, ${timesOf(written.replace(/(?<=.)\?$/, ""))}`,
		...(piece.alternatives && { alternatives: piece.alternatives }),
	};
}

function timesOf(repeat: string): string {
	switch (repeat) {
		case "*":
			return "any number of times, or not at all";
		case "+":
			return "once or more";
		case "?":
			return "once or not at all";
		default: {
			const [, from, comma, to] = /^\{(\d+)(,?)(\d*)\}$/.exec(repeat) ?? [];
			if (!comma) return `${from} times`;
			return to ? `${from} to ${to} times` : `${from} times or more`;
		}
	}
}

/** Plain characters beside each other as one piece. */
function withTextJoined(pieces: readonly Piece[]): readonly Piece[] {
	const joinedPieces: Piece[] = [];
	let text = "";
	for (const [index, piece] of pieces.entries()) {
		const last = joinedPieces.at(-1);
		if (!piece.plain) {
			joinedPieces.push(piece);
			continue;
		}
		const goesOn = pieces[index - 1]?.plain === true;
		text = (goesOn ? text : "") + plainText(piece.written);
		const written = (goesOn ? last?.written : "") + piece.written;
		joinedPieces.splice(goesOn ? -1 : joinedPieces.length, 1, { written, words: shown(text), plain: true });
	}
	return joinedPieces;
}

function pieceOf(written: string): Piece {
	const words = wordsFor(written);
	return words === null ? { written, words: shown(plainText(written)), plain: true } : { written, words };
}

/** The characters that the piece stands for. */
function plainText(written: string): string {
	if (written.startsWith("\\Q")) return written.slice(2).replace(/\\E$/, "");
	const hex = /^\\x\{?([0-9a-fA-F]+)/.exec(written);
	const point = hex ? Number.parseInt(hex[1] as string, 16) : 0;
	if (hex) return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
	return written.replace(/^\\/, "");
}

/** `null`: the piece finds itself. */
function wordsFor(written: string): string | null {
	if (written.startsWith("[") && written.length > 1) return classWords(written);
	if (written.startsWith("(?")) return "settings for what follows";
	if (/^\\[pP]/.test(written))
		return `a character ${written.startsWith("\\P") ? "that is not " : ""}of the Unicode class ${code(written.slice(2).replace(/[{}]/g, ""))}`;
	if (/^\\[1-9]/.test(written)) return "a back-reference, which RE2 does not have";
	return wordsOfPiece[written] ?? null;
}

const wordsOfPiece: Readonly<Record<string, string>> = {
	".": "any one character",
	"^": "the start of the value",
	"\\A": "the start of the value",
	$: "the end of the value",
	"\\z": "the end of the value",
	"\\b": "the edge of a word",
	"\\B": "no edge of a word",
	"\\d": "a digit",
	"\\D": "any character but a digit",
	"\\w": "a letter, a digit or `_`",
	"\\W": "any character but letters, digits and `_`",
	"\\s": "white space",
	"\\S": "any character but white space",
	"\\n": "a line break",
	"\\r": "a carriage return",
	"\\t": "a tab",
	"\\f": "a form feed",
	"\\v": "a vertical tab",
	"\\a": "a bell",
};

/** `[^a-z\d_]`: each range, class and character. */
function classWords(written: string): string {
	const isNegated = /^\[\^.+\]$/s.test(written);
	const inside = written.slice(isNegated ? 2 : 1, -1);
	const members = [...inside.matchAll(/\[:\^?\w+:\]|(\\.|.)-(\\.|.)|\\[pP](?:\{\^?\w*\}|\w)|\\.|./gsu)];
	const words = members.map(([member, from, to]) => {
		if (from !== undefined && to !== undefined) return `${shown(plainText(from))} to ${shown(plainText(to))}`;
		if (member.startsWith("[:")) return code(member);
		return (member.startsWith("\\") && wordsFor(member)) || shown(plainText(member));
	});
	return isNegated ? `any character but ${joined(words, "and")}` : joined(words, "or");
}

function itemsOf(alternatives: readonly (readonly Piece[])[], room: Room): readonly Explanation[] {
	const [only] = alternatives;
	if (only && alternatives.length === 1) return listed(only, room, (piece) => itemOf(piece, room));
	return listed(alternatives, room, (pieces) => {
		const [piece] = pieces;
		if (!piece) return { text: "nothing", items: [] };
		if (pieces.length === 1) return itemOf(piece, room);
		const written = pieces.map((each) => each.written).join("");
		return { text: `${code(written)}, one after the other:`, items: itemsOf([pieces], room) };
	});
}

function itemOf({ written, words, plain, alternatives }: Piece, room: Room): Explanation {
	if (plain && shown(written) === words) return { text: `the text ${words}`, items: [] };
	const text = `${shown(written)}: ${words}`;
	return alternatives ? { text: `${text}:`, items: itemsOf(alternatives, room) } : { text, items: [] };
}
