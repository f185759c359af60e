// What the pointer is told about each part of a query.
import { test } from "node:test";
import { catalogOf, checkHover } from "../support/features.ts";

const source = catalogOf({ Image: 312, EventID: 2000, NewProcessName: 12, Extra: 7 });
const image = [
	"**image_path**",
	"*path* in Red Cloak and Taegis: Full path of the process's program. Example: `C:\\Windows\\System32\\bitsadmin.exe`",
	"Sysmon: `Image`",
];

test("a field: what it is, its other names, how full it is", () => {
	checkHover("image_<|>path:x", ["image_path", `${image.join("\n\n")} …`]);
	checkHover("<|>image_path:x", ["image_path", `${image.join("\n\n")} …`]);
	checkHover("image_path<|>:x", [":", "**:** the value contains what follows …"]);
	checkHover("a:1 AND image_path<|>=x", ["=", "**=** the value contains what follows …"]);
	checkHover("image_path<|>:=x", [":=", "**:=** the whole value is …"]);
	checkHover(
		"commandline:x OR <|>Extra:y",
		["Extra", "**Extra**\n\nIn the source: `Extra` in 7 of 2,000 events (under 1 %)."],
		source,
	);
	checkHover(
		"<|>file_name:y",
		[
			"file_name",
			"**file_name**\n\n*path* in Red Cloak and Taegis: File that was created, changed or deleted. Example: `C:\\Users\\alice\\AppData\\Local\\Temp\\update.exe`\n\nSysmon: `TargetFilename` …",
		],
		source,
	);
	checkHover("<|>ProcessId:4", ["ProcessId", "**ProcessId**\n\n*number* in Sysmon where `Channel` is …"]);
	checkHover("_exists_:<|>Image", ["Image", "**Image**\n\n*path* in Sysmon: …"]);
	checkHover("<|>_exists_:Image", ["_exists_", "**\\_exists\\_**: the field named after the colon is there."]);
	checkHover("<|>process.*:x", ["process.*", "**process.\\***\n\nAny field whose name matches; …"]);
	checkHover("<|>commandline:(a OR b)", ["commandline", "**commandline**\n\n*text* in …"]);
	checkHover("a:1 AND <|>commandline:", ["commandline", "**commandline**\n\n*text* in …"]);
});

test("a field that nothing knows has a problem, not a hover", () => {
	checkHover("<|>imagepath:x", null);
	checkHover("<|>imagepath:x", null, source);
});

test("a source without the field says so", () => {
	checkHover(
		"<|>direction:x",
		[
			"direction",
			"**direction**\n\n*keyword* in Red Cloak and Taegis: Whether the connection came in or went out. Example: `OUTBOUND`\n\nThe source has no such field.",
		],
		source,
	);
});

test("operators", () => {
	checkHover("a:1 A<|>ND b:2", ["AND", "**AND**: both sides must hold. …"]);
	checkHover("a:1 |<|>| b:2", ["||", "**OR**: at least one side must hold. …"]);
	checkHover("a:1 AND <|>-b:2", ["-", "**NOT**: what follows must not hold. …"]);
	checkHover("a:1 AND <|>(b:2 OR c:3)", null);
});

test("values, as the clause means them", () => {
	const cases: readonly (readonly [string, string, string])[] = [
		["commandline:li<|>st", "list", "`commandline` contains `list` as a whole word, ignoring case."],
		["commandline:(a OR <|>b)", "b", "`commandline` contains `b` as a whole word, ignoring case."],
		["<|>list OR a:b", "list", "Any field contains `list` as a whole word, ignoring case."],
		["commandline:=<|>list", "list", "`commandline` is `list`, ignoring case."],
		['commandline:"a <|>b"', '"a b"', "`commandline` contains exactly the text `a b`, ignoring case; …"],
		[
			"commandline:ab<|>*c",
			"ab*c",
			"`commandline` contains `ab*c`, ignoring case: `*` is any run of characters, `?` …",
		],
		["commandline:/a<|>+/", "/a+/", "`commandline` contains a match of the RE2 expression `a+`, ignoring case; …"],
		["EventID:[4656 <|>TO 4663]", "[4656 TO 4663]", "`EventID` is at least `4656` and at most `4663`."],
		["EventID:{4656 <|>TO *]", "{4656 TO *]", "`EventID` is greater than `4656`."],
		["EventID:>=<|>5", "5", "`EventID` is at least `5`."],
		["EventID:4<|>688", "4688", "`EventID` is the number `4688`."],
		["commandline:<|>*", "*", "`commandline` is there: not null, `[]` or `{}`. An empty text counts."],
		["source_address:10.<|>0.0.0/8", "10.0.0.0/8", "`source_address` is an address in the network `10.0.0.0/8`."],
		['commandline:"<|>"', '""', "`commandline` is empty."],
		["commandline:{{na<|>me}}", "{{name}}", "`commandline` is compared with the parameter `name`, …"],
		["a:b<|>~2", "~2", "**~2** allows misspellings …"],
	];
	for (const [marked, part, text] of cases) checkHover(marked, [part, text]);
});

test("outside queries there is none", () => {
	checkHover("# Hunt<|>\n\n## Analytic 1\n\n`a:1`\n", null);
	checkHover("# A README about image_<|>path\n", null);
});
