// The colours of queries: all of a document, what of them has changed, and those of a range.
import {
	SemanticTokensBuilder,
	SemanticTokensDeltaRequest,
	SemanticTokensRangeRequest,
	SemanticTokensRequest,
} from "vscode-languageserver/node";
import { semanticTokens } from "../../features/semanticTokens.ts";
import { pushTokens, semanticTokensLegend, toSpan } from "../convert.ts";
import { type AskedDocument, documentRequest, type ServedRequest } from "../request.ts";

export const semanticTokensRequests: ServedRequest = {
	provides: () => ({
		semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
	}),
	register(session) {
		/** Of each open document; a builder knows the tokens that it built last. */
		const builders = new Map<string, SemanticTokensBuilder>();
		session.documents.onDidClose(({ document }) => builders.delete(document.uri));
		for (const request of [full, delta, range]) request(builders).register(session);
	},
};

type Builders = Map<string, SemanticTokensBuilder>;

const full = (builders: Builders) =>
	documentRequest({
		type: SemanticTokensRequest.type,
		none: { data: [] },
		answer(_, document) {
			const builder = new SemanticTokensBuilder();
			builders.set(document.uri, builder);
			return pushAll(builder, document).build();
		},
	});

const delta = (builders: Builders) =>
	documentRequest({
		type: SemanticTokensDeltaRequest.type,
		none: { data: [] },
		answer({ previousResultId }, document) {
			const builder = builders.get(document.uri) ?? new SemanticTokensBuilder();
			builders.set(document.uri, builder);
			builder.previousResult(previousResultId);
			return pushAll(builder, document).buildEdits();
		},
	});

const range = () =>
	documentRequest({
		type: SemanticTokensRangeRequest.type,
		none: { data: [] },
		answer({ range: asked }, { analysis, lines }) {
			const builder = new SemanticTokensBuilder();
			pushTokens(builder, lines, semanticTokens(analysis, toSpan(lines, asked)));
			return builder.build();
		},
	});

function pushAll(builder: SemanticTokensBuilder, { analysis, lines }: AskedDocument): SemanticTokensBuilder {
	pushTokens(builder, lines, semanticTokens(analysis, [0, analysis.text.length]));
	return builder;
}
