// What a name means in one event.
import type { Taxonomy, When } from "../../server/src/taxonomies/defineTaxonomy.ts";

/** The concepts of the name where the event's fields are these, in the taxonomy's order; none: it means nothing there. */
export function conceptsIn(taxonomy: Taxonomy, name: string, event: Readonly<Record<string, string>>): string {
	const holds = ({ field, equals, not }: When) => equals.includes(event[field] ?? "") !== (not === true);
	const meant = taxonomy.fields.filter((field) => field.name === name && (!field.when || holds(field.when)));
	return [...new Set(meant.map(({ concept }) => concept))].join(" ");
}
