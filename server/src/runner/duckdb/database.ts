// A DuckDB in memory that can read the given files and do nothing else.
import { availableParallelism } from "node:os";
import type { DuckDBConnection } from "@duckdb/node-api";
import { macros } from "./testSql.ts";
import { quote } from "./values.ts";

/** Most memory that DuckDB may use, as it writes sizes. */
const memoryLimit = "2GB";

/** An open database; `close` it. */
export interface Database {
	readonly connection: DuckDBConnection;
	close(): void;
}

/** A database that may still read everything. Its macros and threads take a while, its files are not known so early. */
type Spare = Awaited<ReturnType<typeof create>>;

let spare: Promise<Spare> | null = null;

/** Makes a database ready for the next `openDatabase`, while there is nothing else to do. */
export function prepareDatabase(): void {
	spare ??= create();
	// Failing is told by the run that needs it.
	spare.catch(() => undefined);
}

/** Opens a database that may read `files` and nothing else, and whose settings cannot be changed any more. */
export async function openDatabase(files: readonly string[]): Promise<Database> {
	const ready = spare ?? create();
	spare = null;
	const { instance, connection } = await ready;
	await connection.run(`SET allowed_paths = [${files.map(quote).join(", ")}]`);
	await connection.run("SET enable_external_access = false");
	await connection.run("SET lock_configuration = true");
	return {
		connection,
		close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}

async function create() {
	const { DuckDBInstance } = await import("@duckdb/node-api");
	const instance = await DuckDBInstance.create(":memory:", {
		threads: String(availableParallelism()),
		memory_limit: memoryLimit,
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
	});
	const connection = await instance.connect();
	for (const macro of macros) await connection.run(macro);
	return { instance, connection };
}
