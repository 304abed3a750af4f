import type { GraphqlRequest } from '../graphql/execution/answer';
import { isApiVersion } from '../graphql/schema/versions';
import type { EmbeddedStore } from '../store-types';
import type { WireRequest, WireResponse } from '../wire';
import { jsonAnswer } from './answers';
import { withImpliedScopes } from './auth/access-scopes';
import { authenticate, unauthorizedBody } from './auth/authenticate';
import { readGraphqlBody } from './graphql-body';
import { mutationsTookMs, usualTookMs } from './latency';
import { meteredAnswer } from './metered-answer';
import { documentOf, operationOf } from './prepared-request';

/** `POST /admin/api/{version}/graphql.json`. */
export function answerGraphql(
  store: EmbeddedStore,
  request: WireRequest,
  groups: Readonly<Record<string, string>>,
): WireResponse {
  const { edge } = store;
  const asked = groups.version ?? '';
  if (!isApiVersion(asked)) return jsonAnswer(404, { errors: 'Not Found' });
  const apiVersion = edge.oldestApiVersion && asked < edge.oldestApiVersion ? edge.oldestApiVersion : asked;
  const nowMs = store.options.now();
  const token = authenticate(edge.apps, request.headers['x-shopify-access-token'], nowMs);
  if (!token) return jsonAnswer(401, unauthorizedBody);
  const sent = readGraphqlBody(request);
  if ('status' in sent) return sent;
  if (isTooMuch(sent.variables, edge.mostIdsInTime)) return timedOut;

  const document = documentOf(sent, apiVersion);
  const operation = document && operationOf(document, sent.operationName);
  const tookMs =
    edge.latencyMs ??
    (operation?.operation === 'mutation'
      ? mutationsTookMs(operation.selectionSet.selections.length)
      : usualTookMs.query);
  const accessScopes = withImpliedScopes(token.scopes);
  const wantsSearches = request.headers['shopify-search-query-debug'] === '1';
  const answer = document
    ? meteredAnswer(store, edge, sent, document, {
        clientId: token.clientId,
        accessScopes,
        wantsSearches,
        apiVersion,
        nowMs,
        endsAtMs: nowMs + tookMs,
        wantsCostFields: request.headers['shopify-graphql-cost-debug'] === '1',
      })
    : store.execute(sent, { apiVersion, accessScopes, wantsSearches });
  const response = jsonAnswer(200, answer);
  return { ...response, headers: { ...response.headers, 'X-Shopify-API-Version': apiVersion }, tookMs };
}

function isTooMuch(variables: GraphqlRequest['variables'], mostIds: number | undefined): boolean {
  const { ids } = variables ?? {};
  return mostIds !== undefined && Array.isArray(ids) && ids.length > mostIds;
}

/** As people report it: no data, no code, and a long wait. */
const timedOut: WireResponse = { ...jsonAnswer(200, { errors: [{ message: 'Timeout' }] }), tookMs: 10_000 };
