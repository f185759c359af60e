// What goes wrong in one message stays in that message.
import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver/node";

export interface Guard {
	/**
	 * Wraps the handler of a request: what it throws is logged with its stack, and that request alone fails. A `ResponseError`
	 * is an answer, and goes to the client as it is.
	 */
	request<P, R>(
		name: string,
		handler: (params: P, token: CancellationToken) => R | Promise<R>,
	): (params: P, token: CancellationToken) => Promise<R>;
	/** Wraps what listens to the client or the service: what it throws is logged, and nobody else hears of it. */
	listener<P>(name: string, listen: (params: P) => void): (params: P) => void;
}

export function createGuard(log: (line: string) => void): Guard {
	const note = (name: string, error: unknown) =>
		log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	return {
		request: (name, handler) => async (params, token) => {
			try {
				return await handler(params, token);
			} catch (error) {
				if (error instanceof ResponseError) throw error;
				note(name, error);
				throw new ResponseError(ErrorCodes.InternalError, `${name} failed; the log of Huntmark says more.`);
			}
		},
		listener: (name, listen) => (params) => {
			try {
				listen(params);
			} catch (error) {
				note(name, error);
			}
		},
	};
}
