// `npm run bench`: every number that the project promises, as a ratio measured in this run, with what it is measured against.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { devTelemetry } from "../support/devTelemetry.ts";
import { sharedFolder } from "../support/shared.ts";
import { reportParse } from "./parse.ts";
import { reportRequests } from "./requests.ts";
import { median, powershell, statementOf, timeBare, timed } from "./search.ts";
import { reportWorkspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../../out/server/cli.cjs", import.meta.url));
const rounds = 5;

console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
reportParse();
await reportRequests();
await reportWorkspace();
const dev = sharedFolder() ? devTelemetry() : null;
if (!dev) console.log("NOT RUN: search, because there is no real telemetry (HUNTMARK_SHARED).");
else if (!existsSync(cli)) console.log("NOT RUN: search, because out/server/cli.cjs is not built (npm run build).");
else reportSearch(dev);

/** The command line's search, a whole process each time, against a Node process that only runs the same SQL in DuckDB. */
function reportSearch(path: string): void {
	const cache = mkdtempSync(join(tmpdir(), "huntmark-bench-"));
	process.env.HUNTMARK_CACHE = cache;
	const statement = statementOf(path, powershell);
	const search = () => timed([cli, "search", "Image:powershell.exe", "--data", path, "--count"]);
	const [bare, first, known]: [number[], number[], number[]] = [[], [], []];
	timeBare(statement);
	for (let round = 0; round < rounds; round++) {
		bare.push(timeBare(statement));
		rmSync(cache, { recursive: true, force: true });
		first.push(search());
		known.push(search());
	}
	rmSync(cache, { recursive: true, force: true });
	const against = `bare DuckDB with the same SQL (${median(bare).toFixed(0)} ms), whole processes, page cache warm, median of ${rounds}`;
	const line = (name: string, values: readonly number[], limit: number) =>
		console.log(
			`${name}: ${median(values).toFixed(0)} ms, ${(median(values) / median(bare)).toFixed(2)} times ${against}; limit ${limit}`,
		);
	line("cold search, fields known", known, 1.5);
	line("first look at a new file", first, 3);
}
