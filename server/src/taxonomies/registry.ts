// The taxonomies that Huntmark knows.
import type { Taxonomy } from "./defineTaxonomy.ts";
import redcloak from "./redcloak.ts";
import sysmon from "./sysmon.ts";
import winsec from "./winsec.ts";

export const taxonomies: readonly Taxonomy[] = [redcloak, sysmon, winsec];
