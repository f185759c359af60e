// How a field's name is written in a query.
import { quote } from "../../syntax/literal.ts";

/** As it is where it is a plain name, else in quotes: names of telemetry can hold blanks, colons and operators. */
export function writtenName(name: string): string {
	return /^[A-Za-z0-9_@][\w.@-]*$/.test(name) ? name : quote(name);
}
