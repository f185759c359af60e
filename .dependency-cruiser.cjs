// Who may import whom; ARCHITECTURE.md says why. One line a room.
const room = (name) => `^server/src/${name}(/|\\.ts$)`;
const base = "base";
const pure = [
	"syntax",
	"document",
	"taxonomies",
	"attack",
	"config",
	"meaning",
	"model",
	"explain",
	"lint",
	"plan",
	"outcomes",
];

/** A room may import itself, `allowed` rooms, and packages. */
const only = (name, ...allowed) => ({
	name: `${name}-imports`,
	severity: "error",
	from: { path: room(name) },
	to: { path: "^(server|client|tools|test)/", pathNot: [name, base, ...allowed].map(room) },
});

/** Only files that match `path` may import the package. */
const keeps = (package_, ...paths) => ({
	name: `${package_}-only-there`,
	severity: "error",
	from: { path: "^(server|client)/", pathNot: paths },
	to: { path: `node_modules/${package_}(/|$)` },
});

module.exports = {
	forbidden: [
		{ name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
		{
			name: "could-not-resolve",
			severity: "error",
			from: {},
			to: { couldNotResolve: true, pathNot: "^vscode$" },
		},
		only("base"),
		only("syntax", "meaning/expr"),
		only("document", "model/print", "syntax/parse", "meaning/expr"),
		only("taxonomies"),
		only("attack", "taxonomies/lookup"),
		only("config", "taxonomies", "attack"),
		only("meaning"),
		only("model", "syntax", "meaning"),
		only("explain", "model/occurrences", "syntax", "meaning", "taxonomies"),
		only("lint", "model", "document", "syntax", "meaning", "taxonomies", "attack", "config"),
		only("protocol", "plan/plan", "taxonomies/fieldCatalog"),
		only("plan", "meaning", "taxonomies"),
		only("engines", "plan", "protocol", "taxonomies/fieldCatalog"),
		only("outcomes", "meaning", "document", "plan", "protocol", "engines/engine", "taxonomies"),
		only("workspace", ...pure, "engines/engine", "protocol"),
		only(
			"features",
			...pure,
			"workspace/analysis",
			"workspace/mentions",
			"workspace/fixAll",
			"workspace/formatDocument",
			"protocol",
		),
		only("runs", "outcomes", "engines", "protocol", "workspace/ports", "taxonomies"),
		only("service", ...pure, "runs", "workspace", "features", "engines", "protocol"),
		only("host", "workspace/ports", "engines", "protocol", "taxonomies/fieldCatalog"),
		only("runner", "plan", "meaning", "protocol", "taxonomies/fieldCatalog"),
		only("lsp", "service", "features", "workspace", "host", "protocol", "document/hunt"),
		only("cli", "service", "runs", "workspace", "host", "protocol", "lsp", ...pure),
		{
			name: "client-imports",
			severity: "error",
			from: { path: "^client/" },
			to: { path: "^(server|tools|test)/", pathNot: room("protocol") },
		},
		{
			name: "rules-stand-alone",
			severity: "error",
			from: { path: "^server/src/lint/rules/" },
			to: { path: "^server/src/lint/rules/" },
		},
		{
			name: "features-stand-alone",
			severity: "error",
			from: { path: "^server/src/features/[^/]+$" },
			to: { path: "^server/src/features/[^/]+$" },
		},
		keeps("chevrotain", room("syntax"), room("document")),
		keeps("vscode-languageserver", room("lsp")),
		keeps("@duckdb", room("runner")),
		keeps("re2js", room("meaning")),
		keeps("commander", room("cli")),
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^out/" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
	},
};
