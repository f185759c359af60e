// The command line: `huntmark COMMAND …`. Results go to stdout, all else to stderr.
import type { ChildProcess } from "node:child_process";
import { Command, CommanderError } from "commander";
import { refuse } from "../base/refusal.ts";
import { addCheck } from "./commands/check.ts";
import { addExplain } from "./commands/explain.ts";
import { addFields } from "./commands/fields.ts";
import { addFmt } from "./commands/fmt.ts";
import { addLsp } from "./commands/lsp.ts";
import { addParse } from "./commands/parse.ts";
import { addRules } from "./commands/rules.ts";
import { addRun } from "./commands/run.ts";
import { addSearch } from "./commands/search.ts";
import { CliRefusal, printRefusal, systemReason } from "./refusal.ts";
import { portsWith, version } from "./world.ts";

/** Does what the process's arguments say. `runner`: one that was started already. */
export function start(runner: ChildProcess | null): void {
	const withPorts = portsWith(runner);
	const program = new Command("huntmark")
		.description("Threat hunts in Markdown, made live: checked, explained and run on real telemetry.")
		.version(version())
		.showHelpAfterError("Run huntmark --help for what there is.")
		.exitOverride()
		.configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "huntmark: ")) })
		.configureHelp({ showGlobalOptions: true });
	for (const add of [addCheck, addFmt, addRun, addSearch, addExplain, addParse, addFields, addRules, addLsp])
		add(program, withPorts);

	// A reader that has seen enough (`| head`) closes the pipe: that is no mistake.
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code === "EPIPE") process.exit(0);
		printRefusal(
			refuse("bad-input", `The results cannot be written: ${systemReason(error)}.`, "Write to another place."),
		);
		process.exit(2);
	});

	program.parseAsync().catch((error: unknown) => {
		process.exitCode = exitCodeOf(error);
	});
}

/** 0 after help and version, 2 for wrong use, a refusal or a mistake of ours. */
function exitCodeOf(error: unknown): number {
	if (error instanceof CommanderError) {
		// `--data` takes all words up to the next option, so a query behind it counts as a file.
		if (error.code === "commander.missingArgument") console.error("Put it before --data, or after --.");
		return error.exitCode === 0 ? 0 : 2;
	}
	if (error instanceof CliRefusal) printRefusal(error.refusal);
	else console.error(`huntmark failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	return 2;
}
