import { isApiVersion } from '../graphql/schema/versions';
import type { EmbeddedStore } from '../store-types';
import type { WireAnswer, WireRequest } from '../wire';
import { applyFault } from './faults/apply-fault';
import { readGraphqlBody } from './graphql-body';
import { answerHttp } from './http-routes';
import { usualTookMs } from './latency';
import { documentOf, operationOf, rootFieldsOf } from './prepared-request';

/** One request and its answer, with everything that happens between and to them. */
export function exchange(store: EmbeddedStore, request: WireRequest): WireAnswer {
  const { edge } = store;
  if (edge.requests > 0) edge.otherPeople.actMaybe(store);
  edge.requests += 1;
  const requestId = `embedded-${String(edge.requests).padStart(8, '0')}`;
  const fault = edge.faults.next(rootFieldsSent(request));
  const answer = () => finished(store, answerHttp(store, request));
  return withRequestId(fault ? applyFault(fault, answer) : answer(), requestId);
}

/** Gives an answer that does not know how long it took the usual time. */
function finished({ edge }: EmbeddedStore, answer: WireAnswer): WireAnswer {
  return answer.tookMs > 0 ? answer : { ...answer, tookMs: edge.latencyMs ?? usualTookMs.other };
}

function withRequestId(answer: WireAnswer, requestId: string): WireAnswer {
  return 'failure' in answer
    ? answer
    : { ...answer, headers: { ...answer.headers, 'X-Request-Id': requestId } };
}

/** None for what is not a valid GraphQL request. */
function rootFieldsSent(request: WireRequest): readonly string[] {
  const version = /\/admin\/api\/([^/]+)\/graphql\.json$/.exec(new URL(request.url).pathname)?.[1];
  if (version === undefined || !isApiVersion(version)) return [];
  const sent = readGraphqlBody(request);
  const document = 'status' in sent ? undefined : documentOf(sent, version);
  return document && !('status' in sent) ? rootFieldsOf(operationOf(document, sent.operationName)) : [];
}
