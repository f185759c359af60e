// The signs between a field and its value.
import type { DialectName } from "../base/dialect.ts";
import { Code } from "./characters.ts";
import type { ComparisonText } from "./tree.ts";

/** The longest sign at the offset, or `null`. In `lucene` every sign begins with a colon; `a=1` is a word there. */
export function comparisonAt(text: string, offset: number, dialect: DialectName): ComparisonText | null {
	const first = text.charCodeAt(offset);
	const next = text.charCodeAt(offset + 1);
	if (first === Code.colon) {
		if (next === Code.equals) return ":=";
		if (next !== Code.less && next !== Code.greater) return ":";
		const orEqual = text.charCodeAt(offset + 2) === Code.equals;
		return next === Code.less ? (orEqual ? ":<=" : ":<") : orEqual ? ":>=" : ":>";
	}
	if (dialect === "lucene") return null;
	if (first === Code.less) return next === Code.equals ? "<=" : "<";
	if (first === Code.greater) return next === Code.equals ? ">=" : ">";
	if (first === Code.equals) return next === Code.equals ? "==" : "=";
	return first === Code.exclamation && next === Code.equals ? "!=" : null;
}
