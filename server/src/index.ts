// The library: what `import { createService } from "huntmark"` gives.
export type { Problem } from "./base/problem.ts";
export { isRefusal, type Refusal } from "./base/refusal.ts";
export type { Hunt } from "./document/hunt.ts";
export type { Expr, Value } from "./meaning/expr.ts";
export type { Page, Run } from "./protocol/run.ts";
export { createService, type HuntService } from "./service.ts";
export { type Analysis, analyse, analyseQuery } from "./workspace/analysis.ts";
export type { ServicePorts } from "./workspace/ports.ts";
