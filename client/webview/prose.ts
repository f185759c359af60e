// Sentences for people, in which names and queries stand between backticks.
import { element } from "./element.ts";
import { visible } from "./visible.ts";

/** What stands between backticks becomes `code`; everything is text nodes, and a backtick without its pair stays. */
export function prose(text: string): readonly (Node | string)[] {
	return text
		.split(/`([^`]+)`/)
		.map((part, index) => (index % 2 === 1 ? element("code", {}, visible(part)) : visible(part)));
}
