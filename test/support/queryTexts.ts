// Query texts for properties: from the hundred queries, their clauses joined anew, and from pieces put together by chance.
import fc from "fast-check";
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import { queries } from "./queries.ts";

export const dialects: readonly Dialect[] = [
	dialectOf("redcloak"),
	dialectOf("kibana"),
	dialectOf("carbonblack"),
	dialectOf("lucene"),
	dialectOf("lucene", { es: true }),
	dialectOf("lucene", { defaultOperator: "AND" }),
	dialectOf("lucene", { defaultOperator: "AND", es: true }),
];

const pieces = [
	..."()[]{}\"'\\/:=<>!+-~^*?&|.,$% \n\u00a0\u201c\u2013é",
	..." AND , OR , NOT ,not , and , TO ,a,b, f:,_exists_:,\\u00e9,{{x}},C:\\,HKLM\\,\\\\s\\,&&, || ,:=,:>,!=,\\*,f:(,(,)".split(
		",",
	),
	...'[1 TO 2],{a TO *],/a/,~1,~,^2,PROGRA~1,http://,::1,10.0.0.0/8,2026-01-31T10:00,"a b",""'.split(","),
];

const clause = fc.constantFrom(
	...'a,b,f:a,f:(a OR b),f:"a b",C:\\x\\y*,f:HKLM\\a,f:/re/,f:*,*:*,f:>5,f:[1 TO 2],f:(>5),f:(>=5 AND <9),f:=x,a~1,f:10.0.0.0/8,f:(a b)~2,_exists_:f'.split(
		",",
	),
);
const joint = fc.constantFrom(" AND ", " OR ", " && ", "||", " ", " and ", "\nOR\n", "  AND  NOT ", " -", " +", " !");
const sign = fc.constantFrom("", "", "", "-", "NOT ", "!", "+", "! ", "not ");

/** Well-formed for the most part: clauses with operators, signs and brackets, useful or not. */
const built: fc.Arbitrary<string> = fc.letrec<{ query: string; part: string }>((tie) => ({
	part: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		clause,
		tie("query").map((inner) => `(${inner})`),
		tie("query").map((inner) => `f:( ${inner} )`),
		tie("query").map((inner) => `((${inner} ))`),
	),
	query: fc
		.tuple(sign, tie("part"), fc.array(fc.tuple(joint, tie("part")), { maxLength: 3 }))
		.map(([prefix, first, rest]) => prefix + first + rest.map(([between, part]) => between + part).join("")),
})).query;

/** A query's text and the dialect that it is read in. */
export const queryTexts: fc.Arbitrary<readonly [text: string, dialect: Dialect]> = fc.tuple(
	fc.oneof(
		built,
		fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }).map((parts) => parts.join("")),
		fc.tuple(fc.constantFrom(...queries), joint, built).map((parts) => parts.join("")),
	),
	fc.constantFrom(...dialects),
);
