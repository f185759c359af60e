// The matches of a run: where they stand and which queries matched, a few bytes each.

/** Rows in source order. */
export interface RowSet {
	/** Rows that a query matched; without one, all. */
	size(query?: number): number;
	/** The row at an index, from 0. */
	at(index: number, query?: number): MatchedRow;
	/** Matches of each query. */
	readonly counts: readonly number[];
}

export interface MatchedRow {
	/** Index of the file. */
	readonly file: number;
	/** From 1. */
	readonly line: number;
	/** Indexes of the queries that matched. */
	readonly queries: readonly number[];
}

/** A row set while it is filled, in source order. */
export interface RowSetBuilder {
	/** `masks`: 32 queries each. A row that no query matched is left out. */
	add(file: number, line: number, masks: readonly number[]): void;
	finish(): RowSet;
}

/** Collects the rows of a plan with so many queries. */
export function collectRows(queryCount: number): RowSetBuilder {
	const files: number[] = [];
	const lines: number[] = [];
	const words = Math.max(1, Math.ceil(queryCount / 32));
	const bits: number[] = [];
	const counts = new Array<number>(queryCount).fill(0);

	return {
		add(file, line, masks) {
			if (masks.every((mask) => mask === 0)) return;
			files.push(file);
			lines.push(line);
			for (const mask of masks) bits.push(mask);
			for (const query of queriesOf(lines.length - 1)) counts[query] = (counts[query] as number) + 1;
		},
		finish() {
			const byQuery = new Map<number, number[]>();
			return {
				counts,
				size: (query) => (query === undefined ? lines.length : (counts[query] ?? 0)),
				at(index, query) {
					const row = query === undefined ? index : (rowsOf(query)[index] as number);
					return { file: files[row] as number, line: lines[row] as number, queries: queriesOf(row) };
				},
			};

			function rowsOf(query: number): readonly number[] {
				const known = byQuery.get(query) ?? [];
				if (!byQuery.has(query)) for (let row = 0; row < lines.length; row++) if (matches(row, query)) known.push(row);
				byQuery.set(query, known);
				return known;
			}
		},
	};

	function matches(row: number, query: number): boolean {
		return (((bits[row * words + (query >> 5)] as number) >>> (query & 31)) & 1) === 1;
	}

	function queriesOf(row: number): number[] {
		const found: number[] = [];
		for (let query = 0; query < queryCount; query++) if (matches(row, query)) found.push(query);
		return found;
	}
}
