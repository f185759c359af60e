// Serves the installed VS Code on loopback, with our VSIX in it.
import { execFile, spawn } from "node:child_process";
import { mkdir, open, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { installVsCode } from "./install.ts";

export interface ServeOptions {
	/** Of this VS Code alone: user data, extensions, log. */
	readonly folder: string;
	readonly vsix: string;
	readonly settings: Readonly<Record<string, unknown>>;
	/** Asked for in the browser; without one any process of this machine may connect. */
	readonly password?: string;
	/** Whether folders have to be trusted before something runs in them. */
	readonly workspaceTrust: boolean;
	/** Lets tests drive the workbench. */
	readonly testDriver: boolean;
}

export interface ServedVsCode {
	/** Without a closing slash. */
	readonly url: string;
	/** Where the server writes what it has to say. */
	readonly log: string;
	/** Resolves when it has ended, by itself or by `stop`. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/** Resolves when the server answers. */
export async function serveVsCode(options: ServeOptions): Promise<ServedVsCode> {
	const { folder, vsix } = options;
	const { node, entry } = await installVsCode();
	const user = join(folder, "data", "User");
	await mkdir(user, { recursive: true });
	await writeFile(join(user, "settings.json"), JSON.stringify({ ...calm, ...options.settings }, null, "\t"));
	const config = join(folder, "config.yaml");
	await writeFile(config, "");
	const folders = [
		...["--config", config, "--user-data-dir", join(folder, "data"), "--extensions-dir", join(folder, "extensions")],
	];
	const env = {
		...process.env,
		EXTENSIONS_GALLERY: "{}",
		CODE_SERVER_SESSION_SOCKET: join(folder, "session.sock"),
		...(options.password === undefined ? {} : { PASSWORD: options.password }),
	};
	await promisify(execFile)(node, [entry, ...folders, "--install-extension", vsix, "--force"], { env });

	const port = await freePort();
	const log = join(folder, "server.log");
	const logFile = await open(log, "w");
	const server = spawn(
		node,
		[
			entry,
			...folders,
			...["--bind-addr", `127.0.0.1:${port}`, "--auth", options.password === undefined ? "none" : "password"],
			...["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--disable-proxy"],
			...(options.workspaceTrust ? [] : ["--disable-workspace-trust"]),
			...(options.testDriver ? ["--vscode-option", "enable-smoke-test-driver"] : []),
		],
		// Its own process group: its extension hosts, servers and runners end with it.
		{ env, stdio: ["ignore", logFile.fd, logFile.fd], detached: true },
	);
	await logFile.close();
	const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
	const served: ServedVsCode = {
		url: `http://127.0.0.1:${port}`,
		log,
		ended,
		async stop() {
			if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, "SIGTERM");
			await ended;
		},
	};
	await answering(served);
	return served;
}

/** Nothing that asks, greets, updates or reports. */
const calm = {
	"chat.disableAIFeatures": true,
	"chat.agentHost.enabled": false,
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"git.enabled": false,
	"telemetry.telemetryLevel": "off",
	"workbench.enableExperiments": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.startupEditor": "none",
};

/** A port of loopback that nobody listens on now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}

/** Asks until the server answers: it has no event for that which we could hear. */
async function answering({ url, log, ended }: ServedVsCode): Promise<void> {
	let over = false;
	void ended.then(() => {
		over = true;
	});
	const deadline = Date.now() + 60_000;
	while (!over && Date.now() < deadline) {
		const up = await fetch(`${url}/healthz`).then(
			({ ok }) => ok,
			() => false,
		);
		if (up) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`VS Code did not start; see ${log}`);
}
