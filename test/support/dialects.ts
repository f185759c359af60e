// The ways in which a query may be read, by the names that tables of tests use.
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";

export const namedDialects = {
	redcloak: dialectOf("redcloak"),
	lucene: dialectOf("lucene"),
	"lucene AND": dialectOf("lucene", { defaultOperator: "AND" }),
	es: dialectOf("lucene", { es: true }),
	kibana: dialectOf("kibana"),
	carbonblack: dialectOf("carbonblack"),
} as const satisfies Readonly<Record<string, Dialect>>;
