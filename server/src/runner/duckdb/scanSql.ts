// One SQL statement that tests every line of a file for all queries of a plan.
import { assertNever } from "../../base/assertNever.ts";
import type { BoundExpr, BoundTest, FieldRef, Test } from "../../meaning/boundExpr.ts";
import type { PlainTree } from "../profile/fieldTree.ts";
import { matchesSql, testSql, type ValueTest } from "./testSql.ts";
import { requiredText, textExpression } from "./textPattern.ts";
import { anySql, existsSql, keyPath, quote, type TopLevel, textsOf, textsOfEvent, type Values } from "./values.ts";

/**
 * A statement. Each row is a line, in order; its columns are 32 bits each (UINTEGER): first a bit for each query, then one
 * for each of `instants`, set where its field has a value that cannot be read as a time.
 */
export interface Scan {
	readonly sql: string;
	readonly parameters: readonly string[];
	/** Names of the fields that are compared as instants. */
	readonly instants: readonly string[];
}

/** How DuckDB gets at the lines. */
export type ScanInput =
	/** A file; a line that is no JSON is a row too. */
	| { readonly kind: "file"; readonly path: string; readonly longest: number }
	/** Lines in memory: one more parameter, the last, holds them, a line feed between two. */
	| { readonly kind: "lines" };

interface Column {
	readonly name: string;
	readonly type: "VARCHAR" | "JSON";
}

/** Alternatives of one expression; more are split, so that RE2 stays within its memory. */
const alternatives = 200;
/** JSON writes these as they are; everything else may be escaped. */
const unescapedText = /[\x20\x21\x23-\x2e\x30-\x5b\x5d-\x7e]+/g;

