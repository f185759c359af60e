// A worker of the profile: segments in, profiles out. A program of its own, so that it starts with nothing else.
import { parentPort } from "node:worker_threads";
import { profileSegment, type Segment } from "./segment.ts";

parentPort?.on("message", (segment: Segment) => {
	try {
		parentPort?.postMessage(profileSegment(segment));
	} catch (error) {
		parentPort?.postMessage({ failed: String(error) });
	}
});
