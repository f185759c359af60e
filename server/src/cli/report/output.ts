// Where results go: standard output, or the file that `--out` names.
import { open } from "node:fs/promises";
import { refuse } from "../../base/refusal.ts";
import { CliRefusal, systemReason } from "../refusal.ts";
import { terminalText } from "./printable.ts";

/** Takes whole lines or whole characters, never half of one. */
export type Write = (text: string | Uint8Array) => Promise<void>;

interface Sink {
	readonly write: (bytes: Buffer) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Bytes that are kept until they are written together: a call for each line would cost more than the line. */
const together = 1 << 16;

/**
 * Calls `work` with a way to write.
 * @throws CliRefusal where the file cannot be written, also when the disk is full, and when the signal is aborted
 */
export async function withOutput(
	file: string | undefined,
	signal: AbortSignal,
	work: (write: Write) => Promise<void>,
): Promise<void> {
	const sink = file === undefined ? standardOutput : await openFile(file);
	let parts: Buffer[] = [];
	let size = 0;

	async function flush(): Promise<void> {
		if (signal.aborted)
			throw new CliRefusal(refuse("cancelled", "Printing was cancelled; the output is not complete.", "Run again."));
		const bytes = Buffer.concat(parts);
		parts = [];
		size = 0;
		if (bytes.length > 0) await sink.write(bytes);
	}

	try {
		await work(async (text) => {
			const bytes = Buffer.from(text);
			parts.push(bytes);
			size += bytes.length;
			if (size >= together) await flush();
		});
		await flush();
	} finally {
		await sink.close();
	}
}

/** A failure to write is an event of the stream, where `main` ends the process; until then nothing goes on. */
const standardOutput: Sink = {
	write: (bytes) => {
		const shown = process.stdout.isTTY ? terminalText(bytes.toString("utf8")) : bytes;
		return new Promise((resolve) => void process.stdout.write(shown, (error) => !error && resolve()));
	},
	close: async () => {},
};

async function openFile(file: string): Promise<Sink> {
	function fail(error: unknown): never {
		throw new CliRefusal(
			refuse("bad-input", `${file} cannot be written: ${systemReason(error)}.`, "Choose another place with --out."),
		);
	}
	const handle = await open(file, "w").catch(fail);
	return { write: (bytes) => handle.writeFile(bytes).catch(fail), close: () => handle.close().catch(fail) };
}
