// A query that is named on the command line.
import type { Command } from "commander";
import { refuse } from "../base/refusal.ts";
import type { Config } from "../config/config.ts";
import { taxonomyIds, vocabularyFor } from "../config/vocabulary.ts";
import { nodeFiles } from "../host/nodePorts.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { type AnalysedQuery, analyseQuery } from "../workspace/analysis.ts";
import { configFor } from "../workspace/configFor.ts";
import { brokenBecause } from "../workspace/targets.ts";
import { type DialectFlags, requireDialect } from "./dialect.ts";
import { CliRefusal } from "./refusal.ts";
import { printable } from "./report/printable.ts";
import { tell, uriOf } from "./world.ts";

/** The options of a query that is named. */
export interface QueryOptions extends DialectFlags {
	readonly taxonomy?: string;
}

/** Adds `<query>` and `--taxonomy`; a query that is taken for an option is told how it is written. */
export function addQueryArgument(command: Command): Command {
	const withTaxonomy = command.option("--taxonomy <id>", "whose names the query uses (default: any taxonomy's)");
	return withTaxonomy.argument("<query>").exitOverride((error) => {
		if (error.code === "commander.unknownOption" && /'-[^-]/.test(error.message))
			console.error("Put -- before a query that begins with a dash, and options before the --.");
		throw error;
	});
}

/**
 * The query as the options and the `huntmark.json` near the working folder say, its warnings printed to stderr.
 * @throws CliRefusal where it is empty or has an error, or an option names what there is not; an unknown field is left to
 * the caller
 */
export async function requireQuery(text: string, options: QueryOptions): Promise<AnalysedQuery> {
	const { config } = await configFor({ files: nodeFiles([]), log: tell }, uriOf("huntmark.json"));
	const vocabulary = requireVocabulary(options, config);
	const query = analyseQuery(text, requireDialect(options, config), { catalog: null, config, vocabulary });
	if (!query.tree.root)
		throw new CliRefusal(refuse("bad-query", "The query is empty.", "Write one, such as 'image_path:bitsadmin.exe'."));
	const broken = brokenBecause(text, query.problems).at(0);
	if (broken) throw new CliRefusal(broken);
	for (const { severity, message } of query.problems)
		if (severity === "warning") console.error(`warning: ${printable(message)}`);
	return query;
}

function requireVocabulary({ taxonomy }: QueryOptions, config: Config): Vocabulary {
	const ids = taxonomyIds(config);
	if (taxonomy !== undefined && !ids.some((id) => id.toLowerCase() === taxonomy.toLowerCase()))
		throw new CliRefusal(refuse("bad-input", `There is no taxonomy ${taxonomy}.`, `Use one of ${ids.join(", ")}.`));
	return vocabularyFor(config, taxonomy ?? null);
}
