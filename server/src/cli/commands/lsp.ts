// `huntmark lsp --stdio`: the language server for any editor.
import type { Command } from "commander";
import { startLanguageServer } from "../../lsp/server.ts";

export function addLsp(program: Command): void {
	program
		.command("lsp")
		.description("the language server, over standard input and output")
		.requiredOption("--stdio", "speak over standard input and output")
		.action(() => startLanguageServer("stdio"));
}
