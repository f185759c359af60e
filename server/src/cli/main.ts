#!/usr/bin/env node
// Where the command line starts: first the runner's process, then all the rest.
import { earlyRunner } from "./earlyRunner.ts";

const runner = earlyRunner(process.argv[2]);
void import("./program.ts").then(({ start }) => start(runner));
