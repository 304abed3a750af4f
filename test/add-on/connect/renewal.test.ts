import { uninstallApp } from '../../../local/store/http/auth/apps';
import { usualApp } from '../../../local/store/http/edge';
import { createAdminClient } from '../../../src/shopify/client/admin-client';
import { isTokenRequest, json } from './store-http';
import { AUTHORIZATION_CODE, connected, HOUR_MS, RENEWING_WAYS, tokenOf } from './ways';

const MINUTE_MS = 60_000;

describe.each(RENEWING_WAYS)('a token of $name', ({ lifetimeMs, ...way }) => {
  const lifeMs = lifetimeMs ?? 0;
  const renewing = { ...way, lifetimeMs };

  test('is renewed five minutes before it expires, and not earlier', () => {
    const app = connected(renewing);
    const first = tokenOf(app.open().accessToken());
    const issuedAtMs = app.clock.now();
    app.clock.advance(lifeMs - 5 * MINUTE_MS - 1_000);
    expect(tokenOf(app.open().accessToken())).toBe(first);
    app.clock.advance(issuedAtMs + lifeMs - 5 * MINUTE_MS - app.clock.now());
    expect(tokenOf(app.open().accessToken())).not.toBe(first);
  });

  test('is stored in one write with everything that came with it', () => {
    const app = connected(renewing);
    tokenOf(app.open().accessToken());
    app.clock.advance(200 * HOUR_MS);
    const writes = app.writes.length;
    const token = tokenOf(app.open().accessToken());
    expect(app.writes.length).toBe(writes + 1);
    expect(JSON.parse(app.writes.at(-1) ?? '')).toEqual(app.stored());
    expect(app.stored()).toMatchObject({
      ...usualApp,
      token: { accessToken: token, issuedAtMs: app.clock.now(), expiresAtMs: app.clock.now() + lifeMs },
    });
  });

  test('is renewed under the user lock, with a second look once the lock is held', () => {
    const locks: string[] = [];
    let before = (): void => undefined;
    const app = connected(renewing, {
      lock: {
        withLock: (scope, _waitMs, action) => {
          locks.push(scope);
          before();
          return action();
        },
      },
    });
    tokenOf(app.open().accessToken());
    app.clock.advance(200 * HOUR_MS);
    let ofAnother = '';
    before = () => {
      before = () => undefined;
      ofAnother = tokenOf(app.open().accessToken());
    };
    const requests = app.tokenRequests();
    expect(tokenOf(app.open().accessToken())).toBe(ofAnother);
    expect(app.tokenRequests()).toBe(requests + 1);
    expect(new Set(locks)).toEqual(new Set(['user']));
  });

  test('is used to its last minute while the lock cannot be had', () => {
    let isLocked = false;
    const app = connected(renewing, {
      lock: { withLock: (_scope, _waitMs, action) => (isLocked ? undefined : action()) },
    });
    const token = tokenOf(app.open().accessToken());
    isLocked = true;
    app.clock.advance(lifeMs - 2 * MINUTE_MS);
    expect(tokenOf(app.open().accessToken())).toBe(token);
    app.clock.advance(2 * MINUTE_MS);
    expect(app.open().accessToken()).toMatchObject({ ok: false, problem: { kind: 'busy' } });
  });

  test('is used to its last minute while Shopify cannot be reached', () => {
    const app = connected(renewing);
    const token = tokenOf(app.open().accessToken());
    app.http.interfere = (request) => (isTokenRequest(request) ? { failure: 'DNS error' } : undefined);
    app.clock.advance(lifeMs - 2 * MINUTE_MS);
    expect(tokenOf(app.open().accessToken())).toBe(token);
    app.clock.advance(2 * MINUTE_MS);
    expect(app.open().accessToken()).toMatchObject({ ok: false, problem: { kind: 'network' } });
  });

  test('that is refused although it should be fresh is replaced by force, once', () => {
    const app = connected(renewing);
    const auth = app.open();
    const refused = tokenOf(auth.accessToken());
    const requests = app.tokenRequests();
    const next = tokenOf(auth.replaceToken(refused));
    expect(next).not.toBe(refused);
    expect(tokenOf(auth.accessToken())).toBe(next);
    expect(app.tokenRequests()).toBe(requests + 1);
  });

  test('is not discarded by a late refusal of the one before', () => {
    const app = connected(renewing);
    const slow = app.open();
    const old = tokenOf(slow.accessToken());
    app.clock.advance(200 * HOUR_MS);
    const fresh = tokenOf(app.open().accessToken());
    const requests = app.tokenRequests();
    expect(tokenOf(slow.replaceToken(old))).toBe(fresh);
    expect(app.tokenRequests()).toBe(requests);
  });

  test('that dies in the middle of a wave is renewed and only the refused requests go again', () => {
    const app = connected(renewing);
    const { store, http, context } = app;
    const client = createAdminClient({ shop: store.shop, auth: app.open(), http, clock: context.clock });
    const refused = json(401, { errors: '[API] Invalid API key or access token' });
    let requests = 0;
    app.http.interfere = (request) => {
      if (isTokenRequest(request)) return undefined;
      requests += 1;
      return requests === 2 || requests === 4 ? refused : undefined;
    };
    const wave = Array(5).fill({
      document: '{ shop { name } }',
      variables: {},
      cost: 1,
      repeatable: false,
    });
    expect(client.send(wave).map(({ kind }) => kind)).toEqual(Array(5).fill('answered'));
    expect(requests).toBe(7);
  });

  test('is given up only when Shopify says so itself, and then the rest is kept for a person', () => {
    const app = connected(renewing);
    tokenOf(app.open().accessToken());
    uninstallApp(app.store.edge.apps, usualApp.clientId);
    app.clock.advance(200 * HOUR_MS);
    expect(app.open().accessToken()).toMatchObject({ ok: false, problem: { kind: 'unauthorized' } });
    expect(app.stored()).toEqual({ kind: way.name, ...usualApp });
  });
});

