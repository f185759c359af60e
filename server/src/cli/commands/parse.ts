// `huntmark parse`: trees and problems as JSON.
import { createInterface } from "node:readline";
import type { Command } from "commander";
import type { Dialect } from "../../base/dialect.ts";
import { refuse } from "../../base/refusal.ts";
import { type Analysis, analyse, analyseQuery } from "../../workspace/analysis.ts";
import { addDialectOptions, type DialectFlags, requireDialect } from "../dialect.ts";
import { readDocumentFile } from "../hunts.ts";
import { CliRefusal } from "../refusal.ts";
import { printableJson } from "../report/printable.ts";

interface ParseOptions extends DialectFlags {
	readonly query?: string;
	readonly batch?: true;
}

export function addParse(program: Command): void {
	const command = program
		.command("parse")
		.description("print a hunt's or a query's parts and problems as JSON")
		.argument("[hunt]", "a Markdown file, or - for standard input")
		.option("--query <query>", "a query instead of a file")
		.option("--batch", 'read JSON lines {"query", "dialect"?, "defaultOperator"?} and answer each with one line');
	addDialectOptions(command).action(parse);
}

async function parse(path: string | undefined, options: ParseOptions): Promise<void> {
	const dialect = requireDialect(options);
	if (options.batch) return parseBatch(options);
	if (options.query !== undefined) return console.log(printableJson(parsedQuery(options.query, dialect)));
	if (path === undefined)
		throw new CliRefusal(refuse("bad-input", "Nothing is named to parse.", "Name a hunt, or use --query or --batch."));
	const analysis = path === "-" ? analyse(await readStandardInput()) : (await readDocumentFile(path)).analysis;
	console.log(printableJson(parsedHunt(analysis)));
}

/** A hunt, each of its queries with its tree; the tree's spans are offsets of the query's text. */
function parsedHunt({ hunt, queries, problems }: Analysis): object {
	const expressions = new Map(queries.map(({ query, expr }) => [query, expr]));
	const analytics = hunt?.analytics.map((analytic) => ({
		...analytic,
		queries: analytic.queries.map((query) => ({ ...query, expr: expressions.get(query) ?? null })),
	}));
	return { hunt: hunt && { ...hunt, analytics }, problems };
}

function parsedQuery(text: string, dialect: Dialect): object {
	const { expr, problems } = analyseQuery(text, dialect);
	return { expr, problems, dialect: dialect.name };
}

/** One line in, one line out, in order; a line that cannot be read is answered with an `error`. */
async function parseBatch(options: DialectFlags): Promise<void> {
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
		console.log(printableJson(parsedLine(line, options), 0));
	}
}

function parsedLine(line: string, options: DialectFlags): object {
	if (line.trim() === "") return { error: "The line is empty." };
	try {
		const request = JSON.parse(line) as { readonly [key: string]: unknown } | null;
		if (typeof request?.query !== "string") return { error: 'The line has no "query" text.' };
		const { dialect, defaultOperator } = request;
		return parsedQuery(
			request.query,
			requireDialect({
				...options,
				...(typeof dialect === "string" && { dialect }),
				...(typeof defaultOperator === "string" && { defaultOperator }),
			}),
		);
	} catch (error) {
		return { error: (error as Error).message };
	}
}

async function readStandardInput(): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString("utf8");
}
