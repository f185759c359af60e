// The little of the world that every JavaScript host has and the pure rooms may use. A leaf: nothing here touches disk or net.
declare class URL {
	constructor(url: string, base?: string);
	readonly href: string;
	readonly protocol: string;
	readonly hostname: string;
	readonly pathname: string;
}
declare class TextDecoder {
	decode(input: Uint8Array): string;
}
/** Brings no types of its own. */
declare module "picomatch/posix.js" {
	// biome-ignore lint/style/noDefaultExport: it is how the package exports it
	export default function picomatch(pattern: string, options: { readonly dot: boolean }): (path: string) => boolean;
}
interface AbortSignal {
	readonly aborted: boolean;
	addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
	removeEventListener(type: "abort", listener: () => void): void;
}