describe('a refresh token', () => {
  const refreshTokenOf = (app: ReturnType<typeof connected>): string => {
    const credential = app.stored();
    const token = credential?.kind === 'authorization-code' ? credential.token : undefined;
    return token?.refreshToken ?? '';
  };

  test('rotates with each renewal', () => {
    const app = connected(AUTHORIZATION_CODE);
    const seen = new Set([refreshTokenOf(app)]);
    for (let day = 0; day < 5; day += 1) {
      app.clock.advance(24 * HOUR_MS);
      tokenOf(app.open().accessToken());
      seen.add(refreshTokenOf(app));
    }
    expect(seen.size).toBe(6);
  });

  test('that an answer leaves out is kept, with its expiry', () => {
    const app = connected(AUTHORIZATION_CODE);
    const before = app.stored();
    app.http.interfere = () => json(200, { access_token: 'shpat_fake_without_refresh', expires_in: 3600 });
    app.clock.advance(2 * HOUR_MS);
    tokenOf(app.open().accessToken());
    const kept = before?.kind === 'authorization-code' ? before.token : undefined;
    expect(app.stored()).toMatchObject({
      token: {
        accessToken: 'shpat_fake_without_refresh',
        refreshToken: kept?.refreshToken,
        refreshTokenExpiresAtMs: kept?.refreshTokenExpiresAtMs,
      },
    });
  });

  test('whose answer was lost is used again and still works', () => {
    const app = connected(AUTHORIZATION_CODE);
    app.clock.advance(2 * HOUR_MS);
    const sent = refreshTokenOf(app);
    app.http.interfere = (request) => {
      app.http.interfere = () => undefined;
      app.http.send([request]);
      return { failure: 'Timeout' };
    };
    expect(app.open().accessToken()).toMatchObject({ ok: false, problem: { kind: 'network' } });
    expect(refreshTokenOf(app)).toBe(sent);
    expect(app.works(tokenOf(app.open().accessToken()))).toBe(true);
  });

  test('that was not used for 90 days is over, and a person is told to connect again', () => {
    const app = connected(AUTHORIZATION_CODE);
    app.clock.advance(91 * 24 * HOUR_MS);
    const first = app.open().accessToken();
    expect(first).toMatchObject({ ok: false, problem: { kind: 'unauthorized' } });
    const requests = app.tokenRequests();
    expect(app.open().accessToken()).toMatchObject({ ok: false, problem: { kind: 'unauthorized' } });
    expect(app.tokenRequests()).toBe(requests);
  });
});
