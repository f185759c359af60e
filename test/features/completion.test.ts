// What is offered where.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldOffers } from "../../server/src/features/knowledge/fieldOffers.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";
import { catalogOf, checkAccepted, checkCompletion } from "../support/features.ts";

const source = catalogOf({ Image: 312, EventID: 2000, Channel: 1999, ProcessId: 1990, "Client Address": 40, Empty: 0 });
const operators = "AND, OR, AND NOT";

test("fields where a clause begins, those that the source can answer first", () => {
	const first = "EventID, Channel, ProcessId, Image, Client Address, …";
	checkCompletion("<|>a:1", ["", first], source);
	checkCompletion("im<|>age_path:1", ["image_path", first], source);
	checkCompletion("a:1 AND <|>", ["", first], source);
	checkCompletion("a:1 OR -<|>", ["", first], source);
	checkCompletion("a:1 AND (<|>)", ["", first], source);
	checkCompletion("a:1 AND NOT ima<|>", ["ima", first], source);
	checkCompletion("a:1 AND process.<|>", ["process.", first], source);
});

test("fields after _exists_, without a colon of their own", () => {
	checkCompletion("x:1 AND _exists_:<|>", ["", "EventID, Channel, …"], source);
	checkAccepted("_exists_:Im<|>", "Image", "_exists_:Image", source);
	checkAccepted("_exists_:<|>", "Client Address", '_exists_:"Client Address"', source);
});

test("operators after a complete clause", () => {
	checkCompletion("a:1 <|>", ["", operators]);
	checkCompletion("a:1 A<|>", ["A", operators]);
	checkCompletion("a:1 <|> b:2", ["", operators]);
	checkCompletion("(a:1 OR b:2) <|>", ["", operators]);
	checkCompletion("a:(x <|>)", ["", operators]);
});

test("operators in small letters in Kibana", () => {
	const kibana = (query: string) => `---\ndialect: kibana\n---\n# Hunt\n\n## Analytic 1\n\n\`${query}\`\n`;
	checkCompletion(kibana("a:1 <|>"), ["", "and, or, and not"]);
	checkAccepted(kibana("a:1 <|>"), "and not", kibana("a:1 and not "));
	checkAccepted(kibana("a:1 and <|>"), "not", kibana("a:1 and not "));
});

test("values that are known, by the field's type and its vendor's documentation", () => {
	const levels = "Low, Medium, High, System";
	checkCompletion("IntegrityLevel:<|>", ["", levels]);
	checkCompletion("IntegrityLevel:Hi<|>", ["Hi", levels]);
	checkCompletion("IntegrityLevel:(High OR <|>)", ["", levels]);
	checkCompletion("IntegrityLevel:((High OR -S<|>y) OR x)", ["Sy", levels]);
	checkCompletion("a:1 AND winlog.event_data.Signed:<|> AND b:2", ["", "true, false"]);
	checkCompletion("Protocol:<|>", ["", "tcp, udp, 1, …"]);
	checkCompletion("TokenElevationType:%%19<|>", ["%%19", "%%1936, …"]);
	checkCompletion("UtcTime:<|>", ["", "[now-24h TO now], [now-7d TO now], …"]);
	checkCompletion("UtcTime:>=<|>", ["", "now-24h, now-7d, …"]);
	checkCompletion("UtcTime:>=now-<|>", ["now-", "now-24h, now-7d, …"]);
	checkCompletion("SourceIp:10.<|>", ["10.", "10.0.0.0/8, …"]);
	checkCompletion("LogonType:<|>", ["", "0, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, …"]);
	checkCompletion("TicketEncryptionType:0x<|>", ["0x", "0x1, 0x3, 0x11, 0x12, 0x17, 0x18, 0xFFFFFFFF"]);
	checkCompletion("GrantedAccess:0x<|>", ["0x", "0x1000, 0x1010, 0x1410, …"]);
	checkCompletion("DestinationPort:<|>", ["", "20, 21, 22, …"]);
	checkCompletion("NewValueType:<|>", ["", "%%1872, %%1873, …"]);
	checkCompletion("digsig_result:<|>", ["", "Signed, Unsigned, …"]);
	checkCompletion("EventID:<|>", ["", "1, 2, …"]);
});

test("an accepted value reads as itself", () => {
	checkAccepted("SourceIp:fe<|>", "fe80::/10", String.raw`SourceIp:fe80\:\:/10`);
	checkAccepted("TicketEncryptionType:(0x<|>)", "0x17", "TicketEncryptionType:(0x17)");
	checkAccepted("UtcTime:<|>", "[now-7d TO now]", "UtcTime:[now-7d TO now]");
	const lucene = (query: string) => `---\ndialect: lucene\n---\n# Hunt\n\n## Analytic 1\n\n\`${query}\`\n`;
	checkAccepted(lucene("SourceIp:10<|> AND a:1"), "10.0.0.0/8", lucene(String.raw`SourceIp:10.0.0.0\/8 AND a:1`));
});

test("nothing where any value may be written", () => {
	checkCompletion("SourceIp:=<|>", null);
	checkCompletion("IntegrityLevel:><|>", null);
	checkCompletion('IntegrityLevel:"H<|>"', null);
	checkCompletion("UtcTime:[now<|> TO now]", null);
	checkCompletion("IntegrityLevel:High<|>~2", ["High", "Low, …"]);
	checkCompletion("a:<|>", null);
	checkCompletion("a:b<|>", null);
	checkCompletion('a:"b <|>c"', null);
	checkCompletion('a:"b <|>', null);
	checkCompletion("a:(x OR <|>)", null);
	checkCompletion("a:(x OR (y OR <|>))", null);
	checkCompletion("a:[1 TO <|>5]", null);
	checkCompletion("a:C:\\<|>Temp", null);
	checkCompletion("a:/b<|>c/", null);
});

test("an accepted field replaces the whole word and brings its colon", () => {
	checkAccepted("a:1 AND im<|>", "image_path", "a:1 AND image_path:");
	checkAccepted("im<|>age:x", "image_path", "image_path:x");
	checkAccepted("a:1 AND <|>b:2", "image_path", "a:1 AND image_path:b:2");
	checkAccepted("a:1 AND cl<|>", "Client Address", 'a:1 AND "Client Address":', source);
	checkAccepted("a:1 <|>", "AND NOT", "a:1 AND NOT ");
});

test("a code span that is no query yet is one to be", () => {
	checkCompletion("<|>", ["", "image_path, …"]);
	checkCompletion("im<|>", ["im", "image_path, …"]);
});

test("outside queries no fields are offered", () => {
	checkCompletion("# Hunt\n\n## Analytic 1\n\n<|>\n\n`a:1`\n", ["", "analytic, tests, detections"]);
	checkCompletion("# Hunt\n\n## Analytic 1\n\nThe `im<|>` field.\n\n`a:1`\n", null);
	checkCompletion("# Hunt\n\n`im<|>`\n\n## Analytic 1\n\n`a:1`\n", null);
	checkCompletion("# README\n\n`im<|>`\n", null);
});

test("names of which only the type is known come last, unless the source has them", () => {
	for (const catalog of [null, catalogOf({ "process.thread.id": 5 })]) {
		const names = fieldOffers({ catalog, vocabulary: standardVocabulary }).map(({ name }) => name);
		const ranks = ["process.thread.id", "image_path", "process.pid", "agent.build.original"].map((name) =>
			names.indexOf(name),
		);
		if (!catalog) ranks.push(ranks.shift() as number);
		assert.deepEqual(
			ranks,
			[...ranks].sort((a, b) => a - b),
		);
	}
});
