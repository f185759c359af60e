// The library as others import it: the built modules, on a sample hunt.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { samples } from "./huntmark.ts";

type Library = typeof import("../../server/src/index.ts");
type NodeHost = typeof import("../../server/src/host/nodePorts.ts");

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const root = fileURLToPath(new URL("../..", import.meta.url));
const built = (entry: string): string => {
	const path = join(root, manifest.exports[entry].default);
	assert.ok(existsSync(path) && existsSync(join(root, manifest.exports[entry].types)), `${path}: npm run build`);
	return pathToFileURL(path).href;
};

describe("the library", () => {
	it("analyses and runs a hunt, pages through what it found and forgets it", async () => {
		const { createService, isRefusal } = (await import(built("."))) as Library;
		const { createNodePorts } = (await import(built("./node"))) as NodeHost;
		const service = createService(createNodePorts({ roots: [samples], cacheFolder: null, log: assert.fail }));
		const path = join(samples, "bits.md");
		const uri = pathToFileURL(path).href;
		const target = { kind: "analytic", index: 0 } as const;
		const granted = <T>(value: T) => {
			assert.ok(!isRefusal(value), JSON.stringify(value));
			return value as Exclude<T, { kind: "refused" }>;
		};
		try {
			assert.deepEqual(service.update(uri, readFileSync(path, "utf8")).problems, []);
			const untrusted = await service.run({ uri, target, runToken: "1" });
			assert.equal(isRefusal(untrusted) && untrusted.reason, "untrusted");
			service.setTrusted(true);
			const { runs } = granted(await service.run({ uri, target, runToken: "2" }));
			const [ticket] = runs;
			assert.ok(ticket && runs.length === 1);
			assert.deepEqual(
				ticket.run.queries.map(({ matched }) => matched),
				[12, 4, 2],
			);
			const { id } = ticket;
			const { rows } = granted(await service.page({ id, first: 0, count: 200, query: 0 }));
			assert.equal(rows.length, 12);
			const { text } = granted(await service.event({ id, ...(rows[0] as (typeof rows)[number]) }));
			assert.match(text, /bitsadmin/i);
			await service.closeRun(id);
			const closed = await service.page({ id, first: 0, count: 1 });
			assert.equal(isRefusal(closed) && closed.reason, "closed");
		} finally {
			await service.dispose();
		}
	});
});
