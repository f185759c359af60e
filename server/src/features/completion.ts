// What can be written at the cursor, in queries and around them.
import type { Analysis } from "../workspace/analysis.ts";
import { documentCompletion } from "./completing/documentCompletion.ts";
import type { Completion } from "./completing/item.ts";
import { queryCompletion } from "./completing/queryCompletion.ts";

/** `null` where nothing in particular may be written. `dataPaths`: telemetry, relative to the document's folder. */
export function completion(analysis: Analysis, offset: number, dataPaths: readonly string[] = []): Completion | null {
	return queryCompletion(analysis, offset) ?? documentCompletion(analysis, offset, dataPaths);
}
