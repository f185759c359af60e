import type { PageAnswer } from "../../server/src/protocol/requests.ts";
import type { Row } from "../../server/src/protocol/run.ts";
/** Rows in one request. */
export declare const pageSize = 200;
export interface PagerOptions {
    /** Number of rows that there are. */
    readonly total: number;
    readonly fetch: (first: number, count: number) => Promise<PageAnswer>;
    /** Rows `[first, end)` have arrived. */
    readonly onRows: (first: number, end: number) => void;
    readonly onRefused: (refusal: Exclude<PageAnswer, {
        readonly rows: unknown;
    }>) => void;
}
export interface Pager {
    readonly total: number;
    /** `undefined` while it is not here. */
    row(index: number): Row | undefined;
    /** Rows `[first, end)` are on the screen: what is missing of them is fetched, anything else that waits is not. */
    want(first: number, end: number): void;
    /** Answers that are still under way are dropped. */
    stop(): void;
}
/** At most two requests are under way; the newest `want` decides which come next. */
export declare function createPager({ total, fetch, onRows, onRefused }: PagerOptions): Pager;
