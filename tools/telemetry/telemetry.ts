// The sample telemetry as text: an ordinary day with two stories in it.
import { playBitsAbuse } from "./bitsAbuse.ts";
import { playLsassAccess } from "./lsassAccess.ts";
import { createStage } from "./stage.ts";
import { playWorkday } from "./workday.ts";

/** One JSON event per line, oldest first; the same bytes at every call. */
export function writeTelemetry(): string {
	const stage = createStage();
	playWorkday(stage);
	playBitsAbuse(stage);
	playLsassAccess(stage);
	return stage.recorder
		.events()
		.map((event) => `${JSON.stringify(event)}\n`)
		.join("");
}
