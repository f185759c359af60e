// Makes elements. Text goes in as text nodes only: there is no way to pass markup.

type Child = Node | string | null | undefined;

/** An element with attributes (`false` and `undefined` leave one out, `true` sets it empty) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === false || value === undefined) continue;
		made.setAttribute(name, value === true ? "" : String(value));
	}
	for (const child of children) if (child !== null && child !== undefined) made.append(child);
	return made;
}

/** A button with words and what pressing it does. */
export function button(
	attributes: Readonly<Record<string, string | number | boolean | undefined>>,
	text: string,
	onPress: () => void,
): HTMLButtonElement {
	const made = element("button", { type: "button", ...attributes }, text);
	made.addEventListener("click", onPress);
	return made;
}

/** A whole number as people read it. */
export function count(value: number): string {
	return value.toLocaleString("en-US");
}

/** `1 event`, `2 events`. */
export function plural(value: number, noun: string): string {
	return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}
