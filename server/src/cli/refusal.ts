// How the command line says no: one sentence what happened, one what to do, exit code 2.
import { isRefusal, type Refusal } from "../base/refusal.ts";

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

export function printRefusal({ detail, remedy }: Refusal): void {
	console.error(`huntmark: ${detail}\n${remedy}`);
}
