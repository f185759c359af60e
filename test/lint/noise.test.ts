// A good query shows no problem: the seed hunt, our samples, and queries as hunters write them in each dialect.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type DialectName, dialectOf } from "../../server/src/base/dialect.ts";
import type { Problem } from "../../server/src/base/problem.ts";
import { type AnalysisContext, analyse, analyseQuery, noContext } from "../../server/src/workspace/analysis.ts";
import { sharedFolder, skippedWithoutShared } from "../support/shared.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));

const clean: Readonly<Record<DialectName, string>> = {
	redcloak: String.raw`
image_path:bitsadmin.exe AND -commandline:(list OR getieproxy OR reset OR info)
commandline:"bitstransfer" AND -commandline:"allusers"
commandline:SetNotifyCmdLine
image_path:C:\Users\*\AppData\Local\Temp\*.exe
image_path:rundll32.exe AND commandline:(comsvcs.dll AND MiniDump)
commandline:(vssadmin OR wmic) AND commandline:(delete AND shadows)
commandline:/transfer AND image_path:bitsadmin.exe
commandline:"^" AND image_path:cmd.exe
commandline:/\bfrombase64string\b/ OR commandline:"IEX"
(EventID:4688 AND NewProcessName:powershell.exe) OR (EventID:1 AND Image:powershell.exe)
EventID:(4624 OR 4625) AND LogonType:10 AND -IpAddress:(10.0.0.0/8 OR 192.168.0.0/16)
commandline:("-enc" OR "-nop") AND NOT username:svc_update
commandline:(certutil AND (urlcache OR decode)) AND -_exists_:username
SubjectUserName:="-" AND EventID:4625
TargetImage:lsass.exe AND GrantedAccess:(0x1010 OR 0x1410)
commandline:"rundll32 x.dll,Entry" OR commandline:foo.dll,Entry
commandline:"Invoke-Expression 'x'" OR username:o'brien
NOT image_path:explorer.exe AND commandline:whoami
`,
	lucene: String.raw`
Image:*\\powershell.exe AND CommandLine:(*enc* OR *bypass*)
+EventID:1 +Image:*\\cmd.exe -ParentImage:*\\explorer.exe
EventID:4688 AND NOT SubjectUserName:*$
(EventID:4624 OR EventID:4625) AND NOT IpAddress:("127.0.0.1" OR "\:\:1")
IpAddress:10.0.0.0\/8 AND LogonType:[2 TO 10]
_exists_:TargetObject AND NOT _exists_:Details
CommandLine:"net user /add" OR CommandLine:"net localgroup administrators"
CommandLine:/.*frombase64.*/
CommandLine:("-enc" OR "-nop")
Image:"C:\\Windows\\System32\\rundll32.exe" AND CommandLine:comsvcs
*:* AND NOT EventID:4688
`,
	kibana: `
process.name : "cmd.exe" and process.args : "/c"
process.name : (cmd.exe or powershell.exe) and not user.name : SYSTEM
event.code : 4688 or event.code : 1
(event.code : 4624 or event.code : 4625) and not source.ip : 127.0.0.1
process.parent.name : winword* and process.name : *sh.exe
process.pid >= 4 and process.pid < 1000
process.command_line : *Invoke-Expression* and host.name : *
user.name:(alice or bob) AND NOT host.name:build*
`,
	carbonblack: String.raw`
process_name:powershell.exe cmdline:"-enc"
process_name:rundll32.exe -parent_name:explorer.exe
(process_name:cmd.exe OR process_name:powershell.exe) username:SYSTEM
path:c:\windows\temp\*
path:"c:\program files\tool\run.exe"
cmdline:\ delete\ shadows process_name:vssadmin.exe
modload:comsvcs.dll and process_name:rundll32.exe
cmdline:(whoami OR "net group")
`,
};

/** A source with ECS's names, and one with Carbon Black's; the other dialects' queries have names that taxonomies know. */
const contexts: Readonly<Record<DialectName, AnalysisContext>> = {
	redcloak: noContext,
	lucene: noContext,
	kibana: sourceOf(
		"process.name process.args process.pid process.command_line process.parent.name user.name event.code source.ip host.name",
	),
	carbonblack: sourceOf("process_name parent_name cmdline username path modload"),
};

function sourceOf(names: string): AnalysisContext {
	const fields = names.split(" ").map((name) => ({ name, paths: [name.split(".")], repeated: false, filled: 1000 }));
	return {
		...noContext,
		catalog: { events: 1000, fields: fields.map((field) => ({ ...field, type: "text" as const })) },
	};
}

for (const [name, queries] of Object.entries(clean) as [DialectName, string][])
	test(`nothing is wrong with clean queries in ${name}`, () => {
		for (const query of queries.trim().split("\n"))
			assert.deepEqual(said(analyseQuery(query, dialectOf(name), contexts[name]).problems, query), [], query);
	});

test("of the seed hunt only what its template left is a problem", { skip: skippedWithoutShared() }, () => {
	const seed = join(sharedFolder() ?? "", "seed/abuse-of-bits.md");
	assert.ok(existsSync(seed));
	const text = readFileSync(seed, "utf8");
	const serious = analyse(text).problems.filter(({ severity }) => severity === "error" || severity === "warning");
	assert.deepEqual(
		said(serious, text).map((each) => each.split(/(?<= of the TTP) /)[0]),
		["placeholder-left: Brief description of the TTP"],
	);
});

for (const file of readdirSync(samples).filter((each) => each.endsWith(".md")))
	test(`nothing is wrong with ${file}`, () => {
		const text = readFileSync(join(samples, file), "utf8");
		const { problems, queries } = analyse(text);
		assert.ok(queries.length > 0);
		assert.deepEqual(said(problems, text), []);
	});

function said(problems: readonly Problem[], text: string): readonly string[] {
	return problems.map(({ rule, span }) => `${rule}: ${text.slice(...span)}`);
}
