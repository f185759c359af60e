// Where a field stands in the text of `huntmark.json`, and the edits that add one.
import { createScanner, findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { spanOf } from "./mistake.ts";
import type { CustomField } from "./schema.ts";

/** The name of one of the file's own fields, with its quotes; `null`: it has no such field. */
export function placeOfField(text: string, name: string): Span | null {
	const fields = fieldsIn(rootOf(text));
	const names = (fields?.children ?? []).map((field) => findNodeAtLocation(field, ["name"]));
	const found = names.find((each) => each?.value === name);
	return found ? spanOf(found) : null;
}

/**
 * The edits that add a field to the file's own, in text order; all else stays as it is, comments and layout included. An
 * empty text becomes a file. None where it has the field already, or where its text cannot be read.
 */
export function addCustomField(text: string, field: CustomField): readonly TextEdit[] {
	const item = inOneLine(field);
	if (text.trim() === "") return [{ span: [0, text.length], text: `{\n\t"fields": [\n\t\t${item}\n\t]\n}\n` }];
	const root = rootOf(text);
	const fields = fieldsIn(root);
	if (root?.type !== "object" || (fields && fields.type !== "array") || placeOfField(text, field.name)) return [];
	if (fields) return insertLast(text, fields, () => item);
	const { eol, unit } = layoutOf(text);
	return insertLast(text, root, (indent) =>
		indent === null ? `"fields": [${item}]` : `"fields": [${eol}${indent}${unit}${item}${eol}${indent}]`,
	);
}

function rootOf(text: string): Node | undefined {
	return parseTree(text, [], { allowTrailingComma: true });
}

function fieldsIn(root: Node | undefined): Node | undefined {
	return root?.type === "object" ? findNodeAtLocation(root, ["fields"]) : undefined;
}

/** `itemFor` is told how its line is indented; `null`: it has no line of its own. */
function insertLast(text: string, container: Node, itemFor: (indent: string | null) => string): readonly TextEdit[] {
	const { eol, unit } = layoutOf(text);
	const last = container.children?.at(-1);
	if (!last) {
		const outer = indentAt(text, container.offset) ?? "";
		const inner = text.slice(container.offset + 1, container.offset + container.length - 1);
		const end = /[\r\n]/.test(inner) ? "" : `${eol}${outer}`;
		return [insertion(container.offset + 1, `${eol}${outer}${unit}${itemFor(outer + unit)}${end}`)];
	}
	const end = last.offset + last.length;
	const indent = indentBefore(text, last.offset);
	if (indent === null) return [insertion(end, `, ${itemFor(null)}`)];
	const scanner = createScanner(text, true);
	scanner.setPosition(end);
	scanner.scan();
	const hasComma = text[scanner.getTokenOffset()] === ",";
	const after = hasComma ? scanner.getTokenOffset() + 1 : end;
	// A comment behind what is now the last one is about that one.
	const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/(?=[ \t]*[\r\n]))/.exec(text.slice(after))?.[0].length ?? 0;
	const added = `${eol}${indent}${itemFor(indent)}`;
	if (hasComma) return [insertion(after + comment, `${added},`)];
	return comment === 0 ? [insertion(end, `,${added}`)] : [insertion(end, ","), insertion(after + comment, added)];
}

function insertion(offset: number, text: string): TextEdit {
	return { span: [offset, offset], text };
}

/** How the line of the offset begins. */
function indentAt(text: string, offset: number): string | undefined {
	return /(?:^|[\r\n])([ \t]*)[^\r\n]*$/.exec(text.slice(0, offset))?.[1];
}

/** What stands before the offset in its line, if that is only blanks. */
function indentBefore(text: string, offset: number): string | null {
	return /[\r\n]([ \t]*)$/.exec(text.slice(0, offset))?.[1] ?? null;
}

function layoutOf(text: string): { readonly eol: string; readonly unit: string } {
	return {
		eol: /\r\n|\n/.exec(text)?.[0] ?? "\n",
		unit: /[\r\n]([ \t]+)(?=\S)/.exec(text)?.[1] ?? "\t",
	};
}

function inOneLine(value: unknown): string {
	return JSON.stringify(value, null, 1).replace(/\n */g, " ");
}
