// Which foreign language of queries a text is in, by what only that language has.
import type { ForeignLanguage } from "./hunt.ts";

/** `null`: in none that is seen. A query in a dialect of ours is in none. */
export function foreignLanguageOf(text: string): ForeignLanguage | null {
	const code = withoutComments(text);
	return marks.find(([, isOne]) => isOne(code))?.[0] ?? null;
}

/** What the tables of osquery are called and those of other databases are not. */
const osqueryTables =
	/\b(?:FROM|JOIN)\s+(?:process(?:es|_(?:events|open_(?:sockets|files|pipes)|envs|memory_map|etw_events))|listening_ports|(?:user_|powershell_|windows_|bpf_process_|socket_|dns_lookup_|ntfs_journal_|yara_|file_)events|windows_eventlog|startup_items|scheduled_tasks|crontab|launchd|autoexec|osquery_\w+|system_info|os_version|logged_in_users|user_ssh_keys|authorized_keys|shell_history|(?:chrome|firefox)_\w+|kernel_(?:modules|extensions)|wmi_(?:cli_event_consumers|event_filters|filter_consumer_binding|script_event_consumers)|prefetch|shimcache|userassist|registry|services|drivers|certificates|authenticode|arp_cache|interface_addresses|etc_hosts|suid_bin|sudoers|hash|yara|users|groups|programs|deb_packages|rpm_packages|docker_\w+)\b/i;
const select = /^(?:SELECT\b[\s\S]+?\bFROM\b|WITH\s+(?:RECURSIVE\s+)?[\w"]+\s*(?:\([^()]*\)\s*)?AS\s*\()/i;

const kustoStep =
	/(?:^|\s)\|\s*(?:where|project(?:-away|-rename|-reorder|-keep)?|extend|summarize|take|limit|join|lookup|distinct|top|order\s+by|sort\s+by|union|parse|mv-expand|mv-apply|make-series|evaluate|invoke|render|count|getschema)\b/;
const splStep =
	/(?:^|\s)\|\s*(?:stats|tstats|eventstats|streamstats|table|rex|eval|where|search|dedup|rename|fields|sort|head|tail|top|rare|transaction|lookup|inputlookup|outputlookup|timechart|chart|bin|bucket|makemv|mvexpand|spath|fillnull|append|appendcols|join|iplocation|regex|convert|from|datamodel|collect|cluster|anomalydetection)\b/i;

/** Of each language, the most telling first: those above are not asked again. */
const marks: readonly (readonly [ForeignLanguage, (code: string) => boolean])[] = [
	["sigma", (code) => /^logsource:[ \t]*$/m.test(code) && /^detection:[ \t]*$/m.test(code)],
	[
		"yara",
		(code) =>
			/^(?:(?:import|include)\s+"[^"\n]*"\s*)*(?:(?:private|global)\s+)*rule\s+\w+[^{}]*\{[\s\S]*\bcondition\s*:/.test(
				code,
			),
	],
	[
		"esql",
		(code) =>
			/^(?:FROM\s+[\w.*:,"<>{}\s-]+?|ROW\s+\w+\s*=[^|]*|TS\s+[\w.*-]+\s*)(?:$|\|\s*(?:WHERE|STATS|EVAL|KEEP|DROP|RENAME|SORT|LIMIT|DISSECT|GROK|ENRICH|MV_EXPAND|INLINESTATS|LOOKUP|CHANGE_POINT|FORK|RERANK)\b)/i.test(
				code,
			) &&
			/^(?:from|row|ts)\b/i.test(code) &&
			code.includes("|"),
	],
	[
		"eql",
		(code) =>
			/^(?:(?:sequence|sample|join)\b(?:\s+(?:by|with)\s[^[\]]*)?\s*\[\s*\w+\s+where\b|(?:any|process|file|network|registry|library|driver|dns|authentication|iam|api|configuration|intrusion_detection|malware|host|session|web|image_load|security)\s+where\s)/i.test(
				code,
			),
	],
	["osquery", (code) => select.test(code) && osqueryTables.test(code)],
	["sql", (code) => select.test(code) && !/(?:^|\s)\|\s/.test(code)],
	["kusto", isKusto],
	["spl", isSpl],
	["shell", isShell],
];

/** A table that is piped, or a `let` before it. What SPL has too decides nothing. */
function isKusto(code: string): boolean {
	if (!kustoStep.test(code) || isSplSource(code)) return false;
	const begins =
		/^[ \t(]*(?:let\s+\w+\s*=|(?:union|search|find|print|datatable|externaldata)\b|[A-Za-z_]\w*[ \t]*(?:[(|]|$))/m.test(
			code,
		);
	return (
		begins &&
		(!splStep.test(code) ||
			/\|\s*(?:project|extend|summarize|take|distinct|mv-expand)\b|[=!]~|\b(?:has(?:_any|_all|_cs)?|startswith|endswith|in~)\b|==|\bago\(/.test(
				code,
			))
	);
}

function isSplSource(code: string): boolean {
	return /^(?:search\s+)?(?:index|sourcetype|source|eventtype|tag)\s*=|^\|\s*(?:tstats|inputlookup|from|datamodel|makeresults|metadata|rest|loadjob)\b|^`[\w-]+(?:\([^`]*\))?`/i.test(
		code,
	);
}

function isSpl(code: string): boolean {
	if (isSplSource(code)) return /(?:^|\s)\|/.test(code) || /^(?:search\s+)?index\s*=\S+\s+\S/i.test(code);
	return (
		splStep.test(code) &&
		/\|\s*(?:stats|tstats|eventstats|streamstats|timechart|chart)\b[^|]*\b(?:by|count)\b|\|\s*(?:table|rex|dedup)\s/i.test(
			code,
		)
	);
}

/** What is typed at a prompt: a mark of one, a cmdlet, or a tool that searches. */
function isShell(code: string): boolean {
	return (
		/^(?:#!|\$ \w|PS(?: [^>\n]*)?> ?\w|[A-Z]:\\[^>\n]*>\s*\w|sudo\s)/.test(code) ||
		/^(?:\$\w+\s*=\s*)?(?:Get|Set|New|Invoke|Select|Where|ForEach|Remove|Start|Stop|Import|Export|Test|Measure|Find|Enable|Disable)-[A-Z]\w+/.test(
			code,
		) ||
		/^(?:(?:e|f|z)?grep|awk|sed|curl|wget|find|jq|zeek-cut|bro-cut|tshark|tcpdump|journalctl|ausearch|netstat|lsof|yara|volatility|vol\.py|strings)\s+(?:-|['"/.])/.test(
			code,
		)
	);
}

/** The text from its first line that is no comment. */
function withoutComments(text: string): string {
	return text.replace(/^(?:\s*(?:\/\/|--|#(?!!)|```)[^\n]*(?:\n|$))+/, "").trim();
}
