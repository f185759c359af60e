// `huntmark lsp --stdio`: the language server for any editor.
import type { Command } from "commander";

export function addLsp(program: Command): void {
	program
		.command("lsp")
		.description("the language server, over standard input and output")
		.requiredOption("--stdio", "speak over standard input and output")
		.action(async () => {
			// Loaded only here, so that the other commands start without it.
			const { startLanguageServer } = await import("../../lsp/server.ts");
			startLanguageServer("stdio");
		});
}
