// A known field that the chosen source has nowhere, or nearly nowhere.

import { defineRule } from "../defineRule.ts";
import type { Presence } from "../reading/fields.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "field-not-in-data",
	severity: "warning",
	docs: "A taxonomy knows the name, but the chosen source has it in no event, under none of its names, or in less than one of a hundred. No result then says little: perhaps the sensor does not record it. And a negated clause matches every event without the field.",
	bad: ["source_mac:x", "sensor_type:x", "f:x AND _exists_:source_mac"],
	good: ["destination_mac:x", "f:x AND _exists_:sensor_type"],
	check(context) {
		const { catalog } = context.fields;
		if (!catalog) return;
		const said = new Set<string>();
		forEachMatch(context, ({ field, value }, leaf) => {
			if (field === null || said.has(field)) return;
			const presence = context.fields.presence(field);
			// Whoever asks whether a field is there knows that it may not be.
			const message = presence && messageFor(field, presence, catalog.events, value.kind === "exists");
			if (!message) return;
			said.add(field);
			context.report(leaf.field?.name === "_exists_" ? leaf.literal.span : (leaf.field?.span ?? leaf.span), message);
		});
	},
});

function messageFor(name: string, { kind, filled }: Presence, events: number, isAsked: boolean): string | null {
	if (kind === "absent" && events > 0)
		return `No event of the source has \`${name}\` or another name for it: the clause matches nothing, its negation everything.`;
	if (kind !== "found" || isAsked || filled * 100 >= events) return null;
	return `Only ${filled} of ${events} events of the source have \`${name}\`: that little is found says little, and a negation matches nearly everything.`;
}
