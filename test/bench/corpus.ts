// 500 queries as hunters write them, in the language that Huntmark, npm `lucene` and npm `liqe` all read: so no list of
// values behind a field (`f:(a OR b)`), which liqe does not know.

/** `%` is the query's number, so that no two are the same. */
const shapes = [
	"image_path:tool%.exe AND NOT (commandline:list OR commandline:getieproxy OR commandline:reset OR commandline:info)",
	'commandline:"bitstransfer %" AND NOT commandline:"allusers"',
	"event_id:4688 AND (new_process_name:powershell% OR new_process_name:pwsh) AND NOT user:svc_update",
	"((image:a%.exe AND user:bob) OR (image:c.exe AND (user:dora OR NOT user:emil))) AND host:ws12",
	'image_path:"C:\\\\Windows\\\\System32\\\\tool%.exe" AND commandline:*whoami*',
	"parent_image:winword% AND (image:cmd.exe OR image:powershell.exe OR image:mshta.exe OR image:wscript.exe)",
	"port:[1024 TO 6%] AND NOT (port:3389 OR port:5985) AND protocol:tcp",
	"commandline:/frombase64string%/ AND NOT parent_image:ccmexec.exe",
	"hash:44d88612fea8a8f36de82e1278abb0% OR hash:3395856ce81f2b7382dee72602f798b6",
	"target_object:*Run* AND details:*Temp% AND NOT image:msiexec.exe AND NOT (user:system OR user:trustedinstaller)",
];

export const corpus: readonly string[] = Array.from({ length: 500 }, (_, number) =>
	(shapes[number % shapes.length] as string).replaceAll(
		"%",
		String(10 + (number % 90)).concat(String(number).slice(-1)),
	),
);
