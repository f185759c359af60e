// Requests of our own: what can be run, running it, and what a run found.
import { RequestType } from "vscode-languageserver/node";
import { summary } from "../../features/summary.ts";
import { targets } from "../../features/targets.ts";
import {
	type CloseParams,
	type EventAnswer,
	type EventParams,
	notifications,
	type PageAnswer,
	type PageParams,
	type ProgressParams,
	type Refusal,
	type RunAnswer,
	type RunParams,
	requests,
	type SourcesAnswer,
	type SourcesParams,
	type SummaryAnswer,
	type SummaryParams,
	type TargetsAnswer,
	type TargetsParams,
} from "../../protocol/requests.ts";
import { plainRequest, type ServedRequest } from "../request.ts";

export const runRequests: readonly ServedRequest[] = [
	plainRequest({
		type: new RequestType<TargetsParams, TargetsAnswer, void>(requests.targets),
		answer({ uri }, { service, linesOf }) {
			const analysis = service.analysis(uri);
			return analysis ? targets(analysis, linesOf(analysis)) : { analytics: [] };
		},
	}),
	plainRequest({
		type: new RequestType<SummaryParams, SummaryAnswer | null, void>(requests.summary),
		answer({ uri }, { service }) {
			const analysis = service.analysis(uri);
			return analysis && summary(analysis);
		},
	}),
	plainRequest({
		type: new RequestType<SourcesParams, SourcesAnswer, void>(requests.sources),
		answer: ({ uri }, { service }) => service.sources(uri),
	}),
	plainRequest({
		type: new RequestType<PageParams, PageAnswer, void>(requests.page),
		answer: (params, { service }) => service.page(params),
	}),
	plainRequest({
		type: new RequestType<EventParams, EventAnswer | Refusal, void>(requests.event),
		answer: (params, { service }) => service.event(params),
	}),
	plainRequest({
		type: new RequestType<CloseParams, null, void>(requests.close),
		async answer({ id }, { service }) {
			await service.closeRun(id);
			return null;
		},
	}),
	{
		/**
		 * Cancelling the request aborts the run; its progress is told under the client's own token. Checks look at the source
		 * that ran last.
		 */
		register({ connection, service, guard }) {
			let checked: string | null = null;
			const type = new RequestType<RunParams, RunAnswer | Refusal, void>(requests.run);
			connection.onRequest(
				type,
				guard.request("run", async (params: RunParams, token) => {
					const abort = new AbortController();
					token.onCancellationRequested(() => abort.abort());
					const answer = await service.run(params, {
						signal: abort.signal,
						onProgress: (progress) => {
							const told: ProgressParams = { runToken: params.runToken, progress };
							void connection.sendNotification(notifications.progress, told);
						},
					});
					const ran = params.source ?? null;
					if (ran !== checked) void service.selectSource(ran);
					checked = ran;
					return answer;
				}),
			);
		},
	},
];
