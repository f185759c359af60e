// `npm start`: builds, runs the sample hunts on the sample telemetry, and says how to go on.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function node(...args: string[]): void {
	execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
}

node("esbuild.mjs");
console.log("$ huntmark run samples/bits.md\n");
node("out/server/cli.cjs", "run", "samples/bits.md", "--limit", "5");
console.log(`The same in VS Code:   npm run code
Your own hunt:         npx huntmark run HUNT.md --data TELEMETRY.ndjson
All commands:          npx huntmark --help`);
