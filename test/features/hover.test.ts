// What the pointer is told about each part of a query.
import { test } from "node:test";
import { catalogOf, checkHover } from "../support/features.ts";

const source = catalogOf({ Image: 312, EventID: 2000, NewProcessName: 12, Extra: 7 });
const image = [
	"**image_path**",
	"*path* in Red Cloak and Taegis: Full path of the process's program. Example: `C:\\Windows\\System32\\bitsadmin.exe` [Documentation](https://docs.taegis.secureworks.com/integration/customParsers/custom_parsers_schemas/)",
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
			"**file_name**\n\n*path* in Red Cloak and Taegis: File that was created, changed or deleted. Example: `C:\\Users\\alice\\AppData\\Local\\Temp\\update.exe` [Documentation](https://docs.taegis.secureworks.com/integration/customParsers/custom_parsers_schemas/)\n\nSysmon: `TargetFilename` …",
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
	checkHover("<|>imagepth:x", null);
	checkHover("<|>imagepth:x", null, source);
});

test("a source without the field says so", () => {
	checkHover(
		"<|>sensor_version:x",
		[
			"sensor_version",
			"**sensor_version**\n\n*keyword* in Red Cloak and Taegis: Version of the agent that sent the event. Example: `1.2.13.0` [Documentation](https://docs.taegis.secureworks.com/integration/customParsers/custom_parsers_schemas/)\n\nThe source has no such field.",
		],
		source,
	);
});

const readAs = "---\n\nRead as **Red Cloak**, because nothing in the document says otherwise.";

test("the whole query: between its pieces, behind it and on its backticks", () => {
	const whole = `Events where all of this holds:\n- \`a\` contains the word \`1\`\n- \`b\` does not contain the word \`2\`\n\n${readAs}`;
	checkHover("a:1 AND<|> -b:2", ["a:1 AND -b:2", whole]);
	checkHover("a:1 AND -b:2<|>", ["a:1 AND -b:2", whole]);
	checkHover("# Hunt\n\n## Analytic 1\n\n<|>`a:1 AND -b:2`\n", ["a:1 AND -b:2", whole]);
	checkHover("a:1<|>\n\t-b:2", ["a:1\n\t-b:2", `${whole} Clauses side by side must all hold, …`]);
});

test("an operator or bracket, and below a line what it is a part of", () => {
	const query =
		"Events where all of this holds:\n- `a` contains the word `1`\n- at least one of this holds:\n  - `b` contains the word `2`\n  - `c` contains the word `3`";
	const group = "Events where at least one of this holds:\n- `b` contains the word `2`\n- `c` contains the word `3`";
	const not = "**NOT**: what follows must not hold. An event without the field passes.";
	const and = "**AND**: both sides must hold. `NOT` binds tightest, then `AND`, then `OR`.";
	const or = "**OR**: at least one side must hold. `NOT` binds tightest, then `AND`, then `OR`.";
	const brackets = "**( )**: what is in the brackets is read first, as one condition.";
	checkHover("a:1 A<|>ND (b:2 OR c:3)", ["AND", `${and}\n\n---\n\n${query}\n\n${readAs}`]);
	checkHover("a:1 AND (b:2 |<|>| c:3)", ["||", `${or}\n\n---\n\n${group}`]);
	checkHover("a:1 AND <|>(b:2 OR c:3)", ["(", `${brackets}\n\n---\n\n${group}`]);
	checkHover("a:1 AND (b:2 OR c:3<|>)", [")", `${brackets}\n\n---\n\n${group}`]);
	checkHover("a:1 AND <|>-b:2", ["-", `${not}\n\n---\n\nEvents where \`b\` does not contain the word \`2\``]);
	checkHover("x:1 AND a:<|>(b OR c)", [
		"(",
		"**( )**: `a` is asked for each value in the brackets.\n\n---\n\nEvents where `a` contains one of the words `b` or `c`",
	]);
});

