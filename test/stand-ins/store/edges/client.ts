import { createHmac } from 'node:crypto';
import { createStore, fakeAccessToken } from '../../../../local/store/embedded-store';
import type { EmbeddedStore, StoreOptions } from '../../../../local/store/store-types';
import type { WireAnswer, WireRequest, WireResponse } from '../../../../local/store/wire';

/** A store on a clock that the test moves, and the requests a client would send it. */
export interface TestClient {
  readonly store: EmbeddedStore;
  pass(ms: number): void;
  send(request: Partial<WireRequest>): WireAnswer;
  graphql(query: string, extra?: GraphqlExtras): WireAnswer;
  form(
    path: string,
    parameters: Readonly<Record<string, string>>,
    headers?: WireRequest['headers'],
  ): WireResponse;
}

interface GraphqlExtras {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  readonly version?: string;
  readonly headers?: WireRequest['headers'];
}

export function createClient(options: Omit<StoreOptions, 'now'> = {}): TestClient {
  let nowMs = Date.UTC(2026, 10, 23);
  const store = createStore({ ...options, now: () => nowMs });
  const send = (request: Partial<WireRequest>): WireAnswer =>
    store.send({ method: 'GET', url: `https://${store.shop}/`, headers: {}, body: '', ...request });
  return {
    store,
    pass: (ms) => {
      nowMs += ms;
    },
    send,
    graphql: (query, { variables = {}, token = fakeAccessToken, version = '2026-10', headers = {} } = {}) =>
      send({
        method: 'POST',
        url: `https://${store.shop}/admin/api/${version}/graphql.json`,
        headers: { 'content-type': 'application/json', 'x-shopify-access-token': token, ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    form: (path, parameters, headers = { accept: 'application/json' }) =>
      responded(
        send({
          method: 'POST',
          url: `https://${store.shop}${path}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams(parameters).toString(),
        }),
      ),
  };
}

export function responded(answer: WireAnswer): WireResponse {
  if ('failure' in answer) throw new Error(`No answer: ${answer.failure}`);
  return answer;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a client would, by what they should hold.
export const bodyOf = (answer: WireAnswer): any => JSON.parse(responded(answer).body);

/** As Shopify's documentation tells clients to check a callback. */
export function isSigned(parameters: URLSearchParams, secret: string): boolean {
  const pairs = [...parameters].filter(([name]) => name !== 'hmac').sort(([a], [b]) => (a < b ? -1 : 1));
  const message = new URLSearchParams(pairs).toString();
  return createHmac('sha256', secret).update(message).digest('hex') === parameters.get('hmac');
}
