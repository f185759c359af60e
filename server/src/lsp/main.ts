// The language server's program: `--stdio`, or the channel of the process that forked it.
import { startLanguageServer } from "./server.ts";

startLanguageServer(process.argv.includes("--stdio") ? "stdio" : "ipc");
