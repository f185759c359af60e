// A whole path that is to be equal to a file's name.
import { defineRule } from "../defineRule.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "path-field-bare-name",
	severity: "hint",
	docs: "`:=` compares the whole value, and the value of a path field begins with its drive or folder: `image_path:=cmd.exe` finds nothing. With `:` the name is found as a whole word, `:=*\\\\cmd.exe` finds it at the end alone.",
	bad: ["image_path:=cmd.exe", 'image_path:=("cmd.exe" OR powershell*.exe)'],
	good: [
		"image_path:cmd.exe",
		String.raw`image_path:=*\\cmd.exe`,
		"image_path:=System",
		"RelativeTargetName:=update.exe",
	],
	check(context) {
		forEachMatch(context, ({ field, value }, { literal }) => {
			if (field === null || !("whole" in value) || value.kind === "regex" || !bareName.test(value.text)) return;
			const meanings = context.fields.vocabulary.meaningsOf(field);
			// Some paths are relative, as their examples show, and may be a bare name.
			if (
				meanings.length === 0 ||
				!meanings.every(({ field: { type, example } }) => type === "path" && rooted.test(example))
			)
				return;
			context.report(
				literal.span,
				`\`${field}\` holds whole paths, which \`:=\` compares from their drive on: none is \`${value.text}\`. With \`:\` the name is found as a word.`,
			);
		});
	},
});

/** With an ending: `System` and `Registry` are processes without a path. */
const bareName = /^[^*\\/][^\\/]*\.\w{1,5}$/;
const rooted = /^(?:[A-Za-z]:|HK\w+)?\\/;
