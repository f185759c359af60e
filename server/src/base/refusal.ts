// The world says no: a value, not an exception.

/** Why something could not be done, in words for a person, and what to do about it. */
export interface Refusal {
	readonly kind: "refused";
	readonly reason:
		| "not-found"
		| "bad-input"
		| "bad-query"
		| "unknown-field"
		| "cancelled"
		| "engine-died"
		| "untrusted"
		| "closed";
	/** One sentence: what happened. */
	readonly detail: string;
	/** One sentence: what the reader can do now. */
	readonly remedy: string;
}

export function refuse(reason: Refusal["reason"], detail: string, remedy: string): Refusal {
	return { kind: "refused", reason, detail, remedy };
}

export function isRefusal(value: unknown): value is Refusal {
	return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "refused";
}
