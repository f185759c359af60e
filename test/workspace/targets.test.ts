// What runs of a document, and what is said of the rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../server/src/base/refusal.ts";
import type { RunTarget } from "../../server/src/protocol/requests.ts";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { runRequests } from "../../server/src/workspace/targets.ts";

const kusto = "```kusto\nDeviceProcessEvents | where FileName == 'x'\n```\n";
const hunt = analyse(`# H\n\n## Analytic 1 - A\n\n\`image_path:x\`\n\n${kusto}\n## Analytic 2 - B\n\n${kusto}`);
const first = "Analytic 1 (A): 1 query in another language (kusto) cannot be run here.";
const second = "Analytic 2 (B): 1 query in another language (kusto) cannot be run here.";

function outcome(target: RunTarget) {
	const requests = runRequests(hunt, target);
	if (isRefusal(requests)) return requests.detail;
	return requests.map(({ queries, notes }) => ({ queries: queries.map(({ text }) => text), notes }));
}

test("queries in another language are not left out in silence", () => {
	const queries = ["image_path:x"];
	assert.deepEqual(outcome({ kind: "hunt" }), [{ queries, notes: [first, second] }]);
	assert.deepEqual(outcome({ kind: "analytic", index: 0 }), [{ queries, notes: [first] }]);
	assert.deepEqual(outcome({ kind: "query", analytic: 0, index: 0 }), [{ queries, notes: [] }]);
	assert.equal(outcome({ kind: "analytic", index: 1 }), `There is no query to run. ${second}`);
});
