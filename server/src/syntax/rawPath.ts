// Values in which backslashes are literal, because nobody who writes a path means escapes.
import type { DialectName } from "../base/dialect.ts";
import { Code } from "./characters.ts";

/** A drive (`C:\`), a registry hive (`HKLM\`) or `\\server\`. */
export type RawPath = "drive" | "hive" | "server";

const hive = /^(?:HKLM|HKCU|HKU|HKCR|HKEY_[A-Z_]+)\\/i;
const server = /^\\\\[\w.*?-]+\\/;
/** What a backslash behind `f:` escapes, so that it is a field of one letter and no drive. */
const escapes = /[/":([\]{}^!+|<>=]/;
const escapesOrWild = /[/":([\]{}^!+|<>=*?]/;
/** How far a path's start is looked for. */
const longestStart = 80;

/**
 * What kind of raw path a value is that starts here, or `null`. In `lucene` and `kibana` a backslash escapes everywhere;
 * only a drive is taken for the path that it is, because they would refuse its colon.
 */
export function rawPathAt(text: string, at: number, dialect: DialectName): RawPath | null {
	const first = text.charCodeAt(at);
	const letter = first | 0x20;
	if (letter >= 0x61 && letter <= 0x7a) {
		if (text.charCodeAt(at + 1) === Code.colon && text.charCodeAt(at + 2) === Code.backslash)
			return (dialect === "redcloak" || dialect === "carbonblack" ? escapes : escapesOrWild).test(text.charAt(at + 3))
				? null
				: "drive";
		const mayBeHive = letter === 0x68 && dialect !== "lucene" && dialect !== "kibana";
		return mayBeHive && hive.test(text.slice(at, at + longestStart)) ? "hive" : null;
	}
	if (first !== Code.backslash || dialect === "lucene" || dialect === "kibana") return null;
	return server.test(text.slice(at, at + longestStart)) ? "server" : null;
}

/** Whether no backslash in the text escapes anything but a blank or itself, as in `system32\cmd.exe`. */
export function isPathLike(written: string): boolean {
	return written.includes("\\") && !/\\[^\w.*?%$~{@&#'\\ -]/.test(written);
}
