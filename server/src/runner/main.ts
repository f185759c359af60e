// The runner: a process that owns DuckDB and answers its parent by JSON-RPC. Argument: the cache folder, or nothing.
import { serve } from "./serve.ts";

serve(process.argv[2] ?? null);
