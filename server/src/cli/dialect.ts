// Which dialects the command line takes.
import { refuse } from "../base/refusal.ts";
import { CliRefusal } from "./refusal.ts";

/** @throws CliRefusal for a dialect that is not known */
export function requireDialect(name: string): void {
	if (name !== "redcloak")
		throw new CliRefusal(refuse("bad-input", `There is no dialect ${name}.`, "Use --dialect redcloak."));
}
