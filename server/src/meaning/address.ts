// IP addresses in one form that sorts: 32 lower-case hex digits.
import ipaddr from "ipaddr.js";

/**
 * The address as 32 lower-case hex digits; IPv4 as `::ffff:a.b.c.d`, so that both spellings are one. `null`: it is not
 * wholly an address (a partial one, a zone, a port, leading zeros in IPv4).
 */
export function parseAddress(text: string): string | null {
	return isAddress(text) ? hex(ipaddr.parse(text)) : null;
}

/** First and last address of a network (`10.0.0.0/8`, `fe80::/10`); bits after the prefix do not matter. */
export function parseNetwork(text: string): { readonly from: string; readonly to: string } | null {
	const parts = /^([^/]+)\/(\d{1,3})$/.exec(text);
	const address = parts?.[1] === undefined ? null : parseAddress(parts[1]);
	if (!parts || address === null) return null;
	const width = parts[1]?.includes(":") ? 128 : 32;
	const free = width - Number(parts[2]);
	if (free < 0) return null;
	const ones = (1n << BigInt(free)) - 1n;
	const value = BigInt(`0x${address}`);
	return { from: digits(value & ~ones), to: digits(value | ones) };
}

/** Stricter than the library, which also reads `0x7f.1` and zones. */
function isAddress(text: string): boolean {
	// The library throws for each text that is none, which takes a hundred times as long.
	if (!/^[0-9a-f]*[:.][0-9a-f:.]+$/i.test(text)) return false;
	if (!text.includes(":")) return ipaddr.IPv4.isValidFourPartDecimal(text);
	const tail = text.slice(text.lastIndexOf(":") + 1);
	if (tail.includes(".") && !ipaddr.IPv4.isValidFourPartDecimal(tail)) return false;
	return ipaddr.IPv6.isValid(text);
}

function hex(address: ipaddr.IPv4 | ipaddr.IPv6): string {
	const six = address.kind() === "ipv4" ? (address as ipaddr.IPv4).toIPv4MappedAddress() : address;
	return six
		.toByteArray()
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");
}

function digits(value: bigint): string {
	return value.toString(16).padStart(32, "0");
}
