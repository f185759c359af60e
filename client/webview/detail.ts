// The event at the right of the grid: its fields as a table, and its own text.
import type { EventAnswer, Refusal } from "../../server/src/protocol/requests.ts";
import type { Row, Run } from "../../server/src/protocol/run.ts";
import { button, count, element } from "./element.ts";
import { eventFields } from "./eventFields.ts";
import { prose } from "./prose.ts";
import { visible } from "./visible.ts";

export interface Detail {
	readonly node: HTMLElement;
	/** Shows one event of a run. */
	show(row: Row, run: Run, fetch: () => Promise<EventAnswer | Refusal>): void;
	clear(): void;
	focus(): void;
}

/** Text that is longer is cut on the screen, and says so. */
const shownCharacters = 100_000;

/** Made once; an answer for an event that is not in front any more is dropped. */
export function createDetail(): Detail {
	const head = element("div", { class: "detail-head" });
	const body = element("div", { class: "detail-body", tabindex: 0, role: "region", "aria-label": "Event" });
	const node = element("section", { class: "detail", "aria-label": "Event detail" }, head, body);
	let version = 0;
	let raw = false;

	function clear(): void {
		version++;
		head.replaceChildren();
		body.replaceChildren(element("p", { class: "quiet" }, "Choose an event to see all of its fields."));
	}

	async function show(row: Row, run: Run, fetch: () => Promise<EventAnswer | Refusal>): Promise<void> {
		const mine = ++version;
		const answer = await fetch();
		if (mine !== version) return;
		if (!("text" in answer)) {
			head.replaceChildren(placeOf(row));
			body.replaceChildren(element("p", { class: "quiet" }, ...prose(`${answer.detail} ${answer.remedy}`)));
			return;
		}
		present(row, run, answer.text);
	}

	function present(row: Row, run: Run, text: string): void {
		const fields = eventFields(text);
		const choice = (label: string, isRaw: boolean): HTMLElement =>
			button({ class: "toggle", "aria-pressed": String(raw === isRaw) }, label, () => {
				raw = isRaw;
				present(row, run, text);
			});
		head.replaceChildren(
			placeOf(row),
			...(fields ? [element("span", { class: "toggles" }, choice("Fields", false), choice("JSON", true))] : []),
		);
		body.replaceChildren(raw || !fields ? rawText(text) : fieldTable(fields, run));
		body.scrollTop = 0;
	}

	clear();
	return {
		node,
		show: (row, run, fetch) => void show(row, run, fetch),
		clear,
		focus: () => body.focus(),
	};
}

function placeOf(row: Row): HTMLElement {
	const name = row.file.split(/[\\/]/).at(-1) ?? row.file;
	return element(
		"span",
		{ class: "place", title: `${visible(row.file)}, line ${count(row.line)}` },
		`${visible(name)} · line ${count(row.line)}`,
	);
}

/** Fields that the hunt asks for stand first. */
function fieldTable(fields: ReturnType<typeof eventFields> & object, run: Run): HTMLElement {
	const asked = new Map(run.fields.flatMap(({ written, used }) => used.map((name) => [name, written] as const)));
	const ordered = [...fields.filter(({ name }) => asked.has(name)), ...fields.filter(({ name }) => !asked.has(name))];
	const rows = ordered.map(({ name, value }) => {
		const written = asked.get(name);
		const heading = element("th", { scope: "row", class: written && "asked" }, visible(name));
		if (written && written !== name) heading.append(element("span", { class: "written" }, ` ${visible(written)}`));
		return element("tr", {}, heading, element("td", {}, ...cut(value)));
	});
	return element("table", { "aria-label": "Fields of the event" }, element("tbody", {}, ...rows));
}

function rawText(text: string): HTMLElement {
	return element("pre", {}, ...cut(indented(text)));
}

/** Line breaks and blanks between the tokens of a JSON text; the tokens themselves stay as they are. */
function indented(text: string): string {
	let depth = 0;
	return text.trim().replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]|\s+/g, (token) => {
		if (token.startsWith('"')) return token;
		if (token.trim() === "") return "";
		if (token === ":") return ": ";
		if (token === "{" || token === "[") depth++;
		if (token === "}" || token === "]") depth--;
		const line = `\n${"  ".repeat(Math.max(0, depth))}`;
		return token === "}" || token === "]" ? line + token : token + line;
	});
}

function cut(text: string): readonly (Node | string)[] {
	if (text.length <= shownCharacters) return [visible(text, true)];
	const left = text.length - shownCharacters;
	return [
		visible(text.slice(0, shownCharacters), true),
		element("em", { class: "quiet" }, ` … ${count(left)} more characters are not shown here.`),
	];
}
