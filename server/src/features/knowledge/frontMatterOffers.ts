// Keys of the front matter, and the values that each may have.
import { dialectNames } from "../../base/dialect.ts";
import { taxonomyIds } from "../../config/vocabulary.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import type { Offer } from "./offer.ts";
import { tacticOffers, techniqueOffers } from "./techniqueOffers.ts";

export const frontMatterKeys: readonly Offer[] = [
	{ value: "id", detail: "What other hunts call it, such as H-0042" },
	{ value: "title", detail: "Its title, where no heading says it" },
	{ value: "techniques", detail: "What it looks for: ids of MITRE ATT&CK" },
	{ value: "tactics", detail: "What that is done for: names of MITRE ATT&CK" },
	{ value: "taxonomy", detail: "Whose field names its queries use" },
	{ value: "dialect", detail: "The language of its queries" },
	{ value: "status", detail: "How far it is" },
	{ value: "lookback", detail: "How far back it looks, such as 30d" },
	{ value: "parameters", detail: "What {{name}} stands for in its queries" },
	{ value: "watchlists", detail: "Where the detections are that exist already" },
	{ value: "huntmark", detail: "true: this is a hunt, whatever is in it" },
];

/** Empty for a key with values of one's own. */
export function frontMatterValues(key: string, { config }: Analysis): readonly Offer[] {
	switch (key) {
		case "techniques":
		case "technique":
			return techniqueOffers(config.techniques);
		case "tactics":
		case "tactic":
			return tacticOffers(config.techniques);
		case "taxonomy":
			return taxonomyIds(config).map((value) => ({ value, detail: "" }));
		case "dialect":
			return dialectNames.map((value) => ({ value, detail: "" }));
		case "status":
			return ["draft", "active", "retired"].map((value) => ({ value, detail: "" }));
		case "huntmark":
			return [{ value: "true", detail: "This is a hunt" }];
		default:
			return [];
	}
}
