// The JSON Schema of `huntmark.json`: what an editor completes and explains in it.
import { toJsonSchema } from "@valibot/to-json-schema";
import { configSchema, severityNames } from "../../server/src/config/schema.ts";
import type { Rule } from "../../server/src/lint/defineRule.ts";
import { severityText } from "../../server/src/lint/severityText.ts";

/** The schema's text; the ids of rules are keys of their own, so that they are completed. */
export function configJsonSchema(rules: readonly Rule[]): string {
	const { properties = {}, ...schema } = toJsonSchema(configSchema, { ignoreActions: ["check"] });
	const ofRules = {
		...(properties.rules as object),
		properties: Object.fromEntries(
			rules.map((rule) => [
				rule.id,
				{ enum: severityNames, description: `Usually ${severityText(rule)}. ${rule.docs}` },
			]),
		),
		propertyNames: undefined,
		additionalProperties: false,
	};
	const title = "Huntmark: how the hunts of a folder are read, checked and run";
	const whole = {
		...schema,
		title,
		properties: { ...properties, rules: ofRules },
		allowComments: true,
		allowTrailingCommas: true,
	};
	return `${JSON.stringify(whole, null, "\t")}\n`;
}
