// Work that is asked for more often than it can be done.

/**
 * Does the work when it is called, and once more when it was called meanwhile, however often. `onFailure` hears of what it
 * throws.
 */
export function oneAtATime(work: () => Promise<unknown>, onFailure: (error: unknown) => void): () => void {
	let state: "idle" | "working" | "asked again" = "idle";
	async function run(): Promise<void> {
		do {
			state = "working";
			await work().catch(onFailure);
		} while (asked());
		state = "idle";
	}
	// Read by a function, since it changes while the work is waited for.
	const asked = () => state === "asked again";
	return () => {
		if (state === "idle") void run();
		else state = "asked again";
	};
}
