// Names in logs of Windows that hunters read beside Security: PowerShell's and the service manager's.
import type { TaxonomyField, When } from "../defineTaxonomy.ts";

const powerShell =
	"https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_logging_windows";

const installed: When = { field: "EventID", equals: ["7045"] };

const winlogbeat = "https://www.elastic.co/guide/en/beats/winlogbeat/current/exported-fields.html";

/** PowerShell's script blocks (4104) and modules (4103), and installed services (7045). */
export const otherLogFields: readonly TaxonomyField[] = [
	{
		name: "ScriptBlockText",
		type: "text",
		description: "Text of a script block that PowerShell compiled.",
		example: "Start-BitsTransfer -Source $url -Destination $file",
		concept: "script_block_text",
		source: powerShell,
	},
	{
		name: "powershell.file.script_block_text",
		type: "text",
		description: "Winlogbeat's name for the text of a script block that PowerShell compiled.",
		example: "Start-BitsTransfer -Source $url -Destination $file",
		concept: "script_block_text",
		source: winlogbeat,
	},
	{
		name: "ScriptBlockId",
		type: "keyword",
		description: "Id of the script block, the same in all its parts.",
		example: "01b31643-0b0f-4f21-8b8f-0d4f6a8d9c55",
		concept: "script_block_id",
		source: powerShell,
	},
	{
		name: "Payload",
		type: "text",
		description: "Commands that PowerShell ran, with their parameters and output.",
		example: 'CommandInvocation(Start-BitsTransfer): "Start-BitsTransfer"',
		concept: "powershell_payload",
		source: powerShell,
	},
	{
		name: "powershell.command.invocation_details",
		type: "text",
		description: "Winlogbeat's name for the commands that PowerShell ran, with their parameters.",
		example: 'CommandInvocation(Start-BitsTransfer): "Start-BitsTransfer"',
		concept: "powershell_payload",
		source: winlogbeat,
	},
	{
		name: "winlog.logon.id",
		type: "keyword",
		description: "Winlogbeat's name for the logon session.",
		example: "0x3e7",
		concept: "logon_id",
		source: winlogbeat,
	},
	{
		name: "winlog.logon.type",
		type: "keyword",
		description: "Winlogbeat's name for the kind of logon, as a word.",
		example: "RemoteInteractive",
		concept: "logon_type_name",
		source: winlogbeat,
	},
	{
		name: "ContextInfo",
		type: "text",
		description: "Host, user and command line that PowerShell ran in.",
		example: "Host Name = ConsoleHost",
		concept: "powershell_context",
		source: powerShell,
	},
	{
		name: "ImagePath",
		type: "path",
		description: "Program of the service that was installed, with its arguments.",
		example: "%SystemRoot%\\PSEXESVC.exe",
		concept: "service_image_path",
		when: installed,
	},
	{
		name: "AccountName",
		type: "keyword",
		description: "Account that the installed service runs as.",
		example: "LocalSystem",
		concept: "service_account",
		when: installed,
	},
];