test("values, as the clause means them", () => {
	const cases: readonly (readonly [string, string, string])[] = [
		["commandline:li<|>st", "list", "`commandline` contains the word `list`. Case does not matter; …"],
		["commandline:(a OR <|>b)", "b", "`commandline` contains the word `b`. …"],
		[
			"-commandline:<|>list",
			"list",
			"`commandline` contains the word `list`. Case does not matter; it is not found inside a longer word.\n\nIt stands under a negation.",
		],
		["<|>list OR a:b", "list", "Some field contains the word `list`. …"],
		["commandline:=<|>list", "list", "`commandline` is `list`. It is the whole value; case does not matter."],
		['commandline:"a <|>b"', '"a b"', "`commandline` contains the phrase `a b`. …"],
		[
			"commandline:a<|>b*c",
			"ab*c",
			"`commandline` contains `ab`, then anything, then `c`. Case does not matter; `*` is …",
		],
		["EventID:4<|>688", "4688", "`EventID` is the number `4688` (process created). `0x1250` and …"],
		["TicketEncryptionType:0x<|>17", "0x17", "`TicketEncryptionType` contains the word `0x17` (RC4-HMAC). …"],
		["GrantedAccess:0x<|>12", "0x12", "`GrantedAccess` contains the word `0x12` (start threads + read memory). …"],
		["DestinationPort:3<|>389", "3389", "`DestinationPort` is the number `3389` (Remote Desktop). …"],
		["EventID:>=<|>5", "5", "`EventID` is at least `5`."],
		["commandline:<|>*", "*", "`commandline` has a value. Null, `[]` and `{}` are no values; an empty text is one."],
		["<|>*:*", "*", "**\\***\n\nAny field whose name matches; …"],
		["*:<|>*", "*", "Every event, whatever is in it."],
		["source_address:10.<|>0.0.0/8", "10.0.0.0/8", "`source_address` is an address in the network `10.0.0.0/8`. …"],
		['commandline:"<|>"', '""', "`commandline` is empty."],
		["commandline:{{na<|>me}}", "{{name}}", "`commandline` contains the value of the parameter `name`. …"],
		[
			"commandline:/a<|>+/",
			"/a+/",
			"`commandline` matches the regular expression `a+`. It is RE2, found anywhere in the value, ignoring case; `.` matches line breaks too.\n\nIt finds, one after the other:\n- `a+`: `a`, once or more",
		],
		[
			"image_path:C:\\W<|>in",
			"C:\\Win",
			"`image_path` contains the text `C:\\Win`. Case does not matter; it is not found inside a longer word.\n\nIt begins like a path and has no quotes, so a backslash in it is a plain character; …",
		],
		[
			"t:>no<|>w-1M",
			"now-1M",
			"`t` is later than 1 month ago. Times without a zone are UTC; a bound is the whole day, month or other unit that it names. `now` is the start of the run.\n\n`now-1M`: 1 month ago, counted from the start of the run, in UTC.",
		],
		[
			"a:b<|>~2",
			"~2",
			"**~2** allows wrong letters in a word, or other words in a phrase. `a` contains the word `b` with up to 2 letters wrong (a run refuses this).",
		],
		["a:b<|>^2", "^2", "**^2** would raise the rank of a hit; …"],
	];
	for (const [marked, part, text] of cases) checkHover(marked, [part, text]);
});

test("pieces of values: wildcards, escapes, bounds", () => {
	const cases: readonly (readonly [string, string, string])[] = [
		["a:x<|>*y", "*", "**\\***: any run of characters, also none.\n\n`a` contains `x`, then anything, then `y`. …"],
		["a:x<|>?y", "?", "**?**: exactly one character, whichever. …"],
		['a:x\\<|>"y', '\\"', '`\\"`: the backslash makes the next character a plain one: `"`. …'],
		["a:x\\<|>*y", "\\*", "`\\*`: the backslash makes the next character a plain one: `*`. …"],
		['a:"x<|>\\\\y"', "\\\\", "`\\\\`: one backslash. …"],
		["a:x\\<|>u0041", "\\u0041", "`\\u0041`: the character U+0041, `A`. …"],
		["a:C:<|>\\\\x", "\\\\", "`\\\\`: one backslash; in a path a single one would do. …"],
		[
			"t:[no<|>w-7d/d TO now}",
			"now-7d/d",
			"`now-7d/d`: the day 7 days ago, counted from the start of the run, in UTC. …",
		],
		["t:[2026-03<|> TO now}", "[2026-03 TO now}", "`t` is from March 2026 on, and earlier than now. …"],
		[
			"t:<|>[1 TO 5}",
			"[",
			"**\\[**: the bound beside it belongs to the range.\n\n`t` is at least `1` and less than `5`.",
		],
		["t:[1 TO 5<|>}", "}", "**}**: the bound beside it does not belong to the range. …"],
		["t:[1 TO <|>*]", "*", "**\\***: the range is open at this end. …"],
	];
	for (const [marked, part, text] of cases) checkHover(marked, [part, text]);
});

test("as the query's dialect reads it", () => {
	const fenced = (tag: string, query: string) => `# Hunt\n\n## Analytic 1\n\n\`\`\`${tag}\n${query}\n\`\`\`\n`;
	checkHover(fenced("lucene", "a:1 <|>AND b:2 OR c:3"), [
		"AND",
		"**AND**: the clauses on both sides become required. …",
	]);
	checkHover(fenced("lucene", "+a:1<|> b:2"), [
		"+a:1 b:2",
		"Events where `a` contains the word `1`\n- and preferably `b:2`, which changes no hit\n\n---\n\nRead as **Lucene**, because the tag of its fence says so. Clauses side by side are optional, …",
	]);
	checkHover(fenced("lucene", "+a:1 b:<|>2"), [
		"2",
		"It stands beside a required clause, so it only ranks hits and changes none.",
	]);
	checkHover(fenced("lucene", "-a:<|>1"), ["1", "No event: in Lucene a group that only forbids matches nothing."]);
	checkHover(fenced("kibana", "o:<|>{ x:1 }"), [
		"{",
		"**{ }**: the fields in the braces are those of the object `o`.\n\n---\n\nEvents where `o.x` contains the word `1`\n\n---\n\nRead as **Kibana (KQL)**, …",
	]);
	checkHover(fenced("carbonblack", "a:c<|>\\x.exe"), [
		"c\\x.exe",
		"`a` contains the text `c\\x.exe`. Case does not matter; it is not found inside a longer word.\n\nIt looks like a path, so a backslash in it is a plain character.",
	]);
	checkHover("# Hunt\n\n## Analytic 1 - Lucene queries\n\n<|>`a:1`\n", [
		"a:1",
		"Events where `a` contains the word `1`\n\n---\n\nRead as **Lucene**, because the words of its heading say so.",
	]);
});

test("outside queries there is none", () => {
	checkHover("# Hunt<|>\n\n## Analytic 1\n\n`a:1`\n", null);
	checkHover("# Hunt\n\n## Analytic 1\n\nwords <|>`of prose` in code\n\n`a:1`\n", null);
	checkHover("# A README about image_<|>path\n", null);
});
