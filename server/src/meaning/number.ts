// Numbers as hunters and events write them, kept exact: decimal text in, decimal text out.

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const hexadecimal = /^(-?)(0[xX][0-9a-fA-F]+)$/;

/** The exponents of a double. A number outside is read as text, so that `1e999999999` does not become a gigabyte of zeros. */
const largestExponent = 308;

/**
 * The number as canonical decimal text: no exponent, no leading zeros, no trailing zeros of a fraction, no `-0`. Exact, at
 * any size. Reads `1`, `-3.5`, `1e3`, `007` and `0x1a4`; nothing before, after or between. `null`: it is no number.
 */
export function parseNumber(text: string): string | null {
	const hex = hexadecimal.exec(text);
	if (hex) return canonical(hex[1] === "-", BigInt(hex[2] ?? "").toString(), "");
	const parts = decimal.exec(text);
	if (!parts) return null;
	const [, sign, whole = "", fraction = "", exponentText = "0"] = parts;
	const exponent = Number(exponentText);
	if (Math.abs(exponent) > largestExponent) return null;
	const digits = whole + fraction;
	const point = whole.length + exponent;
	const padded = point < 0 ? "0".repeat(-point) + digits : digits.padEnd(point, "0");
	const at = Math.max(point, 0);
	return canonical(sign === "-", padded.slice(0, at), padded.slice(at));
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`; both as `parseNumber` gives them. */
export function compareNumbers(a: string, b: string): number {
	const places = Math.max(fractionOf(a).length, fractionOf(b).length);
	const difference = scaled(a, places) - scaled(b, places);
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function canonical(negative: boolean, whole: string, fraction: string): string {
	const left = whole.replace(/^0+(?=\d)/, "") || "0";
	const right = fraction.replace(/0+$/, "");
	const magnitude = right === "" ? left : `${left}.${right}`;
	return negative && magnitude !== "0" ? `-${magnitude}` : magnitude;
}

function fractionOf(number: string): string {
	return number.split(".")[1] ?? "";
}

/** The number times ten to the power of `places`. */
function scaled(number: string, places: number): bigint {
	return BigInt(number.replace(".", "") + "0".repeat(places - fractionOf(number).length));
}
