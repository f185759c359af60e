// A workspace without Markdown on disk.
import type { HuntFilesPort } from "../../server/src/workspace/ports.ts";

export const noMarkdown: HuntFilesPort = {
	setFolders: () => {},
	markdown: async () => [],
	read: async () => null,
	stamp: async () => null,
	telemetryBeside: async () => [],
	missing: async () => [],
};
