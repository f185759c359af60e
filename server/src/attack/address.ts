// Where MITRE ATT&CK® describes a technique or tactic.

/** The address of the page of an id as `T1059.001` or `TA0005`, whether or not it exists; `null` for anything else. */
export function attackAddress(id: string): string | null {
	if (/^T\d{4}(\.\d{3})?$/.test(id)) return `https://attack.mitre.org/techniques/${id.replace(".", "/")}/`;
	return /^TA\d{4}$/.test(id) ? `https://attack.mitre.org/tactics/${id}/` : null;
}
