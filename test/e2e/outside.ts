// The hands and eyes outside the workbench: what the suite inside asks Playwright to do and to read.
import { createServer, type IncomingMessage } from "node:http";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "playwright-core";

/** What can be asked for. Each answers a text or refuses by throwing. */
export interface Outside {
	/** The texts of the rows on the screen, one a line. */
	rows(): Promise<string>;
	/** Goes to the end with the keyboard; the text of the last row, once its event has arrived. */
	lastRow(): Promise<string>;
	/** Chooses the first event on the screen; the text of its detail. */
	firstEvent(): Promise<string>;
	/** The text of the whole results view, once this text stands in it: the view draws after its host knows. */
	view(awaited: string): Promise<string>;
	/** Presses the button with this name in the results view. */
	press(name: string): Promise<string>;
	/** Picks the entry with this text in the open list of the workbench. */
	pick(text: string): Promise<string>;
	/** Texts of the notifications in the open list of them. */
	notifications(): Promise<string>;
	/** Rests the pointer on the last such word in the editor until its hover shows the text of the second line; all of its text. */
	hover(wordAndAwaited: string): Promise<string>;
	/** The hover that the editor shows, once it has this text. */
	hoverShown(awaited: string): Promise<string>;
	/** What assistive software reads of our status item, once it has this text. Empty: once it is hidden. */
	status(awaited: string): Promise<string>;
	/** The lines of the editor that are on the screen, with what stands between their words, once they have this text. */
	lines(awaited: string): Promise<string>;
	/** The entries of the open completion list, one a line, once one has this text. */
	suggestions(awaited: string): Promise<string>;
	/** The colours of these words of the editor, each once it is a piece by itself that has one of its own; one a line. */
	colours(words: string): Promise<string>;
	/** Saves a picture of the window in out/screenshots. */
	screenshot(name: string): Promise<string>;
	/** Dialogs, violations of the view's policy and elements that event text should not have become. */
	trouble(): Promise<string>;
}

