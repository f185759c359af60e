// However long and odd a query is, checking it takes time that grows with its length.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Dialect, dialectNames, dialectOf } from "../../server/src/base/dialect.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";

const shapes = [
	"a ",
	"a OR ",
	"f:(a OR ",
	"-a ",
	'"a" ',
	"[a ",
	"f:a AND ",
	"a:x OR ",
	"a:{",
	"{",
	"f:'a ",
	"a:{b:1 ",
	"f:“a” AND ",
	"C:\\a (b) ",
	"\\*",
	"a AND -a ",
	"* NOT (a ",
];

const timeOf = (text: string, dialect: Dialect) => {
	const start = performance.now();
	analyseQuery(text, dialect);
	return performance.now() - start;
};

for (const name of dialectNames)
	test(`time grows with the length in ${name}, whatever is repeated`, () => {
		for (const shape of shapes) {
			const [short, long] = [50_000, 200_000].map((length) => shape.repeat(length / shape.length));
			// Four times as much; what grows with the square takes sixteen times as long.
			const allowed = 8 * timeOf(short as string, dialectOf(name)) + 300;
			let taken = timeOf(long as string, dialectOf(name));
			// Another process may have had the machine meanwhile.
			for (let again = 0; again < 2 && taken >= allowed; again++) taken = timeOf(long as string, dialectOf(name));
			assert.ok(taken < allowed, `200 KB of ${JSON.stringify(shape)} took ${taken} ms, allowed ${allowed} ms`);
		}
	});
