import { revokeAccessToken } from '../../../local/store/http/auth/apps';
import type { HttpAnswer } from '../../../src/ports/http';
import { createAdminClient } from '../../../src/shopify/client/admin-client';
import type { GraphqlRequest } from '../../../src/shopify/client/graphql';
import { isTokenRequest, json } from './store-http';
import { type Connected, connected, HOUR_MS, tokenOf, WAYS } from './ways';

const SHOP_NAME: GraphqlRequest = {
  document: '{ shop { name } }',
  variables: {},
  cost: 1,
  repeatable: true,
};

const UNAUTHORIZED = json(401, { errors: '[API] Invalid API key or access token' });

function clientOf({ store, http, open, context }: Connected) {
  return createAdminClient({ shop: store.shop, auth: open(), http, clock: context.clock });
}

const apiRequests = ({ http }: Connected): number =>
  http.sent.filter((request) => !isTokenRequest(request)).length;

describe.each(WAYS)('connected by $name', (way) => {
  test('gives a token that Shopify lets in', () => {
    const app = connected(way);
    expect(app.works(tokenOf(app.open().accessToken()))).toBe(true);
  });

  test('asks Shopify for nothing while the token is fresh, in this execution and in the next', () => {
    const app = connected(way);
    const first = tokenOf(app.open().accessToken());
    const requests = app.tokenRequests();
    const auth = app.open();
    expect([auth.accessToken(), auth.accessToken()]).toEqual(Array(2).fill({ ok: true, value: first }));
    expect(app.tokenRequests()).toBe(requests);
  });

  test('goes on for three days without a person', () => {
    const app = connected(way);
    for (let hour = 0; hour < 72; hour += 1) {
      app.clock.advance(HOUR_MS);
      expect(app.works(tokenOf(app.open().accessToken()))).toBe(true);
    }
  });

  test('never shows a token that is about to expire on its way to Shopify', () => {
    const app = connected(way);
    const auth = app.open();
    for (let minute = 0; minute < 27 * 60; minute += 7) {
      app.clock.advance(7 * 60_000);
      const token = tokenOf(auth.accessToken());
      const known = app.store.edge.apps.accessTokens.find((candidate) => candidate.token === token);
      const leftMs = (known?.expiresAtMs ?? Number.POSITIVE_INFINITY) - app.clock.now();
      expect(leftMs).toBeGreaterThan(4 * 60_000);
    }
  });

  test('does not notice that the token expired between two waves', () => {
    const app = connected(way);
    const client = clientOf(app);
    for (let wave = 0; wave < 4; wave += 1) {
      expect(client.send([SHOP_NAME, SHOP_NAME, SHOP_NAME]).map(({ kind }) => kind)).toEqual(
        Array(3).fill('answered'),
      );
      app.clock.advance(25 * HOUR_MS);
    }
  });

  test('replays what a wave was refused once, and no more, when Shopify refuses every token', () => {
    const app = connected(way);
    const client = clientOf(app);
    client.send([SHOP_NAME]);
    const [tokens, requests] = [app.tokenRequests(), apiRequests(app)];
    app.http.interfere = (request) => (isTokenRequest(request) ? undefined : UNAUTHORIZED);
    const replies = client.send([SHOP_NAME, SHOP_NAME]);
    expect(replies).toEqual(
      Array(2).fill({ kind: 'failed', problem: expect.objectContaining({ kind: 'unauthorized' }) }),
    );
    expect(app.tokenRequests() - tokens).toBe(way.lifetimeMs === null ? 0 : 1);
    expect(apiRequests(app) - requests).toBe(way.lifetimeMs === null ? 2 : 4);
  });

  test('keeps what it was given through a network that fails', () => {
    const app = connected(way);
    tokenOf(app.open().accessToken());
    const before = app.stored();
    const faults: HttpAnswer[] = [
      { failure: 'DNS error' },
      json(429, {}),
      json(500, {}),
      json(503, {}),
      { status: 200, headers: {}, body: '<html>Sorry</html>' },
      { status: 200, headers: {}, body: '{"access_tok' },
      { status: 400, headers: {}, body: 'Bad Request' },
    ];
    app.clock.advance(200 * HOUR_MS);
    for (const fault of faults) {
      app.http.interfere = () => fault;
      app.open().accessToken();
      app.open().replaceToken('shpat_fake_refused');
      expect(app.stored()).toEqual(before);
    }
    app.http.interfere = () => undefined;
    expect(app.works(tokenOf(app.open().accessToken()))).toBe(true);
  });

  test('has a sentence and a next step where a person must act, without any secret', () => {
    const app = connected(way);
    const auth = app.open();
    const token = tokenOf(auth.accessToken());
    revokeAccessToken(app.store.edge.apps, token);
    app.http.interfere = (request) =>
      isTokenRequest(request) ? json(400, { error: 'invalid_client' }) : undefined;
    const refused = auth.replaceToken(token);
    expect(refused).toEqual({
      ok: false,
      problem: {
        kind: 'unauthorized',
        message: expect.stringMatching(/\.$/),
        nextStep: expect.stringMatching(/\.$/),
      },
    });
    expect(JSON.stringify(refused)).not.toMatch(/fake/);
  });
});

describe('without anything stored', () => {
  test('says that there is no access here', () => {
    const app = connected(WAYS[0]!);
    app.forget();
    const problem = { ok: false, problem: expect.objectContaining({ kind: 'not-connected' }) };
    expect([app.open().accessToken(), app.open().replaceToken('x')]).toEqual([problem, problem]);
  });
});
