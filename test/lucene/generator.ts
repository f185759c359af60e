// Makes queries over the whole of Lucene's classic grammar, and texts that are almost such queries. The same in every run.
import type { Dialect } from "../../server/src/base/dialect.ts";
import { createRandom, type Random } from "../../tools/telemetry/random.ts";

export type DefaultOperator = Dialect["defaultOperator"];

/** As many different queries: of any shape, or shaped as hunters write them. */
export function generate(kind: "any" | "hunting", count: number, seed: string): readonly string[] {
	const random = createRandom(seed);
	const made = new Set<string>();
	while (made.size < count) made.add(kind === "any" ? query(random, 0) : huntingQuery(random));
	return [...made];
}

/** Texts one slip away from the queries: a character lost, doubled, put in or exchanged. */
export function mutate(queries: readonly string[], count: number, seed: string): readonly string[] {
	const random = createRandom(seed);
	const made = new Set<string>();
	while (made.size < count) made.add(slip(random.pick(queries), random));
	return [...made];
}

const raw = String.raw;
const words = [
	"a",
	"b",
	"cmd.exe",
	"alice",
	"4688",
	"10.0.0.5",
	"and",
	"or",
	"not",
	"a-b",
	"x+y",
	"café",
	"日本",
	"Σ",
	"😀",
];
const signs = [
	"a=1",
	">5",
	"x<y",
	"a|b",
	"a&b",
	"R&D",
	"$env",
	"%TEMP%",
	"#1",
	"a,b",
	"it's",
	"net;",
	"AND-x",
	"TO",
	"ORb",
];
const escapes = [
	raw`a\:b`,
	raw`a\ b`,
	raw`C\:\\Windows\\x`,
	raw`\(iex\)`,
	raw`\-enc`,
	raw`\/tmp\/x`,
	raw`a\*b`,
	raw`\u0041b`,
	raw`\AND`,
	raw`x\~1`,
	raw`\"q\"`,
	raw`10.0.0.0\/8`,
	raw`a\!`,
];
const wildcards = [
	"*",
	"a*",
	"*.exe",
	"a?b",
	"?",
	"*a*",
	"c*d?",
	raw`C\:\\*`,
	raw`a\*b*`,
	raw`*\\svchost.exe`,
	"**",
	"a*-b",
];
const phrases = [
	"a",
	"a b",
	"net user /add",
	"",
	"*.exe",
	raw`say \"hi\"`,
	raw`C:\\Temp`,
	"a AND b",
	"(a",
	"x:y",
	"a  b",
];
const expressions = ["ab+c", raw`https?:\/\/x`, "[a-z]{2}", "a b", "(x|y)", raw`\.exe`, ".*"];
const bounds = [
	"1",
	"99",
	"2026-01-31",
	"*",
	"a",
	"now-7d",
	'"2026-01-01 10:00:00"',
	raw`a\:b`,
	"10.0.0.5",
	"-5",
	"1.5",
];
const fields = ["image", "user", "commandline", "process.name", "@timestamp", "event_id", raw`Client\ Address`, "*"];
const blanks = ["  ", "\n", "\t", " \n\t", "\r\n", "\u3000"];

function query(random: Random, depth: number): string {
	let text = prefixed(random, depth);
	for (let more = random.integer(0, depth === 0 ? 4 : 2); more > 0; more--) {
		const conjunction = random.pick(["", "", "AND", "AND", "OR", "OR", "&&", "||"]);
		const next = prefixed(random, depth);
		text += joint(text, conjunction, random) + conjunction + (conjunction && joint(conjunction, next, random)) + next;
	}
	return random.chance(0.03) ? blank(random) + text + blank(random) : text;
}

function prefixed(random: Random, depth: number): string {
	if (random.chance(0.7)) return clause(random, depth);
	const sign = random.pick(["-", "+", "!", `NOT${blank(random)}`]);
	return sign + (random.chance(0.002) ? blank(random) : "") + clause(random, depth);
}

function clause(random: Random, depth: number): string {
	const field = random.chance(0.45) ? `${random.pick(fields)}:` : "";
	const odd = field && random.chance(0.01) ? blank(random) : "";
	if (depth >= 4 || random.chance(0.8)) return field + odd + value(random);
	const edge = random.chance(0.05) ? blank(random) : "";
	return `${field}${odd}(${edge}${query(random, depth + 1)}${edge})${random.chance(0.05) ? "^2" : ""}`;
}

