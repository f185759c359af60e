// Reads an event's text into the fields that the detail shows.

export interface EventField {
	/** Dotted path. */
	readonly name: string;
	/** As it is written in the event, but for the quotes of a string. */
	readonly value: string;
}

/**
 * Every leaf in the event's order; lists of plain values stand in one field. Numbers keep their digits, also beyond 2^53.
 * `null` where the text is not a JSON object.
 */
export function eventFields(text: string): readonly EventField[] | null {
	let event: unknown;
	try {
		event = JSON.parse(text, keepDigits);
	} catch {
		return null;
	}
	if (typeof event !== "object" || event === null || Array.isArray(event)) return null;
	const fields: EventField[] = [];
	collect("", event, fields);
	return fields;
}

/** A number that is shown as it was written. */
class Digits {
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
	return typeof value === "number" && context?.source !== undefined ? new Digits(context.source) : value;
}

function collect(path: string, value: unknown, into: EventField[]): void {
	if (Array.isArray(value)) {
		if (value.every((item) => typeof item !== "object" || item === null || item instanceof Digits)) {
			into.push({ name: path, value: value.map(plain).join("\n") });
		} else {
			for (const [index, item] of value.entries()) collect(`${path}[${index}]`, item, into);
		}
		return;
	}
	if (typeof value === "object" && value !== null && !(value instanceof Digits)) {
		for (const [key, inner] of Object.entries(value)) collect(path === "" ? key : `${path}.${key}`, inner, into);
		return;
	}
	into.push({ name: path, value: plain(value) });
}

function plain(value: unknown): string {
	return value instanceof Digits ? value.source : String(value);
}
