// Regular expressions of a query: RE2's language, found anywhere, ignoring case, `.` matching line breaks.
import { RE2JS } from "re2js";

/** A test of texts, or why the expression is none that RE2 reads (no look-around, no back-references). */
export function compileRegex(
	source: string,
	whole: boolean,
): { readonly test: (text: string) => boolean } | { readonly error: string } {
	try {
		const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL);
		return { test: (text) => (whole ? compiled.matcher(text).matches() : compiled.matcher(text).find()) };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}
