// What in a hunt leads elsewhere: techniques, detections, references and the data of tests.

import { attackAddress } from "../attack/address.ts";
import { holds, type Span } from "../base/span.ts";
import type { Config } from "../config/config.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { type MentionKind, mentionsOf } from "../workspace/mentions.ts";

export interface Link {
	readonly span: Span;
	readonly tooltip: string;
	/** An address, or a path that is relative to the document's folder. */
	readonly target: { readonly url: string } | { readonly path: string };
}

/** In text order. */
export function links(analysis: Analysis): readonly Link[] {
	const { hunt, config } = analysis;
	if (!hunt) return [];
	const found: Link[] = [];
	const addresses = [
		...hunt.existingDetections.map(({ url }) => ({ url, tooltip: "Open the detection" })),
		...hunt.references.map(({ url }) => ({ url, tooltip: "Open the reference" })),
	];
	for (const { url, tooltip } of addresses)
		if (url && isAddress(url.text)) found.push({ span: url.span, tooltip, target: { url: url.text } });
	const taken = found.map(({ span }) => span);
	for (const { kind, key, span } of mentionsOf(analysis)) {
		const target = targetOf(kind, key, config);
		const isInAddress = taken.some((address) => holds(address, span));
		if (target && !isInAddress) found.push({ span, ...target });
	}
	return found.sort((a, b) => a.span[0] - b.span[0]);
}

function targetOf(kind: MentionKind, key: string, { sources }: Config): Omit<Link, "span"> | null {
	if (kind === "technique" || kind === "tactic") {
		const url = attackAddress(key);
		return url === null ? null : { tooltip: `Open ${key} at MITRE ATT&CK`, target: { url } };
	}
	const isFile = kind === "data" && !sources.has(key) && !/[*?[{]/.test(key);
	return isFile ? { tooltip: "Open the data", target: { path: key } } : null;
}

function isAddress(text: string): boolean {
	return /^https?:\/\/\S+$/i.test(text);
}
