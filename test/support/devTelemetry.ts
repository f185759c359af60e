// The large file of real events, unpacked once and kept for later test runs.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, zstdDecompressSync } from "node:zlib";
import { sharedFolder } from "./shared.ts";

/** Path of the 197,028 events, NDJSON, 285 MB. Call it only where `sharedFolder()` is not `null`. */
export function devTelemetry(): string {
	const folder = join(tmpdir(), "huntmark-dev-telemetry");
	const path = join(folder, "otrf-dev.ndjson");
	if (existsSync(path)) return path;
	const packed = readFileSync(join(sharedFolder() ?? "", "data/otrf-dev.ndjson.zst"));
	mkdirSync(folder, { recursive: true });
	// Another suite may unpack it at the same time: only a whole file gets the name.
	const own = `${path}.${process.pid}`;
	writeFileSync(own, zstdDecompressSync(packed, { params: { [constants.ZSTD_d_windowLogMax]: 27 } }));
	renameSync(own, path);
	return path;
}
