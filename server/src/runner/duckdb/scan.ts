// Runs a plan's one scan over a file and collects the rows that match.
import type { DuckDBConnection, DuckDBMaterializedResult } from "@duckdb/node-api";
import type { BoundExpr } from "../../meaning/boundExpr.ts";
import { canonicalText } from "../profile/canonicalJson.ts";
import type { FileProfile } from "../profile/fileProfile.ts";
import { openLines } from "../profile/lineReader.ts";
import type { RowSetBuilder } from "../rowSet.ts";
import { type Scan, scanSql } from "./scanSql.ts";

/** Odd lines that are tested at a time. */
const oddLines = 2000;

/**
 * Adds the matches of one file, in order. Answers, per field that is compared as an instant, the events whose value is none.
 * @throws when DuckDB fails or is interrupted, or sees other lines than the profile.
 */
export async function scanFile(
	connection: DuckDBConnection,
	queries: readonly BoundExpr[],
	profile: FileProfile,
	file: number,
	rows: RowSetBuilder,
): Promise<ReadonlyMap<string, number>> {
	const { path } = profile.identity;
	const unread = new Map<string, number>();
	if (profile.lines === profile.blank.length) return unread;
	const scan = scanSql(queries, profile.structure.tree, { kind: "file", path, longest: profile.longest });
	const odd = await scanOdd(connection, queries, profile);
	const words = Math.max(1, Math.ceil(queries.length / 32));
	const blank = walk(profile.blank);
	const broken = walk(profile.broken);
	const oddly = walk(profile.odd);
	let line = 0;
	let nextOdd = 0;
	await forEachRow(await connection.run(scan.sql, [...scan.parameters]), (row) => {
		line++;
		while (blank(line)) line++;
		if (!broken(line)) add(oddly(line) ? (odd[nextOdd++] as number[]) : row);
	});
	while (blank(line + 1)) line++;
	if (line !== profile.lines) throw new Error(`DuckDB saw ${line} lines of ${path}, which has ${profile.lines}`);
	return unread;

	function add(masks: number[]): void {
		scan.instants.forEach((name, index) => {
			const bit = queries.length + index;
			const set = ((masks[bit >> 5] as number) >>> (bit & 31)) & 1;
			if (set === 1) unread.set(name, (unread.get(name) ?? 0) + 1);
			masks[bit >> 5] = ((masks[bit >> 5] as number) & ~(1 << (bit & 31))) >>> 0;
		});
		rows.add(file, line, masks.length > words ? masks.slice(0, words) : masks);
	}
}

/** The masks of the lines that DuckDB would misread, read by us and tested by the same SQL. */
async function scanOdd(
	connection: DuckDBConnection,
	queries: readonly BoundExpr[],
	profile: FileProfile,
): Promise<number[][]> {
	if (profile.odd.length === 0) return [];
	const scan: Scan = scanSql(queries, profile.structure.tree, { kind: "lines" });
	const masks: number[][] = [];
	const lines = openLines(profile);
	try {
		const decoder = new TextDecoder();
		for (let start = 0; start < profile.odd.length; start += oddLines) {
			const texts = profile.odd
				.slice(start, start + oddLines)
				.map((line) => canonicalText(decoder.decode(lines.read(line) ?? new Uint8Array())));
			const result = await connection.run(scan.sql, [...scan.parameters, texts.join("\n")]);
			await forEachRow(result, (row) => masks.push([...row]));
		}
		return masks;
	} finally {
		lines.close();
	}
}

/** Calls back with each row's columns; the array is the callback's until it returns. */
async function forEachRow(result: DuckDBMaterializedResult, onRow: (masks: number[]) => void): Promise<void> {
	const masks = new Array<number>(result.columnCount).fill(0);
	for (;;) {
		const chunk = await result.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) return;
		const vectors = masks.map((_, column) => chunk.getColumnVector(column));
		for (let row = 0; row < chunk.rowCount; row++) {
			for (let column = 0; column < masks.length; column++) masks[column] = vectors[column]?.getItem(row) as number;
			onRow(masks);
		}
	}
}

/** Tells of ascending numbers whether a list of ascending numbers holds them. */
function walk(numbers: readonly number[]): (number: number) => boolean {
	let next = 0;
	return (number) => {
		while (next < numbers.length && (numbers[next] as number) < number) next++;
		return numbers[next] === number;
	};
}
