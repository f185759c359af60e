// Where the results page stands. The panel is one; an editor tab would be another.
import type { HostMessage, ViewMessage } from "../../../server/src/protocol/view.ts";

export interface ResultsHost {
	/** Brings the page in front; the keyboard stays where it is. */
	reveal(): void;
	/** Messages to a page that is not there are dropped: it asks for its state when it comes back. */
	post(message: HostMessage): void;
	onMessage(listener: (message: ViewMessage) => void): void;
}
