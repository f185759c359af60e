// Installs the dependencies where they are missing or older than the lock file. Runs before `npm start` and `npm test` under
// whatever Node the machine has, so it uses nothing else.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${root}node_modules/.huntmark-lock`;
const lock = createHash("sha256")
	.update(readFileSync(`${root}package-lock.json`))
	.digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
	console.error("Installing the dependencies …");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	try {
		execFileSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
			cwd: root,
			stdio: ["ignore", "ignore", "inherit"],
			shell: process.platform === "win32",
		});
	} catch {
		console.error("The dependencies could not be installed. Check the connection to the npm registry and try again.");
		process.exit(1);
	}
	writeFileSync(stamp, lock);
}
