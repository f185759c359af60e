// What is wrong in a query as it is written, shown by carets: each cause once, at its own characters.
import { test } from "node:test";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { checkMarks, fixturesOf } from "../support/marks.ts";

const tables: Record<string, string> = {
	"nothing is wrong": String.raw`
		a:1 AND (b:2 OR -c:"x y") AND d:[1 TO 5] AND e:/x/ AND f:*.exe^2

		commandline:-enc AND p:C:\Temp\x.exe AND ip:10.0.0.0/8

		p:C\:\\Temp AND f:\(x\) AND u:caf\u00e9
	`,
	"a missing operand": `
		a AND
		  ^^^ missing-operand

		OR a
		^^ missing-operand

		a AND AND b
		      ^^^ missing-operand

		a OR AND b
		     ^^^ missing-operand

		a AND NOT
		      ^^^ missing-operand

		(a OR) AND b
		   ^^ missing-operand

		NOT NOT
		    ^^^ missing-operand

		f:
		^^ missing-operand

		f :
		^^^ missing-operand

		a AND f:>=
		      ^^^^ missing-operand

		f: AND g:x
		^^ missing-operand

		-
		^ missing-operand

		f:(a OR -)
		        ^ missing-operand
	`,
	"brackets and quotes": `
		(a OR (b
		^ unclosed-group
		      ^ unclosed-group

		f:(
		  ^ unclosed-group

		()
		^^ empty-group

		a AND f:( )
		        ^^^ empty-group

		a) AND b
		 ^ stray-character

		f:"a b
		  ^^^^ unclosed-quote

		f:"
		  ^ unclosed-quote

		f:"a
		  ^^
		OR b
		^^^^ unclosed-quote

		f:[1 TO
		  ^^^^^ unclosed-group

		(f:[1 TO)
		   ^^^^^ unclosed-group

		f:[1 AND g:[2 TO 3]
		  ^^ unclosed-group

		f:{a TO b OR g:x
		  ^^^^^^^ unclosed-group

		f:[1 2] AND a
		  ^^^^^ stray-character

		([a b] c
		^ unclosed-group
		 ^^^^^ stray-character
	`,
	backslashes: String.raw`
		f:a\b
		   ^^ single-backslash

		f:a\
		   ^ single-backslash

		f:a\_b\éc\\d
		   ^^ single-backslash
		      ^^ single-backslash

		ab:\u12 OR ab:\u00e9
		   ^^ single-backslash

		f:"C:\Temp\\x"
		     ^^ single-backslash-quoted
	`,
	"signs and words of other languages": String.raw`
		a=1 AND b==2 AND c!=3
		 ^ wrong-operator
		         ^^ wrong-operator
		                  ^^ wrong-operator

		a and b or not c
		  ^^^ lowercase-operator
		        ^^ lowercase-operator
		           ^^^ lowercase-operator

		f:[1 to 5]
		     ^^ lowercase-to

		f:"*.exe" AND g:"a?"
		   ^^^^^ wildcard-in-quotes
		                 ^^ wildcard-in-quotes

		url:http://x AND ip:::1 AND f:a\:b
		    ^^^^^^^^ colon-in-value
		                    ^^^ colon-in-value

		f:a\\:b~2
		  ^^^^^ colon-in-value
	`,
	"blanks and typographic characters": `
		f : x
		 ^^^ space-around-colon

		f: x AND g :y
		 ^^ space-around-colon
		          ^^ space-around-colon

		"a b": x
		     ^^ space-around-colon

		f:\u00a0x
		 ^^ space-around-colon

		a\u00a0\u00a0AND b
		 ^^ typographic-character

		f:“a” AND –b
		  ^ typographic-character
		    ^ typographic-character
		          ^ typographic-character
	`,
};

for (const [name, table] of Object.entries(tables))
	test(name, () => {
		for (const fixture of fixturesOf(table))
			checkMarks(fixture, (text) => parseQuery(text).faults.map(({ rule, span }) => ({ label: rule, span })));
	});
