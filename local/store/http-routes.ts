import { type EmbeddedStore, fakeAccessToken } from './embedded-store';
import { isApiVersion } from './schema/versions';
import type { WireAnswer, WireRequest, WireResponse } from './wire';

interface Route {
  readonly method: WireRequest['method'];
  readonly path: RegExp;
  readonly answer: (
    store: EmbeddedStore,
    request: WireRequest,
    groups: Readonly<Record<string, string>>,
  ) => WireAnswer;
}

/** Everything the shop's host answers. */
const routes: readonly Route[] = [
  { method: 'POST', path: /^\/admin\/api\/(?<version>[^/]+)\/graphql\.json$/, answer: answerGraphql },
];

/** How long an exchange takes where nothing slows it down. */
const usualTookMs = 120;

export function answerHttp(store: EmbeddedStore, request: WireRequest): WireAnswer {
  const url = new URL(request.url);
  if (url.hostname !== store.shop) return { failure: 'unknown-host', tookMs: usualTookMs };
  for (const route of routes) {
    const match = route.path.exec(url.pathname);
    if (match && route.method === request.method) return route.answer(store, request, match.groups ?? {});
  }
  return json(404, { errors: 'Not Found' });
}

function answerGraphql(
  store: EmbeddedStore,
  request: WireRequest,
  groups: Readonly<Record<string, string>>,
): WireAnswer {
  const version = groups.version ?? '';
  if (!isApiVersion(version)) return json(404, { errors: 'Not Found' });
  if (request.headers['x-shopify-access-token'] !== (store.options.accessToken ?? fakeAccessToken)) {
    return json(401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  }
  const { query, variables, operationName } = JSON.parse(String(request.body));
  return json(200, store.execute({ query, variables, operationName, apiVersion: version }));
}

function json(status: number, body: unknown): WireResponse {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(body), tookMs: usualTookMs };
}
