// The built results view in a headless Chromium, with a host that the test plays.
import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { resultsHtml } from "../../client/src/views/resultsHtml.ts";
import type { HostMessage, ViewMessage } from "../../server/src/protocol/view.ts";

export interface ViewPage {
	readonly page: Page;
	/** What the view has sent, in order. */
	readonly sent: readonly ViewMessage[];
	send(message: HostMessage): Promise<void>;
	/** Violations of the content policy, errors of the page, dialogs: all of them are failures. */
	readonly trouble: readonly string[];
	/** The same view after it was hidden and shown again: a new page with the memory of the old one. */
	reload(): Promise<void>;
}

const origin = "http://view.test";
const built = new URL("../../out/client/webview/", import.meta.url);

/** Where Chromium is; `CHROMIUM` names another one. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function launch(): Promise<Browser> {
	return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** `answer` plays the host: what it returns is sent back. */
export async function openView(
	browser: Browser,
	answer: (message: ViewMessage) => HostMessage | undefined | Promise<HostMessage | undefined>,
): Promise<ViewPage> {
	const context = await browser.newContext({ viewport: { width: 1200, height: 320 } });
	const page = await context.newPage();
	const sent: ViewMessage[] = [];
	const trouble: string[] = [];
	let memory: unknown;
	page.on("pageerror", (error) => trouble.push(error.message));
	page.on("dialog", (dialog) => {
		trouble.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	await page.exposeFunction("toHost", async (message: ViewMessage) => {
		sent.push(message);
		const reply = await answer(message);
		if (reply) await send(reply);
	});
	await page.exposeFunction("remember", (next: unknown) => {
		memory = next;
	});
	await page.exposeFunction("violated", (what: string) => trouble.push(what));
	await page.route(`${origin}/**`, async (route) => {
		const name = new URL(route.request().url()).pathname.slice(1);
		if (name === "") {
			const html = resultsHtml({
				nonce: "b5f1c0de",
				cspSource: origin,
				scriptUri: `${origin}/results.js`,
				styleUri: `${origin}/results.css`,
			});
			// VS Code, too, has a script before ours.
			const start = `<script type="application/json" id="memory">${JSON.stringify(memory ?? null)}</script>`;
			return route.fulfill({ contentType: "text/html", body: html.replace("<body>", `<body>${start}`) });
		}
		const type = name.endsWith(".css") ? "text/css" : "text/javascript";
		return route.fulfill({ contentType: type, body: await readFile(new URL(name, built)) });
	});
	await page.addInitScript(`
		document.addEventListener("securitypolicyviolation", (event) => violated(event.violatedDirective + " " + event.blockedURI));
		let kept;
		window.acquireVsCodeApi = () => ({
			postMessage: (message) => void toHost(message),
			getState: () => kept ?? JSON.parse(document.getElementById('memory').textContent) ?? undefined,
			setState: (next) => { kept = next; void remember(next); },
		});
	`);

	async function send(message: HostMessage): Promise<void> {
		await page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`);
	}

	await page.goto(`${origin}/`);
	return {
		page,
		sent,
		trouble,
		send,
		reload: async () => {
			await page.reload();
		},
	};
}
