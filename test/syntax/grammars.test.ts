// Chevrotain's own check of our grammars: no ambiguity, no left recursion, nothing defined twice. Production skips it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HuntGrammar } from "../../server/src/document/grammar.ts";
import { QueryGrammar } from "../../server/src/syntax/grammar.ts";

for (const Grammar of [QueryGrammar, HuntGrammar])
	test(`${Grammar.name} is sound`, () => assert.doesNotThrow(() => new Grammar(false)));
