// Asks real Lucene what it makes of queries: a Java program around its classic parser, whose parts Maven fetches once.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../server/src/host/cacheFolder.ts";
import type { DefaultOperator } from "./generator.ts";

/** A query as Lucene read it. Boosts are left out: they only rank. */
export type LuceneQuery =
	| { readonly kind: "bool"; readonly clauses: readonly LuceneClause[] }
	| { readonly kind: "all" }
	| LuceneLeaf;

interface LuceneClause {
	readonly occur: "MUST" | "SHOULD" | "FILTER" | "MUST_NOT";
	readonly query: LuceneQuery;
}

/** `field` is empty where none was written. */
export type LuceneLeaf = LuceneText | LuceneRange;

interface LuceneText {
	readonly kind: "leaf";
	readonly type: "term" | "phrase" | "wildcard" | "prefix" | "regex" | "fuzzy";
	readonly field: string;
	/** As Lucene holds it: in a wildcard and a regular expression still escaped. */
	readonly text: string;
	/** Edits of a fuzzy term, slop of a phrase. */
	readonly distance?: number;
}

interface LuceneRange {
	readonly kind: "leaf";
	readonly type: "range";
	readonly field: string;
	readonly from: string | null;
	readonly to: string | null;
	readonly includeFrom: boolean;
	readonly includeTo: boolean;
}

export type Judgement = LuceneQuery | { readonly kind: "error"; readonly message: string };

export interface Asked {
	readonly text: string;
	readonly defaultOperator: DefaultOperator;
}

const folder = join(import.meta.dirname, "judge");
const pom = join(folder, "pom.xml");
const version = /<lucene>(.+)<\/lucene>/.exec(readFileSync(pom, "utf8"))?.[1];
const jars = join(cacheFolder(), `lucene-${version}`);

/** `false` where Lucene can be asked, else why not: for `node:test`'s `skip`. Fetches Lucene where it is not there yet. */
export function skippedWithoutLucene(): string | false {
	const java = spawnSync("java", ["-version"], { encoding: "utf8" });
	if (java.error || Number(/version "(\d+)/.exec(java.stderr)?.[1]) < 17)
		return "NOT RUN: there is no Java 17 or newer";
	if (existsSync(jars)) return false;
	const fetching = `${jars}.${process.pid}`;
	const goal = ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${fetching}`];
	const maven = spawnSync("mvn", goal, { encoding: "utf8", shell: process.platform === "win32", timeout: 300_000 });
	if (maven.error) return "NOT RUN: there is no Maven to fetch Lucene with";
	if (maven.status === 0) renameSync(fetching, jars);
	else rmSync(fetching, { recursive: true, force: true });
	return maven.status === 0 ? false : "NOT RUN: Maven could not fetch Lucene";
}

/** What Lucene says of each query, in order; one JVM for all. */
export function judge(asked: readonly Asked[]): readonly Judgement[] {
	const input = asked.map(
		({ text, defaultOperator }) => `${defaultOperator} ${Buffer.from(text).toString("base64")}\n`,
	);
	const program = ["-cp", join(jars, "*"), join(folder, "Judge.java")];
	const { status, stdout, stderr } = spawnSync("java", program, {
		input: input.join(""),
		encoding: "utf8",
		maxBuffer: 2 ** 30,
	});
	if (status !== 0) throw new Error(`The judge failed: ${stderr}`);
	return stdout
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line) as Judgement);
}
