// A value that its field cannot hold.
import { evaluate } from "../../meaning/evaluate.ts";
import type { Value } from "../../meaning/expr.ts";
import { parseDate } from "../../meaning/instant.ts";
import { type Misfit, misfit } from "../../meaning/misfit.ts";
import { testOf } from "../../meaning/testOf.ts";
import { quote } from "../../syntax/literal.ts";
import type { FieldValues, TaxonomyField } from "../../taxonomies/defineTaxonomy.ts";
import type { Meaning } from "../../taxonomies/vocabulary.ts";
import { alone, defineRule, type QueryContext, replace } from "../defineRule.ts";
import type { Leaf } from "../reading/leaves.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "bad-value-type",
	severity: "error",
	fix: "changes meaning",
	explains: ["colon-in-value", "leading-minus-in-value"],
	docs: "A field of numbers compares numbers, a hash has as many digits as its algorithm gives, an address has four numbers up to 255, and some fields have only a few values. A clause that asks for anything else never matches, and its negation always does. Where the name means several things the value has to fit one of them.\n\nA day or minute of a field of dates is compared as text, as a word of the date: `2026-03-17` stands in `2026-03-17 09:00:00`, but not in `2026-03-17T09:00:00Z`. Only a range finds the whole of it (a warning).",
	bad: [
		"process_id:abc",
		"destination_port:[http TO 443]",
		"SourceIp:10.0.0.256",
		"SourceIp:10.0.0.0/33",
		'SourceIp:"10.0.0.0/8"',
		"UtcTime:>2026-02-30",
		"UtcTime:now-7d",
		"program_hash.md5:cca67bd3",
		"Hashes:SHA256=cca67bd391cfc9f036323b2522887a6a",
		"Signed:yes",
		"winlog.event_data.LogonType:(3 OR 99)",
		"winlog.event_data.Protocol:icmp",
	],
	good: [
		"process_id:(420 OR 0x1a4)",
		"destination_port:[80 TO 443]",
		"SourceIp:10.0.0.25",
		"SourceIp:10.0.0.0/24",
		"SourceIp:(10.0.0.0/8 OR 10.0)",
		"UtcTime:>2026-02-28",
		"UtcTime:[now-7d TO now]",
		"program_hash.md5:cca67bd3*",
		"Hashes:MD5=cca67bd391cfc9f036323b2522887a6a",
		"Signed:true",
		"winlog.event_data.LogonType:(3 OR 10)",
		"winlog.event_data.Protocol:(tcp OR 17)",
	],
	check(context) {
		const { meaningsOf } = context.fields.vocabulary;
		forEachMatch(context, ({ field, value }, leaf) => {
			if (field === null || value.kind === "exists" || value.kind === "regex" || value.kind === "parameter") return;
			const meanings = meaningsOf(field);
			if ("text" in value && isPartOfDate(value, meanings)) return reportDate(value.text, leaf, context);
			let wrong: Misfit | undefined;
			for (const meaning of meanings) {
				const found = misfitIn(meaning.field, value);
				if (!found) return;
				wrong ??= found;
			}
			if (!wrong) return;
			const advice = wrong.advice === undefined ? "" : ` ${wrong.advice}`;
			context.report(leaf.literal.span, `\`${field}\` never matches this: ${wrong.message}${advice}`);
		});
	},
});

/** A date that stands for a stretch of time, in a field that holds nothing but dates. */
function isPartOfDate(value: Value, meanings: readonly Meaning[]): boolean {
	if ((value.kind !== "term" && value.kind !== "phrase") || value.whole || "slop" in value || "fuzziness" in value)
		return false;
	const isDate = meanings.length > 0 && meanings.every(({ field: { type } }) => type === "date");
	return isDate && coarseDate.test(value.text) && parseDate(value.text) !== null;
}

const coarseDate = /^\d{4}-\d{2}(?:-\d{2}(?:[Tt ]\d{2}(?::\d{2})?(?:Z|[+-][\d:]+)?)?)?$/i;

function reportDate(text: string, { literal, span, field }: Leaf, { tree, report, text: query }: QueryContext): void {
	const end = text.includes(" ") ? quote(text) : text;
	const range = `[${end} TO ${end}]`;
	const isOwn = field !== null && field.span[0] === span[0];
	const name = isOwn ? query.slice(...field.span) : "f";
	const meant = tree.dialect.name === "kibana" ? `${name} >= ${end} and ${name} <= ${end}` : range;
	report(
		literal.span,
		`This is compared as text: ${whereFound(text)}. All of it, however the events write it, is \`${meant}\`.`,
		tree.dialect.name === "kibana" ? undefined : alone(replace(`Look for all of it: ${range}`, literal.span, range)),
		"warning",
	);
}

function whereFound(date: string): string {
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
	return isDay
		? `\`${date}\` is found as a word in \`${date} 09:00:00\`, but not in \`${date}T09:00:00Z\``
		: `\`${date}\` is found only in events that write it just so`;
}

/** `null`: a field of this meaning may hold it. */
function misfitIn({ type, values, complete }: TaxonomyField, value: Value): Misfit | null {
	const listed = complete ? values : undefined;
	if (value.kind === "wildcard" && !listed) return null;
	// What is well written is recognised without a look at its parts.
	if ((value.kind === "cidr" && type === "ip") || ("text" in value && listed && value.text in listed)) return null;
	// `now` moves a range, but makes no value fit.
	const test = testOf(value, type, 0);
	if ("rule" in test) return test.rule === "bad-value-type" ? test : null;
	if (!listed || "fuzziness" in value || "slop" in value) return null;
	const found = evaluate({ kind: "test", field: ofValues, test, span: [0, 0] }, { values: Object.keys(listed) });
	return found ? null : misfit("text" in value ? value.text : "this range", `any of its values, ${shown(listed)}`);
}

const ofValues = { name: "values", paths: [["values"]] };

function shown(values: FieldValues): string {
	return Object.entries(values)
		.map(([value, meaning]) => `\`${value}\` (${meaning})`)
		.join(", ");
}
