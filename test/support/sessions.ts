// Sessions that end with the tests of a file.
import { after } from "node:test";
import { type Session, type SessionOptions, startSession } from "./lspClient.ts";

const sessions: Session[] = [];
after(() => Promise.all(sessions.map((session) => session.dispose())));

/** As `startSession`; ended when the file's tests are. */
export async function session(options: SessionOptions = {}): Promise<Session> {
	const started = await startSession(options);
	sessions.push(started);
	return started;
}
