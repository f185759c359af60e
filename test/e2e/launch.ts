// What both launchers are given.

/** One start of VS Code. */
export interface Launch {
	/** Of this launch alone; removed where every test passed. */
	readonly folder: string;
	readonly workspace: string;
	readonly vsix: string;
	/** A development extension with nothing in it: it only carries the tests. */
	readonly testExtension: string;
	/** The module whose `run` VS Code calls. */
	readonly tests: string;
	readonly trusted: boolean;
	/** Where the suite writes its outcomes. */
	readonly report: string;
}
