// What can be written at the cursor; what an item means is told when it is looked at.
import { type CompletionItem, CompletionRequest, CompletionResolveRequest } from "vscode-languageserver/node";
import { lettersInOrder } from "../../base/lettersInOrder.ts";
import { wantsDataPaths } from "../../features/completing/documentCompletion.ts";
import type { CompletionItem as OfferedItem } from "../../features/completing/item.ts";
import { completion } from "../../features/completion.ts";
import { toCompletionItems } from "../convert.ts";
import { documentRequest, plainRequest, type ServedRequest } from "../request.ts";

export const completionRequest: ServedRequest = {
	provides: () => ({
		completionProvider: { triggerCharacters: [":", "(", '"', ".", " ", "`", "|"], resolveProvider: true },
	}),
	register(session) {
		const offered: Offered = { list: 0, items: [] };
		for (const request of [offer, resolve]) request(offered).register(session);
	},
};

/** What was offered last: editors look at items of no other list. */
interface Offered {
	list: number;
	items: readonly CompletionItem[];
}

/** So many are offered at once; with more, the editor asks again when more is typed. */
const mostOffered = 300;

/** Which item of which list it is, as the client sends it back. */
type ItemPlace = readonly [list: number, item: number];

const offer = (offered: Offered) =>
	documentRequest({
		type: CompletionRequest.type,
		none: null,
		async answer({ position }, { uri, analysis, lines }, { service, client }) {
			const offset = lines.offsetAt(position);
			const dataPaths = wantsDataPaths(analysis, offset) ? await service.dataPaths(uri) : [];
			const found = completion(analysis, offset, dataPaths);
			if (!found) return null;
			const fitting = found.items.filter(mayMean(analysis.text.slice(found.span[0], offset)));
			const best = fitting.slice(0, mostOffered);
			offered.list++;
			offered.items = toCompletionItems(lines, { ...found, items: best }, client);
			const items = offered.items.map(({ documentation: _, ...item }, at) => {
				const data: ItemPlace = [offered.list, at];
				return { ...item, data };
			});
			return fitting.length > best.length ? { isIncomplete: true, items } : items;
		},
	});

/** Whether what is typed may mean the item: editors compare it with the label, too. */
function mayMean(typed: string): (item: OfferedItem) => boolean {
	const fits = lettersInOrder(typed);
	return ({ label, detail, kind }) => fits(kind === "technique" ? `${label} ${detail}` : label);
}

const resolve = (offered: Offered) =>
	plainRequest({
		type: CompletionResolveRequest.type,
		answer(item) {
			const [list, at] = item.data as ItemPlace;
			const documentation = list === offered.list ? offered.items[at]?.documentation : undefined;
			return documentation ? { ...item, documentation } : item;
		},
	});
