// What must be known of a file before DuckDB reads it: where its lines are, which of them it would misread, what they hold.
import { availableParallelism } from "node:os";
import { dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { SkippedLine } from "../../protocol/run.ts";
import { mergeStructures, type Structure } from "./fieldTree.ts";
import { profileSegment, type Segment, type SegmentProfile } from "./segment.ts";

/** One version of a file. */
export interface FileIdentity {
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly modified: number;
}

/** A file's lines and fields. Lines count from 1, blank ones too. */
export interface FileProfile {
	readonly identity: FileIdentity;
	/** All lines. */
	readonly lines: number;
	readonly blank: readonly number[];
	/** Lines that are no JSON object. */
	readonly broken: readonly number[];
	/** The first ten of them, with the reason. */
	readonly firstBroken: readonly Omit<SkippedLine, "file">[];
	/** Lines that DuckDB would read otherwise than JSON means them. */
	readonly odd: readonly number[];
	/** Bytes of the longest line. */
	readonly longest: number;
	/** Where some lines begin, ascending: pairs of line and byte offset. */
	readonly marks: readonly number[];
	readonly structure: Structure;
}

/** How many broken lines are named. */
export const namedBroken = 10;
/** Bytes of a segment: enough to be worth a worker, and not so many that progress stands still. */
const [leastBytes, mostBytes] = [8 << 20, 64 << 20];
/** Segments for each worker: some are quicker than others. */
const segmentsEach = 3;

/**
 * Reads the whole file once. `onBytes` hears of each stretch read.
 * @throws the signal's reason when it is aborted; errors of the file system.
 */
export async function profileFile(
	identity: FileIdentity,
	signal: AbortSignal,
	onBytes: (bytes: number) => void,
): Promise<FileProfile> {
	const segments: Segment[] = [];
	const share = Math.ceil(identity.size / (availableParallelism() * segmentsEach));
	const segmentBytes = Math.min(Math.max(share, leastBytes), mostBytes);
	for (let start = 0; start < identity.size; start += segmentBytes)
		segments.push({ path: identity.path, start, end: Math.min(start + segmentBytes, identity.size) });
	const parts = segments.length <= 1 ? segments.map(profileSegment) : await inWorkers(segments, signal, onBytes);
	return join(identity, parts);
}

/** Number of events: lines that are neither blank nor broken. */
export function eventsOf(profile: FileProfile): number {
	return profile.lines - profile.blank.length - profile.broken.length;
}

async function inWorkers(
	segments: readonly Segment[],
	signal: AbortSignal,
	onBytes: (bytes: number) => void,
): Promise<SegmentProfile[]> {
	signal.throwIfAborted();
	const parts: SegmentProfile[] = [];
	let next = 0;
	const workers = Array.from(
		{ length: Math.min(availableParallelism(), segments.length) },
		() => new Worker(workerProgram()),
	);
	try {
		await new Promise<void>((resolve, reject) => {
			signal.addEventListener("abort", () => reject(signal.reason), { once: true });
			for (const worker of workers) {
				let mine = -1;
				const advance = () => {
					mine = next++;
					const segment = segments[mine];
					if (segment !== undefined) worker.postMessage(segment);
				};
				worker.on("error", reject);
				worker.on("message", (answer: SegmentProfile | { readonly failed: string }) => {
					if ("failed" in answer) return reject(new Error(answer.failed));
					parts[mine] = answer;
					onBytes((segments[mine] as Segment).end - (segments[mine] as Segment).start);
					if (parts.filter(() => true).length === segments.length) resolve();
					else advance();
				});
				advance();
			}
		});
		return parts;
	} finally {
		for (const worker of workers) void worker.terminate();
	}
}

/** Beside the bundle that this is part of, or among the modules when those run as they are. */
function workerProgram(): string {
	const here = fileURLToPath(import.meta.url);
	const bundled = extname(here) === ".cjs";
	return resolve(dirname(here), bundled ? "profiler.cjs" : `worker${extname(here)}`);
}

function join(identity: FileIdentity, parts: readonly SegmentProfile[]): FileProfile {
	let lines = 0;
	let longest = 0;
	let structure: Structure = { tree: { k: 0 }, filled: {} };
	const blank: number[] = [];
	const broken: number[] = [];
	const odd: number[] = [];
	const marks: number[] = [];
	const firstBroken: { line: number; reason: string }[] = [];
	for (const part of parts) {
		for (const line of part.blank) blank.push(lines + line);
		for (const line of part.broken) broken.push(lines + line);
		for (const line of part.odd) odd.push(lines + line);
		for (let index = 0; index < part.marks.length; index += 2)
			marks.push(lines + (part.marks[index] as number), part.marks[index + 1] as number);
		for (const { line, reason } of part.firstBroken)
			if (firstBroken.length < namedBroken) firstBroken.push({ line: lines + line, reason });
		structure = mergeStructures(structure, part.structure);
		longest = Math.max(longest, part.longest);
		lines += part.lines;
	}
	return { identity, lines, blank, broken, firstBroken, odd, longest, marks, structure };
}
