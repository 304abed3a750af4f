import { outputPath, serveOutput } from '../shop/bulk-operations/serve-output';
import type { EmbeddedStore } from '../store-types';
import type { WireAnswer, WireRequest } from '../wire';
import { htmlAnswer, jsonAnswer } from './answers';
import { accessScopesAnswer } from './auth/access-scopes';
import { authenticate, unauthorizedBody } from './auth/authenticate';
import { answerAuthorize } from './auth/authorization-code';
import { answerTokenRequest } from './auth/token-endpoint';
import { answerGraphql } from './graphql-endpoint';
import {
  answerBucketForm,
  answerBucketPut,
  answerPathForm,
  answerPrivate,
  bucketHost,
  storageHost,
} from './staged-uploads/routes';

interface Route {
  /** The shop itself, or the names of another host. */
  readonly host: 'shop' | RegExp;
  readonly method: WireRequest['method'];
  readonly path: RegExp;
  /** `groups`: what the path's named groups matched. An answer that takes 0 ms is given the usual time. */
  readonly answer: (
    store: EmbeddedStore,
    request: WireRequest,
    groups: Readonly<Record<string, string>>,
  ) => WireAnswer;
}

/** Everything that this store's hosts answer; another address is another row. */
const routes: readonly Route[] = [
  {
    host: 'shop',
    method: 'POST',
    path: /^\/admin\/api\/(?<version>[^/]+)\/graphql\.json$/,
    answer: answerGraphql,
  },
  {
    host: 'shop',
    method: 'POST',
    path: /^\/admin\/oauth\/access_token(\.json)?$/,
    answer: (store, request) => answerTokenRequest(store.edge.apps, request, store.shop, store.options.now()),
  },
  {
    host: 'shop',
    method: 'GET',
    path: /^\/admin\/oauth\/authorize$/,
    answer: (store, request) => answerAuthorize(store.edge.apps, request, store.shop, store.options.now()),
  },
  { host: 'shop', method: 'GET', path: /^\/admin\/oauth\/access_scopes\.json$/, answer: answerAccessScopes },
  { host: bucketHost, method: 'POST', path: /^\/$/, answer: answerBucketForm },
  { host: bucketHost, method: 'PUT', path: /^\//, answer: answerBucketPut },
  { host: bucketHost, method: 'GET', path: /^\//, answer: answerPrivate },
  { host: storageHost, method: 'GET', path: outputPath, answer: serveOutput },
  { host: storageHost, method: 'POST', path: /^\/(?<bucket>[^/]+)\//, answer: answerPathForm },
];

export function answerHttp(store: EmbeddedStore, request: WireRequest): WireAnswer {
  const { hostname, pathname } = new URL(request.url);
  const hosted = routes.filter(({ host }) =>
    host === 'shop' ? hostname === store.shop : host.test(hostname),
  );
  for (const route of hosted) {
    const match = route.path.exec(pathname);
    if (match && route.method === request.method) return route.answer(store, request, match.groups ?? {});
  }
  if (hosted.length > 0) return jsonAnswer(404, { errors: 'Not Found' });
  // Every name below myshopify.com resolves; for an unknown shop there is a page (public reports).
  if (hostname.endsWith('.myshopify.com')) return htmlAnswer(404, 'Not Found', 'This shop does not exist.');
  return { failure: 'unknown-host', tookMs: 0 };
}

function answerAccessScopes(store: EmbeddedStore, request: WireRequest): WireAnswer {
  const token = authenticate(store.edge.apps, request.headers['x-shopify-access-token'], store.options.now());
  return token ? accessScopesAnswer(token) : jsonAnswer(401, unauthorizedBody);
}
