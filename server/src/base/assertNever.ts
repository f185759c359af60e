// Closes a switch over a union: a forgotten case is a type error.

/** @throws always; reaching it is a mistake of ours. */
export function assertNever(value: never): never {
	throw new Error(`Unexpected ${JSON.stringify(value)}`);
}