/** Serves these over HTTP on loopback for the suite; resolves to its address. `window` is asked at the first question. */
export async function serveOutside(window: () => Promise<Page>): Promise<{ readonly url: string; close(): void }> {
	let ready: Promise<Outside> | undefined;
	const server = createServer(async (request, response) => {
		const name = (request.url ?? "").slice(1);
		try {
			ready ??= window().then(createOutside);
			const outside = await ready;
			if (!(name in outside)) throw new Error(`nothing outside is called ${name}`);
			response.end(await outside[name as keyof Outside](await bodyOf(request)));
		} catch (error) {
			response.statusCode = 500;
			response.end(error instanceof Error ? error.message : String(error));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function createOutside(page: Page): Outside {
	const seen: string[] = [];
	// Sooner than the tests': so that it says what was waited for.
	page.setDefaultTimeout(20_000);
	page.on("dialog", (dialog) => {
		seen.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("console", (message) => {
		if (message.text().includes("Content Security Policy") && message.text().includes("'nonce-"))
			seen.push(message.text());
	});

	return {
		async rows() {
			const frame = await viewFrame(page);
			await frame.locator(".slick-row:not(.waiting)").first().waitFor();
			return (await frame.locator(".slick-row").allTextContents()).join("\n");
		},
		async lastRow() {
			const frame = await viewFrame(page);
			await frame.locator(".slick-row:not(.waiting) .slick-cell").nth(1).click();
			await page.keyboard.press("Control+End");
			const rowCount = await frame.locator("[role=grid]").getAttribute("aria-rowcount");
			const last = frame.locator(`[role=row][aria-rowindex="${rowCount}"]:not(.waiting)`);
			await last.waitFor();
			return (await last.textContent()) ?? "";
		},
		async firstEvent() {
			const frame = await viewFrame(page);
			await frame.locator(".slick-row:not(.waiting) .slick-cell").nth(1).click();
			await frame.locator(".detail table").waitFor();
			return (await frame.locator(".detail").textContent()) ?? "";
		},
		async view(awaited) {
			const frame = await viewFrame(page);
			await frame.locator("body", { hasText: awaited }).waitFor();
			return frame.evaluate<string>("document.body.innerText");
		},
		async press(name) {
			const frame = await viewFrame(page);
			await frame.getByRole("button", { name }).click();
			return "";
		},
		async pick(text) {
			await page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first().click();
			return "";
		},
		async notifications() {
			const messages = page.locator(".notifications-center .notification-list-item-message");
			await messages.first().waitFor();
			return (await messages.allTextContents()).join("\n");
		},
		async hover(wordAndAwaited) {
			const [word = "", awaited = ""] = wordAndAwaited.split("\n");
			const whole = new RegExp(`^\\s*${word}\\s*$`);
			const shown = page.locator(".monaco-hover:not(.hidden)", { hasText: awaited }).first();
			// A redraw of the editor, as after another theme, takes the hover away: so the pointer comes again.
			for (let tries = 1; ; tries++) {
				// What is shown already would be taken for the answer.
				await page.mouse.move(4, 4);
				const old = page.locator(".monaco-hover:not(.hidden)").first();
				await old.waitFor({ state: "hidden", timeout: 2000 }).catch(() => page.keyboard.press("Escape"));
				await page.locator(".view-line span", { hasText: whole }).last().hover();
				const found = await shown.waitFor({ timeout: 4000 }).then(
					() => true,
					() => false,
				);
				if (found) return (await shown.textContent()) ?? "";
				if (tries === 4) throw new Error(`no hover of ${word} shows ${awaited}`);
			}
		},
		async hoverShown(awaited) {
			const shown = page.locator(".monaco-hover:not(.hidden)", { hasText: awaited }).first();
			await shown.waitFor();
			return (await shown.textContent()) ?? "";
		},
		async status(awaited) {
			const item = page.locator(`[id="huntmark.huntmark.huntmark.status"]`);
			if (awaited === "") {
				await item.waitFor({ state: "hidden" });
				return "";
			}
			const words = item.locator(`[aria-label*="${awaited}"]`).first();
			await words.waitFor();
			return (await words.getAttribute("aria-label")) ?? "";
		},
		async lines(awaited) {
			const lines = page.locator(".editor-instance .view-lines").first();
			await lines.filter({ hasText: new RegExp(patternOf(awaited)) }).waitFor();
			return ((await lines.textContent()) ?? "").replaceAll("\u00a0", " ");
		},
		async suggestions(awaited) {
			const rows = page.locator(".suggest-widget.visible .monaco-list-row");
			await rows.filter({ hasText: awaited }).first().waitFor();
			return (await rows.allInnerTexts()).map((row) => row.replaceAll("\n", " ")).join("\n");
		},
		async colours(words) {
			const colours: string[] = [];
			for (const word of words.split("\n")) {
				const whole = new RegExp(`^\\s*${patternOf(word)}\\s*$`);
				const piece = page.locator(".view-line span span", { hasText: whole }).last();
				await piece.waitFor();
				colours.push(await piece.evaluate((element) => Reflect.get(globalThis, "getComputedStyle")(element).color));
			}
			return colours.join("\n");
		},
		async screenshot(name) {
			const path = fileURLToPath(new URL(`../../out/screenshots/${name}.png`, import.meta.url));
			await page.screenshot({ path });
			return path;
		},
		async trouble() {
			const frame = await viewFrame(page);
			const elements = await frame.locator("#root img, #root script, #root iframe, #root a").count();
			return [...seen, ...(elements === 0 ? [] : [`${elements} elements that are not ours`])].join("\n");
		},
	};
}

/** The text as an expression; the editor writes blanks that do not break. */
function patternOf(text: string): string {
	return text.replace(/[^\w\s]/g, "\\$&").replaceAll(" ", "\\s");
}

/** A webview is a frame in a frame; ours is the one with the view's root in it. */
async function viewFrame(page: Page): Promise<Frame> {
	const deadline = Date.now() + 20_000;
	while (Date.now() < deadline) {
		for (const frame of page.frames()) {
			const holds = await frame.$("#root .split").catch(() => null);
			if (holds) return frame;
		}
		await page.waitForTimeout(100);
	}
	throw new Error("the results view is not on the screen");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString("utf8");
}
