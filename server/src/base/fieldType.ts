// The types that a taxonomy or `huntmark.json` may declare for a field's values.

export type FieldType = "text" | "keyword" | "path" | "number" | "date" | "ip" | "hash" | "boolean";
