// `f:/bin/`: a folder between slashes is a regular expression.
import { quote } from "../../syntax/literal.ts";
import type { Literal } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";

/** What stands at the root of a Unix file system. */
const rootFolders = new Set(
	"bin boot data dev etc home lib lib64 media mnt opt proc root run sbin srv sys system tmp usr users var".split(" "),
);

export default defineRule({
	id: "slash-read-as-regex",
	severity: "warning",
	fix: "changes meaning",
	docs: "Between two slashes stands a regular expression: `f:/bin/` also finds *cabinet*. Where a folder, a switch or a part of an address is meant, quote it. Reported is an expression in which every character stands for itself; as a hint only, where it is a longer word that names no folder of Unix in a field of no paths or addresses, and may be meant. Letters behind the second slash (`/a.*b/i`) are no flags: the whole is then plain text.",
	bad: ["f:/bin/", "url:/admin/", "commandline:/c/", "f:/a.*b/i", { dialect: "lucene", query: "f:/tmp/" }],
	good: ['f:"/bin/"', 'url:"/admin/"', 'commandline:"/c/"', "f:/a.*b/", { dialect: "lucene", query: 'f:"/tmp/"' }],
	check({ text, tree, leaves, report }) {
		if (!text.includes("/")) return;
		for (const { literal, field } of leaves) {
			const { value, written, span } = literal;
			if (written === "word" && text[span[0]] === "/" && tree.dialect.name !== "lucene") reportFlags(literal);
			if (value.kind !== "regex" || metacharacter.test(value.text)) continue;
			const all = text.slice(...span);
			const isWord = value.text.length > 2 && !rootFolders.has(value.text.toLowerCase());
			report(
				span,
				`This is read as a regular expression, which finds \`${value.text}\` inside other words too.`,
				replace(`Look for ${all} as text`, span, quote(all)),
				isWord && !(field && holdsPaths.test(field.name)) ? "hint" : undefined,
			);
		}

		/** Lucene refuses such a value, and another rule says so. */
		function reportFlags({ span }: Literal): void {
			const [, expression, flags] = flagged.exec(text.slice(...span)) ?? [];
			if (expression === undefined || rootFolders.has(expression.slice(1, -1).toLowerCase())) return;
			report(
				span,
				`This is plain text: a regular expression ends with its second \`/\` and has no flags. \`${flags}\` is not needed, for case never counts.`,
				metacharacter.test(expression) ? replace("Remove the flags", span, expression) : undefined,
			);
		}
	},
});

const metacharacter = /[\\.+*?()|[\]{}^$]/;
const holdsPaths = /path|file|folder|dir|url|uri/i;
const flagged = /^(\/[^/]+\/)([gis]|gi|ig|is|si)$/;
