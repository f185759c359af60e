// What a source of a few events holds.
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";

/** The catalog that an engine would find in these events. */
export function catalogOf(events: readonly unknown[]): FieldCatalog {
	const paths = new Map<string, Map<string, readonly string[]>>();
	const visit = (value: unknown, path: readonly string[]): void => {
		if (Array.isArray(value)) {
			for (const element of value) visit(element, path);
			return;
		}
		if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
			for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
			return;
		}
		const name = path.join(".");
		paths.set(name, (paths.get(name) ?? new Map()).set(JSON.stringify(path), path));
	};
	for (const event of events) visit(event, []);
	const fields = [...paths].map(([name, chains]) => {
		return { name, paths: [...chains.values()], type: "text", repeated: false, filled: 1 } as const;
	});
	return { fields: fields.sort((a, b) => (a.name < b.name ? -1 : 1)), events: events.length };
}
