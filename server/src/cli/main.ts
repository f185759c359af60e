#!/usr/bin/env node
// Where the command line starts: first the runner's process, then all the rest.
import "./earlyRunner.ts";

void import("./program.ts");
