// Queries full of slips: random ones made of what rules report, and real ones with a character or two changed.
import fc from "fast-check";
import { queries } from "./queries.ts";

const values =
	String.raw`x y xy x* *y x?z -enc -e* +x !x - "-" -5 a,b 1,2 x, y; , "x y" "x*" "*" ** * 'x' 'x y' 'a* b' it's
	C:\a\b C:\a\*.exe "C:\Temp" "C:\Temp\" C\:\\Temp\* HKLM\a\b a\b a\\b a\*b /bin/ /a.*b/ /usr/bin 10.0.0.0/8 http://x/y a:b:c*
	x~5 x~1 x^2 x~0.8^3 "x y"~3 “x” p^ower PRO~1 [1 TO 5] [1 to 5] [1 2] >=5 {{name}} 4688`.split(/\s+(?=\S)/);
const joints = [" AND ", " OR ", " ", " and ", " or ", " && ", "\n", ", "];
const signs = ["", "", "", "", "-", "NOT ", "not ", "+", "!", "–"];
const fields = ["", "f:", "f:", "g:", "path:", "f : ", "f:=", "f=", "f!=", "user:"];

const value = fc.constantFrom(...values);
const clause = fc.tuple(fc.constantFrom(...signs), fc.constantFrom(...fields), value).map((parts) => parts.join(""));
const joined = (part: fc.Arbitrary<string>) =>
	fc
		.array(fc.tuple(part, fc.constantFrom(...joints)), { minLength: 1, maxLength: 4 })
		.map((parts) => parts.flatMap(([text, joint], index) => (index === 0 ? [text] : [joint, text])).join(""));
const list = fc
	.tuple(fc.constantFrom(...signs), fc.constantFrom(...fields), joined(fc.oneof(value, clause)))
	.map(([sign, field, inside]) => `${sign}${field}(${inside})`);
const mutated = fc
	.tuple(fc.constantFrom(...queries), fc.nat(), fc.constantFrom(..."\"'()\\*:,-+/ ~^").map(String), fc.nat(2))
	.map(([query, at, character, cut]) => {
		const from = at % (query.length + 1);
		return query.slice(0, from) + character + query.slice(from + cut);
	});
/** Queries as they are written in haste: every slip that a rule knows, alone and together. */
export const sloppyQuery = fc.oneof(
	{ arbitrary: joined(clause), weight: 3 },
	{ arbitrary: joined(fc.oneof(clause, list)), weight: 3 },
	{ arbitrary: mutated, weight: 2 },
	{ arbitrary: fc.constantFrom(...queries), weight: 1 },
);
