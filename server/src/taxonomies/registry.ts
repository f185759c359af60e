// The taxonomies that Huntmark knows.
import cbcloud from "./cbcloud.ts";
import cbedr from "./cbedr.ts";
import type { Taxonomy } from "./defineTaxonomy.ts";
import ecs from "./ecs.ts";
import mde from "./mde.ts";
import ocsf from "./ocsf.ts";
import redcloak from "./redcloak.ts";
import sysmon from "./sysmon.ts";
import winsec from "./winsec.ts";

export const taxonomies: readonly Taxonomy[] = [redcloak, sysmon, winsec, ecs, ocsf, mde, cbedr, cbcloud];
