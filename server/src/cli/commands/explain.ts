// `huntmark explain QUERY`: a query in plain words.
import type { Command } from "commander";
import { explain } from "../../explain/explain.ts";
import { linesOf } from "../../explain/explanation.ts";
import { addDialectOptions } from "../dialect.ts";
import { textOrJson } from "../options.ts";
import { addQueryArgument, type QueryOptions, requireQuery } from "../query.ts";
import { printable, printableJson, terminalText } from "../report/printable.ts";

interface ExplainOptions extends QueryOptions {
	readonly format: string;
}

export function addExplain(program: Command): void {
	const command = program
		.command("explain")
		.description("say in plain words what a query matches; put -- before a query that begins with a dash");
	addDialectOptions(addQueryArgument(command)).addOption(textOrJson()).action(explainQuery);
}

async function explainQuery(text: string, options: ExplainOptions): Promise<void> {
	const query = await requireQuery(text, options);
	for (const { severity, message } of query.problems)
		if (severity === "error") console.error(`warning: ${printable(message)}`);
	const explanation = explain(query);
	if (options.format === "json") {
		const { dialect } = query.tree;
		console.log(printableJson({ dialect: dialect.name, explanation, problems: query.problems }));
	} else console.log(terminalText(linesOf(explanation).join("\n")));
}
