// A hundred queries shaped as hunters write them, slips included. Words and indicators are made up.

/** One query a line; a `⏎` stands for a line break inside one. */
const lines = String.raw`
process:certutil.exe AND commandline:(urlcache OR decode)
commandline:-enc
commandline:(-enc OR -nop OR -w)
commandline:"-windowstyle hidden" AND -user:backup
processimage:C:\Windows\System32\rundll32.exe
processimage:C:\Users\*\AppData\Local\Temp\*.exe AND -signer:"Northwind Traders"
processimage:C:\PROGRA~1\Tool\run?.exe
path:\\fileserver\share\drop\*.dll
registrypath:HKLM\Software\Microsoft\Windows\CurrentVersion\Run\*
registrypath:HKEY_CURRENT_USER\Software\Classes\ms-settings\shell*
registrypath:(HKCU\Environment OR HKU\.DEFAULT\Environment)
path:"C:\\Windows\\Temp\\stage.bin"
path:"C:\Windows\Temp\stage.bin"
path:C\:\\Windows\\Temp\\*
path:Temp\run.exe
path:/usr/bin/curl OR path:/tmp/.hidden/*
commandline:/transfer AND process:bitsadmin.exe
commandline:/\bfrombase64string\b/
commandline:/https?:\/\/[0-9.]+\// AND NOT user:svc_update
url:http://updates.example/payload.bin
url:"http://updates.example/payload.bin"
url:https://203.0.113.9:8443/a?b=c
srcip:10.0.0.0/8 AND -dstip:(192.168.0.0/16 OR 172.16.0.0/12)
dstip:2001\:db8\:\:/32
dstip:::1
dstport:[1024 TO 65535] AND -dstport:(3389 OR 5985)
dstport:{1023 TO 49152}
dstport:[8000 to 9000]
dstport:>1024
dstport:>=1024 AND dstport:<=2048
size > 1048576
time:[2026-01-01 TO 2026-02-01}
time:["2026-01-31 10:00:00" TO *]
time:>2026-01-31T10:00:00Z
time:[now-7d/d TO now]
eventid:4688 and newprocessname:powershell.exe
eventid:(4624 4625) AND logontype:10
eventid=4688 AND status!=0
eventid==1 && image:mshta.exe
event_id:1 || event_id:4688
user:alice OR user:bob AND NOT host:build*
+process:wmic.exe +commandline:process -user:inventory
!user:SYSTEM
NOT (user:SYSTEM OR user:"LOCAL SERVICE")
NOT NOT user:admin
-user:"-"
-_exists_:parentimage
_exists_:targetobject AND -_exists_:details
parentimage:* AND image:*
*:*
*
*:mimikatz
process.*:regsvr32
process.parent.name:=winword.exe
process.name:=(cmd.exe OR powershell.exe)
process.name:=pwsh*
commandline:""
commandline:=""
mimikatz
"net user /add"
net user administrator
commandline:net user
commandline:(net AND (user OR group OR localgroup) AND -"/domain")
commandline:(a g:b)
"Client Network Address":10.1.2.3
Client\ Network\ Address:10.1.2.3
@timestamp:2026-03
winlog.event_data.Image:*\\svchost.exe AND -user.name:*$
commandline:*vssadmin*delete*shadows*
commandline:p^ower^shell
commandline:"*.exe"
commandline:c?l*
hash:44d88612fea8a8f36de82e1278abb02f
hash:(44d88612fea8a8f36de82e1278abb02f, 3395856ce81f2b7382dee72602f798b6)
md5:{{hash}}
domain:{{ioc.domain}} AND -srcip:{{sensor}}
powershel~1
powershel~
"failed password"~5
"failed password"~5^2
(ransom OR locker)^2 AND extension:locked
image : cmd.exe
image: cmd.exe
image:cmd.exe AND user: "Domain Admin"
image:“cmd.exe” AND user:alice
image:cmd.exe AND user:alice
–user:alice AND image:cmd.exe
image:'cmd.exe'
user:caf\u00e9 OR user:CAFÉ
user:Ωmega OR user:"日本語"
pipe:\\.\pipe\evil*
commandline:"say \"hello\" now"
commandline:\(iex\ \(new-object
commandline:%TEMP%\\run.bat
commandline:$env:temp
service:{4f2a-91bc} OR clsid:{00024500-0000-0000-c000-000000000046}
image:(⏎  cmd.exe OR⏎  powershell.exe⏎) AND⏎-user:alice
image:cmd.exe AND⏎⏎	commandline:(whoami OR "net group")⏎AND NOT parentimage:explorer.exe
((image:a.exe AND user:b) OR (image:c.exe AND (user:d OR -user:e))) AND host:(f OR g OR "h i")
commandline:(certutil AND (-urlcache OR "-split") AND http*) OR commandline:(curl AND "-o")
`;

export const queries: readonly string[] = lines
	.trim()
	.split("\n")
	.map((line) => line.replaceAll("⏎", "\n"));
