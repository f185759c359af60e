// What one look along a word finds, so that no character is looked at for each question again.
import type { DialectName } from "../base/dialect.ts";
import { Code, isBlank, isPlain, isQuote } from "./characters.ts";
import { comparisonAt } from "./comparison.ts";

/** The word that was last looked at. */
export class Word {
	/** Where it begins; -1 before the first look. */
	start = -1;
	/** White space, a quote, an unbalanced `)`, `(` outside a raw path, what closes a bracket around it, or `!` in Lucene. */
	end = 0;
	/** Where the first comparison begins, with which a look as a name ends; -1 if there is none. */
	comparison = -1;
	/** Where the first unescaped colon is; -1 if there is none. */
	colon = -1;
	hasBackslash = false;
	hasWildcard = false;
	/** A `~` or `^`: it may end in suffixes. */
	hasSuffixSign = false;

	/**
	 * Looks along the word that starts at `from`, up to its end. `asName`: only up to a comparison, if there is one. `raw`: in
	 * it backslashes are plain, and brackets if they are balanced. `closing`: a `}` or `]` that is no part of it.
	 */
	look(
		text: string,
		from: number,
		asName: boolean,
		raw: boolean,
		closing: number | undefined,
		dialect: DialectName,
	): void {
		this.start = from;
		this.comparison = -1;
		this.colon = -1;
		this.hasBackslash = false;
		this.hasWildcard = false;
		this.hasSuffixSign = false;
		let depth = 0;
		let end = from;
		scan: for (; end < text.length; end++) {
			const code = text.charCodeAt(end);
			if (isPlain(code)) continue;
			switch (code) {
				case Code.backslash:
					this.hasBackslash = true;
					if (!raw) end++;
					break;
				case Code.colon:
					if (this.colon < 0) this.colon = end;
					if (asName) this.comparison = end;
					break;
				case Code.exclamation:
					// Lucene reads `a!b` as `a NOT b`.
					if (dialect === "lucene" && end > from) break scan;
					if (asName && comparisonAt(text, end, dialect)) this.comparison = end;
					break;
				case Code.less:
				case Code.greater:
				case Code.equals:
					if (asName && comparisonAt(text, end, dialect)) this.comparison = end;
					break;
				case Code.star:
				case Code.question:
					this.hasWildcard = true;
					break;
				case Code.tilde:
				case Code.caret:
					this.hasSuffixSign = true;
					break;
				case Code.leftParen:
					if (!raw) break scan;
					depth++;
					break;
				case Code.rightParen:
					if (depth-- === 0) break scan;
					break;
				case Code.rightBrace:
				case Code.rightBracket:
					if (code === closing) break scan;
					break;
				default:
					if (isBlank(code) || (end > from && isQuote(code))) break scan;
			}
			if (this.comparison >= 0) break;
		}
		this.end = Math.min(end, text.length);
	}
}
