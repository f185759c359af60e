// Checks of the editing features: the only callers of their functions in tests. `<|>` marks the cursor.
import assert from "node:assert/strict";
import type { CodeFix } from "../../server/src/features/codeActions.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { completion } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { type HuntSymbol, outline } from "../../server/src/features/knowledge/outline.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { type Analysis, analyse, noContext } from "../../server/src/workspace/analysis.ts";

const cursor = "<|>";

/** A source of 2,000 events; `counts`: in how many each field has a value. */
export function catalogOf(counts: Readonly<Record<string, number>>): FieldCatalog {
	const fields = Object.entries(counts).map(([name, filled]) => ({
		name,
		paths: [name.split(".")],
		type: "text" as const,
		repeated: false,
		filled,
	}));
	return { fields: fields.sort((a, b) => (a.name < b.name ? -1 : 1)), events: 2000 };
}

/** A document in which the query stands under an analytic. Text that is a document already stays as it is. */
export function huntOf(query: string): string {
	return /^(?:#|---\n)/.test(query) ? query : `# Hunt\n\n## Analytic 1 - One\n\n\`${query}\`\n`;
}

/** At the cursor, a hover on `part` with this text; `null`: none. `expected` may leave out what follows ` …`. */
export function checkHover(
	marked: string,
	expected: readonly [part: string, markdown: string] | null,
	catalog?: FieldCatalog,
) {
	const { analysis, offset } = atCursor(marked, catalog);
	const found = hover(analysis, offset);
	const got = found && ([analysis.text.slice(...found.span), found.markdown] as const);
	if (!got || !expected?.[1].endsWith(" …")) return assert.deepEqual(got, expected);
	const start = expected[1].slice(0, -2);
	assert.deepEqual([got[0], got[1].slice(0, start.length)], [expected[0], start]);
}

/** What is offered at the cursor in place of `part`: labels, of which `expected` may be the first ones, up to `…`. */
export function checkCompletion(
	marked: string,
	expected: readonly [part: string, labels: string] | null,
	catalog?: FieldCatalog,
) {
	const { analysis, offset } = atCursor(marked, catalog);
	const found = completion(analysis, offset);
	const labels = found?.items.map(({ label }) => label) ?? [];
	const wanted =
		expected?.[1]
			.replace(/,? ?…$/, "")
			.split(", ")
			.filter(Boolean) ?? [];
	const shown = expected?.[1].endsWith("…") ? labels.slice(0, wanted.length) : labels;
	assert.deepEqual(found && [analysis.text.slice(...found.span), shown], expected && [expected[0], wanted]);
}

/** The text after the item with this label was accepted at the cursor. */
export function checkAccepted(marked: string, label: string, expected: string, catalog?: FieldCatalog) {
	const { analysis, offset } = atCursor(marked, catalog);
	const found = completion(analysis, offset);
	const item = found?.items.find((each) => each.label === label);
	assert.ok(found && item, `${label} is offered`);
	assert.equal(applied(analysis.text, [{ span: found.span, text: item.insert }]), huntOf(expected));
}

/** The fixes at the cursor with the text that each gives. */
export function checkFixes(marked: string, expected: Readonly<Record<string, string>>) {
	const { analysis, offset } = atCursor(marked);
	const fixes = codeActions(analysis, [offset, offset])
		// Ignoring a problem is offered for each, whatever its rule.
		.filter(({ title }) => !title.startsWith("Ignore "))
		.map((fix): [string, string] => [fix.title, applied(analysis.text, fix.edits)]);
	assert.deepEqual(
		Object.fromEntries(fixes),
		Object.fromEntries(Object.entries(expected).map(([title, text]) => [title, huntOf(text)])),
	);
}

/** The outline, one symbol a line, indented under its parent, with the stretch that it covers as its first and last line. */
export function checkSymbols(text: string, expected: readonly string[]) {
	const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
	const listed = (list: readonly HuntSymbol[], indent: string): string[] =>
		list.flatMap(({ name, kind, span, selection, children }) => {
			assert.ok(span[0] <= selection[0] && selection[1] <= span[1], `${name}: its name is in it`);
			for (const child of children)
				assert.ok(span[0] <= child.span[0] && child.span[1] <= span[1], `${child.name} is in ${name}`);
			return [`${indent}${kind} ${name} ${lineOf(span[0])}-${lineOf(span[1])}`, ...listed(children, `${indent}  `)];
		});
	assert.deepEqual(listed(outline(analyse(text)), ""), expected);
}

function atCursor(marked: string, catalog?: FieldCatalog): { readonly analysis: Analysis; readonly offset: number } {
	const text = huntOf(marked);
	const offset = text.indexOf(cursor);
	assert.ok(offset >= 0, "the fixture has a cursor");
	return {
		analysis: analyse(text.replace(cursor, ""), null, { ...noContext, catalog: catalog ?? null }),
		offset,
	};
}

function applied(text: string, edits: CodeFix["edits"]): string {
	return edits.reduceRight(
		(result, { span, text: put }) => result.slice(0, span[0]) + put + result.slice(span[1]),
		text,
	);
}
