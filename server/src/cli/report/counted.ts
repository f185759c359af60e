// A number with what it counts.

/** `1 hunt`, `2 hunts`. */
export function counted(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
