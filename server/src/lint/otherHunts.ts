// What a hunt is compared with: the other hunts of its workspace, asked by what they may have in common.
import type { Span } from "../base/span.ts";

/** A place in another hunt. */
export interface OtherPlace {
	readonly uri: string;
	/** The hunt's title, or its file's name. */
	readonly hunt: string;
	readonly span: Span;
}

/** Each answer takes a look-up, not a search: a keystroke asks about every query and detection of its hunt. */
export interface OtherHunts {
	/** Hunts whose front matter has this id, ignoring case: where it says so. */
	withId(id: string): readonly OtherPlace[];
	/** Queries whose text is the same, however their blanks are laid out. */
	withQuery(text: string): readonly OtherPlace[];
	/** Existing detections with this address, ignoring what `addressKey` ignores, and the name that each gives it. */
	withDetection(url: string): readonly (OtherPlace & { readonly name: string | null })[];
}

export const noOtherHunts: OtherHunts = { withId: () => [], withQuery: () => [], withDetection: () => [] };
