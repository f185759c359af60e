// Whether one clause finds all that another finds, whatever the events hold.
import { evaluate } from "../../meaning/evaluate.ts";
import type { MatchExpr, Value } from "../../meaning/expr.ts";
import { patternOf } from "../../meaning/pattern.ts";

type TextValue = Exclude<Extract<Value, { readonly text: string }>, { readonly kind: "cidr" }>;

/** Whether every event with `special` has `general` too. Only where that is certain: `false` may also mean unknown. */
export function subsumes(general: MatchExpr, special: MatchExpr): boolean {
	if (general.field !== special.field) return false;
	// A value that is found is there.
	if (general.value.kind === "exists") return true;
	if (!isText(general.value) || !isText(special.value)) return keyOf(general) === keyOf(special);
	return keyOf(general) === keyOf(special) || finds(general.value, special.value);
}

/** Parameters and regular expressions are only known to be the same where they are written alike. */
function isText(value: Value): value is TextValue {
	return value.kind === "term" || value.kind === "phrase" || value.kind === "wildcard";
}

/** Equal for clauses that certainly find the same. Quotes make no difference; letters of ASCII fold among themselves. */
export function keyOf({ field, value }: MatchExpr): string {
	if (!isText(value)) return JSON.stringify([field, value]);
	const { kind, text, whole, slop, fuzziness } = value;
	return JSON.stringify([field, kind === "wildcard", fold(text), whole, slop, fuzziness]);
}

function fold(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * Whether the general pattern is found in the text of the special one. Beside the edges of that text stands in a value what
 * its own whole words allow, so that a value of which it is all says it for every value.
 */
function finds(general: TextValue, special: TextValue): boolean {
	if (general.whole && !special.whole) return false;
	if (isInexact(general) || isInexact(special) || special.text === "" || general.text === "") return false;
	// Numbers, dates and addresses are compared as such where the field's type says so.
	if (/^[\d.+-]|^[0-9a-f]*:/i.test(special.text) || /^[\d.+-]/.test(general.text)) return false;
	const pieces = patternOf(general.kind as "term", general.text);
	const literal = pieces.find((piece) => typeof piece === "string");
	if (literal === undefined || !fold(special.text).includes(fold(literal as string))) return false;
	if (special.kind === "wildcard" && pieces.some((piece) => typeof piece === "object" && piece.wild === "one"))
		return false;
	// What is wild in the special one may be anything: stand for it a word character that the general one only finds wild.
	const filler = Array.from("_0zq").find((character) => !fold(general.text).includes(character));
	if (filler === undefined) return false;
	const text = patternOf(special.kind as "term", special.text)
		.map((piece) => (typeof piece === "string" ? piece : filler))
		.join("");
	const test = { kind: "text", pieces, whole: general.whole === true } as const;
	return evaluate({ kind: "test", field: null, test, span: [0, 0] }, text);
}

function isInexact({ slop, fuzziness }: TextValue): boolean {
	return slop !== undefined || fuzziness !== undefined;
}
