// Puts a new text into a file that holds an old one.
import { readFile, writeFile } from "node:fs/promises";
import { refuse } from "../base/refusal.ts";
import { CliRefusal, systemReason } from "./refusal.ts";

/**
 * Other bytes than those that change must stay, so a file that does not hold just `before` is left alone. `true`: it was done.
 * @throws CliRefusal
 */
export async function rewrite(path: string, before: string, after: string): Promise<true> {
	if (!Buffer.from(before).equals(await readFile(path)))
		throw new CliRefusal(
			refuse("bad-input", `${path} is not UTF-8 text, so it was not changed.`, "Save it as UTF-8, then try again."),
		);
	try {
		await writeFile(path, after);
	} catch (error) {
		throw new CliRefusal(
			refuse("bad-input", `${path} cannot be written: ${systemReason(error)}.`, "Check the file's permissions."),
		);
	}
	return true;
}
