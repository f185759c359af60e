// Which dialects the command line takes.
import { type Command, Option } from "commander";
import { type Dialect, dialectNames, dialectOf, isDialectName } from "../base/dialect.ts";
import { refuse } from "../base/refusal.ts";
import { CliRefusal } from "./refusal.ts";

/** The options that say how a query is read. */
export interface DialectOptions {
	readonly dialect: string;
	readonly defaultOperator: string;
	readonly es?: true;
}

/** Adds `--dialect`, `--default-operator` and `--es`. */
export function addDialectOptions(command: Command): Command {
	return command
		.option("--dialect <name>", `the query's dialect: ${dialectNames.join(", ")}`, "redcloak")
		.addOption(
			new Option("--default-operator <operator>", "what two clauses side by side mean in lucene")
				.choices(["OR", "AND"])
				.default("OR"),
		)
		.option("--es", "read lucene as Elasticsearch and OpenSearch do");
}

/** @throws CliRefusal for a dialect or an operator that is not known */
export function requireDialect({ dialect, defaultOperator, es }: DialectOptions): Dialect {
	const operator = defaultOperator.toUpperCase();
	if (operator !== "AND" && operator !== "OR")
		throw new CliRefusal(refuse("bad-input", `There is no operator ${defaultOperator}.`, "Use AND or OR."));
	if (!isDialectName(dialect))
		throw new CliRefusal(
			refuse("bad-input", `There is no dialect ${dialect}.`, `Use one of ${dialectNames.join(", ")}.`),
		);
	return dialectOf(dialect, { defaultOperator: operator, es: es === true });
}
