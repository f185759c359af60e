// `[9 TO 1]`: a range that ends before it starts.
import type { FieldType } from "../../base/fieldType.ts";
import { isEmpty, type RangeValue, rangeTest } from "../../meaning/typedRange.ts";
import { defineRule, replace } from "../defineRule.ts";
import { fieldTypes } from "../reading/fieldTypes.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "inverted-range",
	severity: "error",
	fix: "changes meaning",
	docs: "The first end of a range is the lesser one; a range whose ends are exchanged, or whose only value is left out (`{5 TO 5}`), is empty. Numbers, dates and addresses are compared as such, everything else as text.",
	bad: [
		"process_id:[9 TO 1]",
		"f:{10 TO 9.5]",
		"UtcTime:[now TO now-7d]",
		'UtcTime:["2026-02-01 10:00" TO 2026-01-31}',
		"SourceIp:[10.0.0.10 TO 10.0.0.9]",
		"process_id:{5 TO 5]",
	],
	good: [
		"process_id:[1 TO 9]",
		"f:[9.5 TO 10}",
		"UtcTime:[now-7d TO now]",
		'UtcTime:{2026-01-31 TO "2026-02-01 10:00"]',
		"SourceIp:[10.0.0.9 TO 10.0.0.10]",
		"process_id:[5 TO 5]",
		"UtcTime:[now-1d TO 2026-01-01]",
	],
	check(context) {
		forEachMatch(context, ({ field, value }, { literal: { span } }) => {
			if (value.kind !== "range" || value.from === null || value.to === null) return;
			const types = fieldTypes(field, context.fields.vocabulary);
			if (!isInverted(value, types)) return;
			const written = context.text.slice(...span);
			const { from, to, includeFrom, includeTo } = value;
			const exchanges = !isInverted(
				{ kind: "range", from: to, to: from, includeFrom: includeTo, includeTo: includeFrom },
				types,
			);
			const mended = exchanges ? exchanged(written) : `[${written.slice(1, -1)}]`;
			context.report(
				span,
				`No value is in \`${written}\`: ${exchanges ? "it ends before it starts" : "its ends are one value, which is left out"}.`,
				mended === null ? undefined : replace(exchanges ? "Exchange the ends" : "Include both ends", span, mended),
			);
		});
	},
});

/** Moments between which every `now` lies. */
const nows = [0, Date.UTC(9999, 0) * 1000];

function isInverted(range: RangeValue, types: readonly (FieldType | null)[]): boolean {
	return nows.every((now) =>
		types.every((type) => {
			const test = rangeTest(range, type, now);
			return "from" in test && isEmpty(test);
		}),
	);
}

/** Each end takes its bracket along. */
function exchanged(written: string): string | null {
	const [from, to, more] = written.slice(1, -1).split(/\s+TO\s+/i);
	if (from === undefined || to === undefined || more !== undefined) return null;
	const open = written.endsWith("}") ? "{" : "[";
	const close = written.startsWith("{") ? "}" : "]";
	return `${open}${to.trim()} TO ${from.trim()}${close}`;
}
