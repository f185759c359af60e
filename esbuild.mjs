// Makes the bundles in out/: the client, the results view, the server, the command line, the runner, the editor's tests.
import { existsSync } from "node:fs";
import { build } from "esbuild";

/** @type {import("esbuild").BuildOptions} */
const common = { bundle: true, minify: true, sourcemap: false, logLevel: "warning", legalComments: "none" };
// Some packages ask for import.meta.url, which a CommonJS bundle does not have; it stands for the bundle's own place.
const here = {
	define: { "import.meta.url": "bundleUrl" },
	banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
};
/** @type {import("esbuild").BuildOptions} */
const node = { ...common, platform: "node", format: "cjs", target: "node18", mainFields: ["module", "main"] };

// The command line's entry starts the runner before the rest is even compiled, so the rest is a file of its own.
/** @type {import("esbuild").Plugin} */
const programApart = {
	name: "program-apart",
	setup: ({ onResolve }) =>
		onResolve({ filter: /^\.\/program\.ts$/ }, () => ({ path: "./program.cjs", external: true })),
};

const bundles = [
	{ ...node, entry: "client/src/extension.ts", outfile: "out/client/extension.cjs", external: ["vscode"] },
	{ ...common, entry: "client/webview/results.ts", outfile: "out/client/webview/results.js", target: "chrome120" },
	{ ...common, entry: "client/webview/results.css", outfile: "out/client/webview/results.css", target: "chrome120" },
	...[
		"lsp/main:main",
		"cli/main:cli",
		"cli/program:program",
		"runner/main:runner",
		"runner/profile/worker:profiler",
	].map((names) => {
		const [source, name] = names.split(":");
		return {
			...node,
			...here,
			entry: `server/src/${source}.ts`,
			outfile: `out/server/${name}.cjs`,
			// The native library is a file of its own platform.
			external: ["@duckdb/node-bindings"],
			plugins: [programApart],
		};
	}),
	{ ...node, entry: "test/e2e/suite.ts", outfile: "out/test/e2e.cjs", external: ["vscode", "mocha"] },
];

for (const { entry, ...options } of bundles) {
	if (!existsSync(entry)) {
		console.warn(`not built: ${entry} does not exist yet`);
		continue;
	}
	await build({ ...options, entryPoints: [entry] });
}
