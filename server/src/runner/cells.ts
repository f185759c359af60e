// What the cells of a page show of an event.
import type { FieldRef } from "../meaning/boundExpr.ts";
import type { PlanColumn } from "../plan/plan.ts";
import { printExact } from "./profile/canonicalJson.ts";

/** The text of the first of the column's fields that has a value; `null` without one. `event` is from `parseExact`. */
export function cellOf(event: unknown, column: PlanColumn): string | null {
	for (const field of column.fields) {
		const values = valuesOf(event, field).filter((value) => value !== null && value !== undefined);
		if (values.length === 0) continue;
		const value = values.length === 1 ? values[0] : values;
		return typeof value === "string" ? value : printExact(value);
	}
	return null;
}

function valuesOf(event: unknown, field: FieldRef): unknown[] {
	return field.paths.flatMap((path) => path.reduce<unknown[]>(below, [event]));
}

function below(values: unknown[], key: string): unknown[] {
	return values.flatMap((value): unknown[] => {
		if (Array.isArray(value)) return below(value, key);
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
		return [(value as Record<string, unknown>)[key]];
	});
}
