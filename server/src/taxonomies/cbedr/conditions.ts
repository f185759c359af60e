// What tells the events of Carbon Black EDR apart in which one name means different things.
import type { When } from "../defineTaxonomy.ts";

/** Every process that a search finds tells its computer's system; raw events do not, nor does Carbon Black Cloud. */
export const inSearch: When = { field: "os_type", equals: ["windows", "osx", "linux"] };

export const inbound: When = { field: "direction", equals: ["inbound"] };

export const outbound: When = { field: "direction", equals: ["outbound"] };
