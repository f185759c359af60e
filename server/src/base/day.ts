// Days as hunts write them.

/** The day in UTC, as `2026-01-31`, of milliseconds since 1970. */
export function dayOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, "2026-01-31".length);
}
