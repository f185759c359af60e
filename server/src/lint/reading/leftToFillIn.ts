// What a template leaves to fill in where an id or name belongs.

/** As `Txxxx`, `T...`, `<id>`, `TODO`, `none`: it cites nothing, rightly or wrongly. */
export function isLeftToFillIn(id: string): boolean {
	return /x{2,}|[<>{}?#…]|\.\.|^(?:todo|tbd|n\/?a|none|unknown|-+)$/i.test(id);
}