/** Compiles the plan's queries for a file of this structure. */
export function scanSql(queries: readonly BoundExpr[], tree: PlainTree, input: ScanInput): Scan {
	const parameters: string[] = [];
	const bind = (value: string) => `$${parameters.push(value)}`;
	const columns = new Map<string, Column>();
	/** When the texts of a whole event are asked for. */
	const asks: string[] = [];
	let whole = input.kind === "lines" || needsWholeEvents(queries);
	const instants = new Map<string, FieldRef>();

	let bits = compileAll();
	if (!whole && ambiguous([...columns.keys()])) {
		whole = true;
		bits = compileAll();
	}
	const masks: string[] = [];
	for (let start = 0; start === 0 || start < bits.length; start += 32) {
		const set = bits
			.slice(start, start + 32)
			.map((sql, bit) => `CASE WHEN ${sql} THEN ${2 ** bit}::UINTEGER ELSE 0::UINTEGER END`);
		masks.push(set.length > 0 ? set.join(" + ") : "0::UINTEGER");
	}
	return { sql: `SELECT ${masks.join(", ")} FROM ${fromSql()}`, parameters, instants: [...instants.keys()] };

	function compileAll(): string[] {
		parameters.length = 0;
		asks.length = 0;
		columns.clear();
		const matched = queries.map(exprSql);
		return [...matched, ...[...instants.values()].map(unreadSql)];
	}

	function fromSql(): string {
		const lines = linesSql();
		if (!whole) return lines;
		// All keys of an event at once: each look into it reads the whole event again.
		const gathered = [
			asks.length > 0 ? `CASE WHEN ${balanced(asks, "OR")} THEN ${textsOfEvent("event")} END AS texts, low` : "event",
			keysSql("json_extract_string", "VARCHAR"),
			keysSql("json_extract", "JSON"),
		].filter((sql) => sql !== "");
		const events = asks.length > 0 ? `(SELECT event, lower(event::VARCHAR) AS low FROM ${lines})` : lines;
		return `(SELECT ${gathered.join(", ")} FROM ${events})`;
	}

	function keysSql(read: string, type: Column["type"]): string {
		const paths = ofType(type).map(keyPath);
		return paths.length > 0 ? `${read}(event, [${paths.join(", ")}]) AS keys_${type}` : "";
	}

	function linesSql(): string {
		if (input.kind === "lines")
			return `(SELECT unnest(string_split($${parameters.length + 1}, chr(10)))::JSON AS event)`;
		const size = Math.max(16 << 20, input.longest + 1024);
		const options = `format = 'newline_delimited', ignore_errors = true, maximum_object_size = ${size}, compression = 'uncompressed'`;
		if (whole) return `read_json_objects(${quote(input.path)}, ${options}) AS t(event)`;
		// A scan needs a column, even one that no event has.
		const wanted: [string, Column][] = columns.size > 0 ? [...columns] : [["_", { name: "c0", type: "VARCHAR" }]];
		const types = wanted.map(([key, { type }]) => `${quote(key)}: '${type}'`).join(", ");
		const names = wanted.map(([, { name }]) => name).join(", ");
		return `read_json(${quote(input.path)}, ${options}, records = true, columns = {${types}}) AS t(${names})`;
	}

	function top(): TopLevel {
		return { text: (key) => column(key, "VARCHAR"), json: (key) => column(key, "JSON") };
	}

	/** A key is read as text exactly where no event holds an object or array there, so that its type never varies. */
	function column(key: string, type: Column["type"]): string {
		const known = columns.get(key) ?? {
			name: whole ? `keys_${type}[${ofType(type).length + 1}]` : `c${columns.size}`,
			type,
		};
		columns.set(key, known);
		return known.name;
	}

	function ofType(type: Column["type"]): string[] {
		return [...columns].filter(([, known]) => known.type === type).map(([key]) => key);
	}

	function exprSql(expr: BoundExpr): string {
		switch (expr.kind) {
			case "all":
				return "true";
			case "none":
				return "false";
			case "not":
				return `(NOT ${exprSql(expr.child)})`;
			case "and":
				return balanced(expr.children.map(exprSql), "AND");
			case "or":
				return balanced(orSql(expr.children), "OR");
			case "test":
				return boundTestSql(expr);
			default:
				return assertNever(expr);
		}
	}

	/** Patterns for one field become one expression: RE2 looks for all of them at once. */
	function orSql(children: readonly BoundExpr[]): string[] {
		const groups = new Map<string, { field: FieldRef; texts: TextTest[] }>();
		const others: string[] = [];
		for (const child of children) {
			if (child.kind !== "test" || child.test.kind !== "text" || child.field === null) {
				others.push(exprSql(child));
				continue;
			}
			const key = JSON.stringify(child.field.paths);
			const group = groups.get(key) ?? { field: child.field, texts: [] };
			groups.set(key, group);
			group.texts.push(child.test);
		}
		for (const { field, texts } of groups.values())
			for (let start = 0; start < texts.length; start += alternatives) {
				const some = texts.slice(start, start + alternatives);
				others.push(
					fieldSql(field, () =>
						some.length === 1
							? testSql(some[0] as TextTest, bind)
							: matchesSql(some.map(textExpression).join("|"), bind),
					),
				);
			}
		return others;
	}

	function boundTestSql({ field, test }: BoundTest): string {
		if (field === null) return eventTestSql(test);
		if (test.kind === "exists") return balanced(existsSql(field, tree, top()), "OR");
		if (test.kind === "instant") instants.set(field.name, field);
		return fieldSql(field, () => testSql(test, bind));
	}

	/** Whether any value of the field passes; the test is only made where the file has the field, so that all parameters are used. */
	function fieldSql(field: FieldRef, makeTest: () => (value: string) => string): string {
		const texts = textsOf(field, tree, top());
		if (texts.length === 0) return "false";
		const test = makeTest();
		return balanced(
			texts.map((values) => anyOf(values, test)),
			"OR",
		);
	}

	/** A test of any scalar. The texts of an event are gathered once for all such tests, and only where some test asks for them. */
	function eventTestSql(test: Test): string {
		const texts: Values = { many: true, sql: "texts" };
		const required = test.kind === "text" ? requiredText(test, unescapedText) : "";
		const asked = required === "" ? "true" : `(contains(low, ${bind(required)}) OR contains(low, '\\u'))`;
		asks.push(asked);
		const found =
			test.kind === "exists" ? anyOf(texts, (value) => `${value} IS NOT NULL`) : anyOf(texts, testSql(test, bind));
		return asked === "true" ? found : `CASE WHEN ${asked} THEN ${found} ELSE false END`;
	}

	function unreadSql(field: FieldRef): string {
		const some = fieldSql(field, () => (value) => `${value} IS NOT NULL`);
		const read = fieldSql(field, () => testSql({ kind: "instant", from: null, to: null }, bind));
		return `(${some} AND NOT ${read})`;
	}
}

type TextTest = Extract<ValueTest, { kind: "text" }>;

function anyOf(values: Values, test: (value: string) => string): string {
	return values.many ? anySql(values.sql, test) : `coalesce(${test(values.sql)}, false)`;
}

/** The operands in a tree as flat as can be: DuckDB bounds the depth of expressions. None is what changes nothing. */
function balanced(operands: readonly string[], operator: "AND" | "OR"): string {
	if (operands.length === 0) return operator === "AND" ? "true" : "false";
	if (operands.length === 1) return operands[0] as string;
	const middle = operands.length >> 1;
	return `(${balanced(operands.slice(0, middle), operator)} ${operator} ${balanced(operands.slice(middle), operator)})`;
}

function needsWholeEvents(exprs: readonly BoundExpr[]): boolean {
	return exprs.some((expr) => {
		if (expr.kind === "test") return expr.field === null;
		if (expr.kind === "not") return needsWholeEvents([expr.child]);
		return (expr.kind === "and" || expr.kind === "or") && needsWholeEvents(expr.children);
	});
}

/** DuckDB's columns are told apart without case, and an SQL text ends at NUL. */
function ambiguous(keys: readonly string[]): boolean {
	return (
		new Set(keys.map((key) => key.toLowerCase())).size < keys.length ||
		keys.some((key) => key === "" || key.includes("\0"))
	);
}
