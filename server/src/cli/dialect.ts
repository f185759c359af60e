// Which dialects the command line takes.
import { type Command, Option } from "commander";
import { type Dialect, dialectNames, dialectOf, isDialectName } from "../base/dialect.ts";
import { refuse } from "../base/refusal.ts";
import { type Config, emptyConfig } from "../config/config.ts";
import { CliRefusal } from "./refusal.ts";

/** The options that say how a query is read. */
export interface DialectFlags {
	readonly dialect?: string;
	readonly defaultOperator?: string;
	readonly es?: true;
}

/** Adds `--dialect`, `--default-operator` and `--es`. */
export function addDialectOptions(command: Command): Command {
	return command
		.option("--dialect <name>", `the query's dialect: ${dialectNames.join(", ")} (default: redcloak)`)
		.addOption(
			new Option("--default-operator <operator>", "what two clauses side by side mean in lucene (default: OR)").choices(
				["OR", "AND"],
			),
		)
		.option("--es", "read lucene as Elasticsearch and OpenSearch do");
}

/**
 * The dialect that the options name; what they leave open is as the configuration has it.
 * @throws CliRefusal for a dialect or an operator that is not known
 */
export function requireDialect(
	{ dialect, defaultOperator, es }: DialectFlags,
	config: Pick<Config, "dialect" | "lucene"> = emptyConfig,
): Dialect {
	const name = dialect ?? config.dialect;
	const operator = defaultOperator?.toUpperCase() ?? config.lucene.defaultOperator ?? "OR";
	if (operator !== "AND" && operator !== "OR")
		throw new CliRefusal(refuse("bad-input", `There is no operator ${defaultOperator}.`, "Use AND or OR."));
	if (!isDialectName(name))
		throw new CliRefusal(refuse("bad-input", `There is no dialect ${name}.`, `Use one of ${dialectNames.join(", ")}.`));
	return dialectOf(name, { defaultOperator: operator, es: es ?? config.lucene.es ?? false });
}