function value(random: Random): string {
	const chance = random.integer(0, 99);
	if (chance < 40)
		return random.pick(words) + (random.chance(0.1) ? suffix(random, ["~", "~1", "~2", "~0.7", "^2~1"]) : "");
	if (chance < 46) return random.pick(signs);
	if (chance < 56) return random.pick(escapes) + (random.chance(0.1) ? suffix(random, ["~", "~1"]) : "");
	if (chance < 72) return `"${random.pick(phrases)}"${random.chance(0.2) ? suffix(random, ["~3", "~0", "~3^2"]) : ""}`;
	if (chance < 88) return random.pick(wildcards) + (random.chance(0.05) ? "^2" : "");
	if (chance < 93) return `/${random.pick(expressions)}/${random.chance(0.1) ? "^2" : ""}`;
	const edge = random.chance(0.1) ? " " : "";
	const range = `${edge}${random.pick(bounds)} TO ${random.pick(bounds)}${edge}`;
	return random.pick(["[", "{"]) + range + random.pick(["]", "}"]);
}

function suffix(random: Random, near: readonly string[]): string {
	return (random.chance(0.01) ? blank(random) : "") + random.pick([...near, "^2", "^0.5"]);
}

/** What parts two pieces: seldom nothing, where brackets or quotes part them already. */
function joint(before: string, after: string, random: Random): string {
	return /[)\]"]$/.test(before) || /^[("]/.test(after) ? (random.chance(0.03) ? "" : blank(random)) : blank(random);
}

function blank(random: Random): string {
	return random.chance(0.9) ? " " : random.pick(blanks);
}

const huntingFields = ["image", "parentimage", "commandline", "user.name", "process.name", "winlog.event_data.Image"];
const huntingValues = [
	"cmd.exe",
	"powershell.exe",
	raw`*\\rundll32.exe`,
	raw`C\:\\Users\\*\\AppData\\Local\\Temp\\*`,
	'"net user /add"',
	raw`"C:\\Windows\\Temp\\stage.bin"`,
	"*encodedcommand*",
	raw`*\-enc*`,
	raw`/.*\\mshta\.exe/`,
	"SYSTEM",
	'"NT AUTHORITY"',
	"44d88612fea8a8f36de82e1278abb02f",
	raw`"-windowstyle hidden"`,
	"svc_*",
	raw`http\:\/\/*`,
	"c?l.exe",
];

/** Conditions as hunts have them: fields with lists of values, joined by AND, with exclusions at the end. */
function huntingQuery(random: Random): string {
	const conditions: string[] = [];
	for (let more = random.integer(1, 4); more > 0; more--) conditions.push(huntingCondition(random));
	const joint = random.pick([" AND ", " AND ", " OR ", " ", "\nAND ", " && "]);
	const not = random.pick([" AND NOT ", " -", " AND -", " NOT ", " AND !"]);
	return conditions.join(joint) + (random.chance(0.6) ? not + huntingCondition(random) : "");
}

function huntingCondition(random: Random): string {
	const field = random.pick(huntingFields);
	const chance = random.integer(0, 9);
	if (chance === 0) return `event_id:${random.pick(["4688", "[4624 TO 4634]", "(4688 4689)", "(1 OR 3 OR 11)"])}`;
	if (chance === 1) return `_exists_:${field}`;
	if (chance === 2) return `(${huntingQuery(random)})`;
	if (chance < 7) return `${field}:${random.pick(huntingValues)}`;
	const list = [random.pick(huntingValues), random.pick(huntingValues), random.pick(huntingValues)];
	return `${field}:(${list.slice(0, random.integer(2, 3)).join(random.pick([" OR ", " OR ", " AND ", " "]))})`;
}

const inserted = [...'()[]{}"~^:\\/!+-&|*? ', " AND ", " OR ", " NOT ", "&&", "||", "TO", "\t"];

function slip(text: string, random: Random): string {
	const characters = [...text];
	const at = random.integer(0, Math.max(characters.length - 1, 0));
	const [before, here, after] = [
		characters.slice(0, at).join(""),
		characters[at] ?? "",
		characters.slice(at + 1).join(""),
	];
	return before + random.pick(["", here + here, random.pick(inserted) + here, random.pick(inserted)]) + after;
}
