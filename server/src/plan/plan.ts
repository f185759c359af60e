// What an engine is asked to do, with nothing of documents or taxonomies left in it.
import type { BoundExpr, FieldRef } from "../meaning/boundExpr.ts";

/** Several queries over one source in one pass. An event matches the plan when any query matches it. */
export interface Plan {
	readonly queries: readonly BoundExpr[];
	/** Columns of the pages, in order: `name` is the heading, the first of `fields` that has a value fills the cell. */
	readonly columns: readonly PlanColumn[];
}

export interface PlanColumn {
	readonly name: string;
	readonly fields: readonly FieldRef[];
}
