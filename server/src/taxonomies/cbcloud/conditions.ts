// What tells the events of Carbon Black Cloud apart in which one name means different things.
import type { When } from "../defineTaxonomy.ts";

/** Every event tells its computer's system by this name; Carbon Black EDR has another. */
export const inCloud: When = { field: "device_os", equals: ["WINDOWS", "MAC", "LINUX"] };

export const inbound: When = { field: "netconn_inbound", equals: ["true"] };

export const outbound: When = { field: "netconn_inbound", equals: ["false"] };
