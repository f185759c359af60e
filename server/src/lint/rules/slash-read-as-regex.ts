// `f:/bin/`: a folder between slashes is a regular expression.
import { quote } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";

/** What stands at the root of a Unix file system. */
const rootFolders = new Set(
	"bin boot data dev etc home lib lib64 media mnt opt proc root run sbin srv sys system tmp usr users var".split(" "),
);

export default defineRule({
	id: "slash-read-as-regex",
	severity: "warning",
	fix: "changes meaning",
	docs: "Between two slashes stands a regular expression: `f:/bin/` also finds *cabinet*. Where a folder or a part of an address is meant, quote it. Reported is a plain word that names a folder of Unix, or whose field holds paths or addresses.",
	bad: ["f:/bin/", "url:/admin/", { dialect: "lucene", query: "f:/tmp/" }],
	good: ['f:"/bin/"', 'url:"/admin/"', { dialect: "lucene", query: 'f:"/tmp/"' }],
	check({ text, leaves, report }) {
		for (const { literal, field } of leaves) {
			const { value, span } = literal;
			if (value.kind !== "regex" || !/^[\w-]+$/.test(value.text)) continue;
			const holdsPaths = field !== null && /path|file|folder|dir|url|uri/i.test(field.name);
			if (!holdsPaths && !rootFolders.has(value.text.toLowerCase())) continue;
			const written = text.slice(...span);
			report(
				span,
				`This is read as a regular expression, which finds \`${value.text}\` inside other words too.`,
				replace(`Look for ${written} as text`, span, quote(written)),
			);
		}
	},
});
