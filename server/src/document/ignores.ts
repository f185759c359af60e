// `<!-- huntmark-ignore rule: reason -->`: which rule's problems an author has looked at, and accepts where.
import type { IToken } from "chevrotain";
import { holds, type Span, shift } from "../base/span.ts";
import type { Analytic, Text } from "./hunt.ts";
import { textAt, trimmed } from "./sourceText.ts";
import type { BlockPayload, IgnoreWords } from "./tokens.ts";

/** An instruction to leave a rule's problems out. */
export interface Ignore {
	/** As written, so maybe of no rule; empty text where it is missing. */
	readonly rule: Text;
	/** `null`: it gives none, so it does not hold. */
	readonly reason: Text | null;
	/** The query, or the section up to the next heading of its level or above, that it stands before; `null`: before neither. */
	readonly scope: Span | null;
	/** Of the comment. */
	readonly span: Span;
}

/** The instructions of a document in text order, given all its blocks and what was found in them. */
export function ignoresOf(text: string, blocks: readonly IToken[], analytics: readonly Analytic[]): readonly Ignore[] {
	const ignores: Ignore[] = [];
	for (const [i, { startOffset, payload }] of blocks.entries()) {
		const block = payload as BlockPayload;
		if (block?.kind !== "comment") continue;
		for (const { comment, rule, reason } of block.ignores) {
			const place = (span: Span) => shift(span, startOffset);
			ignores.push({
				rule: textAt(text, place(rule)),
				reason: reason && textAt(text, place(reason)),
				scope: scopeFrom(text, blocks, i + 1, analytics),
				span: place(comment),
			});
		}
	}
	return ignores;
}

/** The rules that the instructions leave out of what stands at the span. */
export function ignoredAt(ignores: readonly Ignore[], [start, end]: Span): ReadonlySet<string> {
	if (ignores.length === 0) return nothing;
	const holding = ignores.filter(
		({ reason, scope }) => reason !== null && scope !== null && scope[0] <= start && end <= scope[1],
	);
	return new Set(holding.map(({ rule }) => rule.text));
}

const nothing: ReadonlySet<string> = new Set();

/** The instructions in the text of a block of comments. */
export function ignoresIn(source: string): readonly IgnoreWords[] {
	// Each opening mark before the last closing one has an end, so none is looked for in vain.
	const closed = source.slice(0, source.lastIndexOf("-->") + "-->".length);
	return [...closed.matchAll(/<!--([\s\S]*?)-->/g)].flatMap(({ 0: whole, 1: inner = "", index }) => {
		const words = /^\s*huntmark-ignore(?![\w-])\s*([^\s:]*)(\s*:)?/.exec(inner);
		if (!words) return [];
		const [said, rule = "", colon = ""] = words;
		const innerAt = index + "<!--".length;
		const saidEnd = innerAt + said.length;
		const ruleEnd = saidEnd - colon.length;
		const reason = trimmed(source, [saidEnd, innerAt + inner.length]);
		return {
			comment: [index, index + whole.length],
			rule: [ruleEnd - rule.length, ruleEnd],
			reason: colon && reason[0] < reason[1] ? reason : null,
		};
	});
}

/** Of the first block from `index` on that is no comment. */
function scopeFrom(
	text: string,
	blocks: readonly IToken[],
	index: number,
	analytics: readonly Analytic[],
): Span | null {
	const at = blocks.findIndex((block, i) => i >= index && (block.payload as BlockPayload)?.kind !== "comment");
	const block = blocks[at];
	if (!block) return null;
	const payload = block.payload as BlockPayload;
	if (payload?.kind === "query") {
		const scope: Span = [block.startOffset, (block.endOffset ?? block.startOffset) + 1];
		return !payload.needsDialect || holdsQuery(scope, analytics) ? scope : null;
	}
	const level = levelOf(block);
	if (level === null) return null;
	const next = blocks.find((other, i) => i > at && (levelOf(other) ?? level + 1) <= level);
	return [block.startOffset, next?.startOffset ?? text.length];
}

function holdsQuery(scope: Span, analytics: readonly Analytic[]): boolean {
	return analytics.some(({ queries }) => queries.some(({ span }) => holds(scope, span)));
}

function levelOf({ payload }: IToken): number | null {
	const block = payload as BlockPayload;
	return block?.kind === "heading" ? block.level : null;
}
