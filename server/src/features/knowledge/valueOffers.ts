// Values that a hunter may write for a field, by its type and by what its vendor documents.
import type { FieldType } from "../../base/fieldType.ts";
import type { ComparisonText } from "../../syntax/tree.ts";
import type { FieldValues } from "../../taxonomies/defineTaxonomy.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";

export interface ValueOffer {
	readonly value: string;
	/** What it means, on one line. */
	readonly detail: string;
	/** Whether it is a range, whose characters stand for themselves. */
	readonly range: boolean;
}

/** Empty where nothing is known of the field's values, or the comparison takes none of them. */
export function valueOffers(
	field: string,
	comparison: ComparisonText,
	{ meaningsOf }: Vocabulary,
): readonly ValueOffer[] {
	const offers = new Map<string, ValueOffer>();
	const oneEnded = /[<>]/.test(comparison);
	for (const { taxonomy, field: known } of meaningsOf(field)) {
		const documented = oneEnded ? {} : (known.values ?? {});
		for (const [value, meaning] of Object.entries(documented))
			offers.set(value, offer(value, `${meaning} · ${taxonomy.title}`));
		for (const each of ofType(known.type, comparison, oneEnded)) offers.set(each.value, each);
	}
	return [...offers.values()];
}

function ofType(type: FieldType, comparison: ComparisonText, oneEnded: boolean): readonly ValueOffer[] {
	switch (type) {
		case "boolean":
			return oneEnded ? [] : truths;
		case "date":
			return oneEnded ? moments : stretches;
		case "ip":
			// A whole value is an address, never a network.
			return oneEnded || comparison === ":=" ? [] : networks;
		default:
			return [];
	}
}

const offersOf = (values: FieldValues): readonly ValueOffer[] =>
	Object.entries(values).map(([value, detail]) => offer(value, detail));

const truths = offersOf({ true: "yes", false: "no" });

const moments = offersOf({
	"now-24h": "24 hours ago",
	"now-7d": "seven days ago",
	"now-30d": "thirty days ago",
	"now/d": "today, UTC",
	"now-1d/d": "yesterday, UTC",
});

const stretches = offersOf({
	"[now-24h TO now]": "the last 24 hours",
	"[now-7d TO now]": "the last seven days",
	"[now-30d TO now]": "the last thirty days",
	"[now/d TO now]": "today, UTC",
	"[now-1d/d TO now-1d/d]": "yesterday, UTC",
});

const networks = offersOf({
	"10.0.0.0/8": "private",
	"172.16.0.0/12": "private",
	"192.168.0.0/16": "private",
	"127.0.0.0/8": "this computer",
	"169.254.0.0/16": "link-local",
	"fc00::/7": "private, IPv6",
	"fe80::/10": "link-local, IPv6",
});

function offer(value: string, detail: string): ValueOffer {
	return { value, detail, range: value.startsWith("[") };
}
