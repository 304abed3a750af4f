import { createHmac } from 'node:crypto';
import { createVirtualClock, type VirtualClock } from '../../../local/apps-script/runtime/clock';
import { createStore, fakeAccessToken } from '../../../local/store/embedded-store';
import { usualApp } from '../../../local/store/http/edge';
import type { EmbeddedStore, StoreOptions } from '../../../local/store/store-types';
import { type Credential, credentialsIn } from '../../../src/ports/credential';
import type { Secrets } from '../../../src/ports/storage';
import type { HmacSha256Hex } from '../../../src/ports/system';
import type { AuthContext, AuthStrategy } from '../../../src/shopify/auth/auth-strategy';
import { authorizeUrl, exchangeCode } from '../../../src/shopify/auth/authorize';
import { openAuth } from '../../../src/shopify/auth/open-auth';
import { isTokenRequest, type StoreHttp, storeHttp } from './store-http';

export const START_MS = Date.UTC(2026, 10, 23, 9);
export const HOUR_MS = 3_600_000;
const REDIRECT_URI = 'https://script.google.com/macros/d/example/usercallback';
const SECRET_KEY = 'shopify:embedded-store.myshopify.com:app';

export const hmac: HmacSha256Hex = (message, key) => createHmac('sha256', key).update(message).digest('hex');

/** A way of connecting, as the battery needs to know it. */
export interface Way {
  readonly name: Credential['kind'];
  /** How long Shopify says that a token lives; null where it does not say. */
  readonly lifetimeMs: number | null;
  connect(context: AuthContext, store: EmbeddedStore): void;
}

export const PERMANENT_TOKEN: Way = {
  name: 'permanent-token',
  lifetimeMs: null,
  connect: (context) => save(context, { kind: 'permanent-token', accessToken: fakeAccessToken }),
};

const CLIENT_CREDENTIALS: Way = {
  name: 'client-credentials',
  lifetimeMs: 86_399_000,
  connect: (context) => save(context, { kind: 'client-credentials', ...usualApp }),
};

export const AUTHORIZATION_CODE: Way = {
  name: 'authorization-code',
  lifetimeMs: 3_600_000,
  connect: (context, store) => {
    const credential = { kind: 'authorization-code', ...usualApp } as const;
    const exchanged = exchangeCode(context, credential, approve(store), hmac);
    if (!exchanged.ok) throw new Error(exchanged.problem.message);
  },
};

export const WAYS: readonly Way[] = [PERMANENT_TOKEN, CLIENT_CREDENTIALS, AUTHORIZATION_CODE];
export const RENEWING_WAYS: readonly Way[] = [CLIENT_CREDENTIALS, AUTHORIZATION_CODE];

/** The merchant lets the app in; answers what Shopify adds to the callback address. */
export function approve(store: EmbeddedStore, state = 'state-of-the-test'): Record<string, string> {
  const credential = { kind: 'authorization-code', ...usualApp } as const;
  const url = authorizeUrl(store.shop, credential, {
    scopes: ['write_products'],
    redirectUri: REDIRECT_URI,
    state,
  });
  const answer = store.send({ method: 'GET', url, headers: {}, body: '' });
  if ('failure' in answer) throw new Error(answer.failure);
  return Object.fromEntries(new URL(answer.headers.Location ?? '').searchParams);
}

export interface Connected {
  readonly store: EmbeddedStore;
  readonly clock: VirtualClock;
  readonly http: StoreHttp;
  /** Each text that was stored under the connection's key, in order. */
  readonly writes: readonly string[];
  readonly context: AuthContext;
  /** Takes away what is stored. */
  forget(): void;
  /** What is stored now. */
  stored(): Credential | undefined;
  /** The strategy as an execution of its own opens it: it remembers nothing. */
  open(): AuthStrategy;
  tokenRequests(): number;
  /** Whether Shopify's Admin API lets this token in. */
  works(token: string): boolean;
}

/** An embedded store, connected in one way through the Http port; `lock` may let others act. */
export function connected(
  way: Way,
  { lock, ...options }: Partial<StoreOptions> & { readonly lock?: AuthContext['lock'] } = {},
): Connected {
  const clock = createVirtualClock(START_MS);
  const store = createStore({ now: clock.now, redirectUrls: [REDIRECT_URI], ...options });
  const http = storeHttp(store, clock);
  const kept = new Map<string, string>();
  const writes: string[] = [];
  const secrets: Secrets = {
    seenBy: 'user',
    load: (key) => kept.get(key),
    save: (key, value) => {
      kept.set(key, value);
      writes.push(value);
    },
    remove: (key) => void kept.delete(key),
  };
  const context: AuthContext = {
    shop: store.shop,
    http,
    clock: { now: clock.now, sleep: clock.advance },
    lock: lock ?? { withLock: (_scope, _waitMs, action) => action() },
    credentials: credentialsIn(secrets, SECRET_KEY),
  };
  way.connect(context, store);
  return {
    store,
    clock,
    http,
    writes,
    context,
    forget: () => secrets.remove(SECRET_KEY),
    stored: () => {
      const text = kept.get(SECRET_KEY);
      return text === undefined ? undefined : (JSON.parse(text) as Credential);
    },
    open: () => openAuth(context),
    tokenRequests: () => http.sent.filter(isTokenRequest).length,
    works: (token) => {
      const answer = store.send({
        method: 'POST',
        url: `https://${store.shop}/admin/api/2026-10/graphql.json`,
        headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
        body: JSON.stringify({ query: '{ shop { name } }' }),
      });
      return 'status' in answer && answer.status === 200;
    },
  };
}

/** The token that a strategy gives, or a failed test that says why it gives none. */
export function tokenOf(result: ReturnType<AuthStrategy['accessToken']>): string {
  if (!result.ok) throw new Error(`No token: ${result.problem.message}`);
  return result.value;
}

function save({ credentials }: AuthContext, credential: Credential): void {
  credentials.save(credential);
}
