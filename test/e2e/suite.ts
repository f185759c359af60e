// The end-to-end tests, as the extension host of a real VS Code runs them. What the window shows is asked of Playwright outside.
import { writeFileSync } from "node:fs";
import Mocha from "mocha";
import { editing } from "./editing.ts";
import { outside } from "./editor.ts";
import { looks } from "./looks.ts";
import { navigation } from "./navigation.ts";
import { quiet } from "./quiet.ts";
import { results } from "./results.ts";
import { saving } from "./saving.ts";
import { typing } from "./typing.ts";
import { untrusted } from "./untrusted.ts";
import { writing } from "./writing.ts";

/** What one test came to; `run.ts` prints it. */
export interface Outcome {
	readonly title: string;
	readonly state: "passed" | "failed" | "pending";
	readonly milliseconds: number;
	readonly error?: string;
}

/** Called by VS Code. Writes the outcomes to the file that HUNTMARK_E2E_REPORT names. */
export async function run(): Promise<void> {
	const mocha = new Mocha({ ui: "bdd", timeout: 30_000, grep: process.env.HUNTMARK_E2E_GREP ?? "" });
	mocha.suite.emit("pre-require", globalThis, "", mocha);
	afterEach(async function () {
		const { currentTest } = this;
		if (currentTest?.state === "failed")
			await outside("screenshot", `failed ${currentTest.fullTitle()}`.replace(/\W+/g, "-"));
	});
	if (process.env.HUNTMARK_E2E_TRUST === "untrusted") describe("without trust", untrusted);
	else {
		describe("editing", editing);
		describe("typing", typing);
		describe("saving", saving);
		describe("navigation", navigation);
		describe("writing", writing);
		describe("quiet", quiet);
		describe("looks", looks);
		describe("results", results);
	}
	const outcomes: Outcome[] = [];
	await new Promise<void>((resolve) => {
		const runner = mocha.run(() => resolve());
		const note = (test: Mocha.Test, error?: Error): void => {
			const state = test.state ?? "pending";
			const milliseconds = test.duration ?? 0;
			const failure = error ? { error: error.stack ?? error.message } : {};
			outcomes.push({ title: test.fullTitle(), state, milliseconds, ...failure });
			// After each: what is known survives a suite that does not end.
			writeFileSync(process.env.HUNTMARK_E2E_REPORT ?? "", JSON.stringify(outcomes));
		};
		runner.on("pass", (test) => note(test));
		runner.on("pending", (test) => note(test));
		runner.on("fail", note);
	});
}
