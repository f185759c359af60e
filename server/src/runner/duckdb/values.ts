// Where the values of a field stand in a file's events, as SQL that reads them.
import type { FieldRef } from "../../meaning/boundExpr.ts";
import { containers, type PlainTree } from "../profile/fieldTree.ts";

/** A way from the event to values: keys of objects, and `null` for the elements of an array. */
interface Place {
	readonly steps: readonly (string | null)[];
	readonly kinds: number;
}

/** SQL that reads a top-level key: `text` of it (only where no event holds an object or array there), or its `json`. */
export interface TopLevel {
	text(key: string): string;
	json(key: string): string;
}

/** Values that one SQL expression reads: a single one, or a list. NULL where there is none. */
export interface Values {
	readonly many: boolean;
	readonly sql: string;
}

const scalar = (json: string) => `coalesce(json_type(${json}) NOT IN ('OBJECT', 'ARRAY', 'NULL'), false)`;

/** The texts of a field's scalars, as many expressions as it has places. */
export function textsOf(field: FieldRef, tree: PlainTree, top: TopLevel): Values[] {
	return placesOf(field, tree).map((place): Values => {
		const [key, ...rest] = place.steps;
		const mixed = (place.kinds & containers) !== 0;
		if (rest.length === 0 && !mixed) return { many: false, sql: top.text(key as string) };
		const { many, sql } = jsonAt(place, top);
		if (!many) return { many, sql: mixed ? `CASE WHEN ${scalar(sql)} THEN ${sql} ->> '$' END` : `(${sql} ->> '$')` };
		return { many, sql: textsOfList(mixed ? `list_filter(${sql}, lambda j: ${scalar("j")})` : sql) };
	});
}

/** A list of the texts of all scalars of an event, however deep; `json` is the event. */
export function textsOfEvent(json: string): string {
	return textsOfList(`list_filter(json_extract(${json}, '$..*'), lambda j: ${scalar("j")})`);
}

/** SQL that is true where a value of the field is there: a scalar, or any scalar below it. */
export function existsSql(field: FieldRef, tree: PlainTree, top: TopLevel): string[] {
	// An array's place finds what its elements hold.
	return placesOf(field, tree)
		.filter((place) => place.steps.at(-1) !== null)
		.map((place) => {
			if (place.steps.length === 1 && (place.kinds & containers) === 0)
				return `(${top.text(place.steps[0] as string)} IS NOT NULL)`;
			const { many, sql } = jsonAt(place, top);
			return many ? anySql(sql, leafSql) : leafSql(sql);
		});
}

/** SQL that is true where any element of the list passes. */
export function anySql(list: string, test: (element: string) => string): string {
	return `coalesce(len(list_filter(${list}, lambda v: coalesce(${test("v")}, false))) > 0, false)`;
}

function leafSql(json: string): string {
	return `(${scalar(json)} OR coalesce(len(list_filter(json_extract(${json}, '$..*'), lambda j: ${scalar("j")})) > 0, false))`;
}

function textsOfList(list: string): string {
	return `list_transform(${list}, lambda t: t ->> '$')`;
}

function placesOf(field: FieldRef, tree: PlainTree): Place[] {
	return field.paths.flatMap((path) => {
		let found: { steps: readonly (string | null)[]; node: PlainTree }[] = [{ steps: [], node: tree }];
		for (const key of path)
			found = found.flatMap(({ steps, node }) => {
				const child = node.c !== undefined && Object.hasOwn(node.c, key) ? node.c[key] : undefined;
				return child === undefined ? [] : withElements([...steps, key], child);
			});
		return found.map(({ steps, node }) => ({ steps, kinds: node.k }));
	});
}

function withElements(
	steps: readonly (string | null)[],
	node: PlainTree,
): { steps: readonly (string | null)[]; node: PlainTree }[] {
	return [{ steps, node }, ...(node.e === undefined ? [] : withElements([...steps, null], node.e))];
}

function jsonAt(place: Place, top: TopLevel): Values {
	let sql = top.json(place.steps[0] as string);
	let many = false;
	for (const step of place.steps.slice(1)) {
		const path = step === null ? "'$[*]'" : keyPath(step);
		if (!many) sql = `json_extract(${sql}, ${path})`;
		else if (step === null) sql = `flatten(list_transform(${sql}, lambda e: json_extract(e, ${path})))`;
		else sql = `list_transform(${sql}, lambda e: json_extract(e, ${path}))`;
		many ||= step === null;
	}
	return { many, sql };
}

/** A key of the data as a quoted JSON path. */
export function keyPath(key: string): string {
	// DuckDB's paths know no empty key and no escape; its pointers do.
	const plain = key !== "" && !/["\\*]/.test(key);
	return quote(plain ? `$."${key}"` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

/** An SQL string. Only names that the data itself holds, and paths of files, come here: values are bound. */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
