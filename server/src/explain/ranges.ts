// Ranges in words, by what their bounds are: numbers, dates, addresses or text.
import { assertNever } from "../base/assertNever.ts";
import type { FieldType } from "../base/fieldType.ts";
import { parseInstant } from "../meaning/instant.ts";
import { parseNumber } from "../meaning/number.ts";
import { type RangeValue, rangeKind } from "../meaning/typedRange.ts";
import { shown } from "./code.ts";
import { dateWords } from "./dates.ts";

/** Words that follow `is` (or `is not`). `type`: of the field, where it is known. */
export function rangeWords(range: RangeValue, type: FieldType | null): string {
	const kind = rangeKind(range, type);
	switch (kind) {
		case "instant":
			return dates(range);
		case "number":
			return between(range, "");
		case "address":
			return between(range, "an address that is ");
		case "text-range":
			return between(range, "in the order of characters ");
		default:
			return assertNever(kind);
	}
}

/** Whether a text is a date that a range compares as one. */
export function isDate(written: string): boolean {
	return parseNumber(written) === null && parseInstant(written, 0) !== null;
}

function between({ from, to, includeFrom, includeTo }: RangeValue, what: string): string {
	const least = from === null ? null : `${includeFrom ? "at least" : "greater than"} ${shown(from)}`;
	const most = to === null ? null : `${includeTo ? "at most" : "less than"} ${shown(to)}`;
	return what + [least, most].filter((bound) => bound !== null).join(" and ");
}

/** An inclusive end covers its whole day, month or other unit. */
function dates({ from, to, includeFrom, includeTo }: RangeValue): string {
	const until = to === null ? null : `${includeTo ? "up to and including" : "earlier than"} ${dateWords(to)}`;
	if (from === null) return until ?? "";
	const start = `${includeFrom ? "from" : "later than"} ${dateWords(from)}`;
	if (until === null) return includeFrom ? `${start} on` : start;
	return includeFrom && includeTo ? `${start} ${until}` : `${start}${includeFrom ? " on," : ""} and ${until}`;
}
