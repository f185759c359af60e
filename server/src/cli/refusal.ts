// How the command line says no: one sentence what happened, one what to do, exit code 2.
import { isRefusal, type Refusal } from "../base/refusal.ts";
import { terminalText } from "./report/printable.ts";

/** Carries a refusal up to `main`, which prints it. */
export class CliRefusal extends Error {
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super(refusal.detail);
		this.refusal = refusal;
	}
}

/**
 * The value, if it is no refusal.
 * @throws CliRefusal
 */
export function granted<T>(value: T | Refusal): T {
	if (isRefusal(value)) throw new CliRefusal(value);
	return value;
}

/** What `work` gives; where it is refused, that is printed, the process will exit with 2, and there is `null`. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof CliRefusal)) throw error;
		printRefusal(error.refusal);
		process.exitCode = 2;
		return null;
	}
}

export function printRefusal({ detail, remedy }: Refusal): void {
	console.error(`huntmark: ${terminalText(`${detail}\n${remedy}`)}`);
}

/** Why the system would not read or write, in words that go on after a colon. */
export function systemReason(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	switch (code) {
		case "ENOENT":
		case "ENOTDIR":
			return "its folder does not exist";
		case "EISDIR":
			return "it is a folder";
		case "EACCES":
		case "EPERM":
		case "EROFS":
			return "that is not permitted";
		case "ENOSPC":
			return "there is no room left";
		default:
			return message;
	}
}
