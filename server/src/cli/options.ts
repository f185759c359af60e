// How option values are read.
import { InvalidArgumentError, Option } from "commander";

/**
 * A whole number, not negative.
 * @throws InvalidArgumentError
 */
export function parseCount(text: string): number {
	if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
	return Number(text);
}

/** `--format` of what prints lines for people or JSON for programs. */
export function textOrJson(): Option {
	return new Option("--format <format>", "how to print").choices(["text", "json"]).default("text");
}
