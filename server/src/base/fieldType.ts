// The types that a taxonomy or `huntmark.json` may declare for a field's values.

export const fieldTypes = ["text", "keyword", "path", "number", "date", "ip", "hash", "boolean"] as const;

export type FieldType = (typeof fieldTypes)[number];
