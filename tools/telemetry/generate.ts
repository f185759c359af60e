// Writes samples/data/workstations.ndjson anew: `node tools/telemetry/generate.ts`.
import { writeFileSync } from "node:fs";
import { writeTelemetry } from "./telemetry.ts";

writeFileSync(new URL("../../samples/data/workstations.ndjson", import.meta.url), writeTelemetry());
