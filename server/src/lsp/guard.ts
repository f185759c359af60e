// What goes wrong in one request stays in that request.
import type { CancellationToken } from "vscode-languageserver/node";
import { ErrorCodes, ResponseError } from "vscode-languageserver/node";

/** Wraps a handler: what it throws is logged with its stack, and only the request it was for fails. */
export type Guard = <P, R>(
	name: string,
	handler: (params: P, token: CancellationToken) => R | Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R>;

export function createGuard(log: (line: string) => void): Guard {
	return (name, handler) => async (params, token) => {
		try {
			return await handler(params, token);
		} catch (error) {
			log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			throw new ResponseError(ErrorCodes.InternalError, `${name} failed; the log of Huntmark says more.`);
		}
	};
}
