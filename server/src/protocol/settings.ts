// What a user sets for their own editor; what a team shares is in huntmark.json.

/** Each is `huntmark.<name>` in VS Code; other clients send them as `initializationOptions.settings`. */
export interface Settings {
	/** When problems of open hunts are looked for: with every change, or when the hunt is opened and saved. */
	readonly lint: "onType" | "onSave";
}

export const defaultSettings: Settings = { lint: "onType" };
