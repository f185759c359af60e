// Whether what somebody types may mean a name.

/** Names that have its letters in their order, ignoring case and blanks; all for an empty text. */
export function lettersInOrder(typed: string): (name: string) => boolean {
	const letters = [...typed.toLowerCase().replace(/\s+/g, "")];
	return (name) => {
		const text = name.toLowerCase();
		let at = 0;
		return letters.every((letter) => {
			at = text.indexOf(letter, at) + 1;
			return at > 0;
		});
	};
}
