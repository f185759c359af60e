export interface EventField {
    /** Dotted path. */
    readonly name: string;
    /** As it is written in the event, but for the quotes of a string. */
    readonly value: string;
}
/**
 * Every leaf in the event's order; lists of plain values stand in one field. Numbers keep their digits, also beyond 2^53.
 * `null` where the text is not a JSON object.
 */
export declare function eventFields(text: string): readonly EventField[] | null;
