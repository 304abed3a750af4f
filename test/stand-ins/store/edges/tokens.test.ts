import { createStore, fakeAccessToken } from '../../../../local/store/embedded-store';
import { revokeAccessToken, uninstallApp } from '../../../../local/store/http/auth/apps';
import { usualApp } from '../../../../local/store/http/edge';
import { bodyOf, createClient, isSigned, responded, type TestClient } from './client';

const shopQuery = '{ shop { name } }';
const tokenPath = '/admin/oauth/access_token';
const callback = 'https://script.google.com/macros/d/example/usercallback';
const day = 24 * 60 * 60 * 1000;
const credentials = { client_id: usualApp.clientId, client_secret: usualApp.clientSecret };
const asClient = { ...credentials, grant_type: 'client_credentials' };

const worksWith = (client: TestClient, token: string): boolean =>
  responded(client.graphql(shopQuery, { token })).status === 200;

describe('a permanent token', () => {
  test('works, and any other is refused with a text', () => {
    const client = createClient();
    client.pass(400 * day);
    expect(worksWith(client, fakeAccessToken)).toBe(true);
    const refused = responded(client.graphql(shopQuery, { token: 'shpat_fake_other' }));
    expect(refused.status).toBe(401);
    expect(bodyOf(refused)).toEqual({
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  });

  test('stops when it is revoked or its app is uninstalled', () => {
    const revoked = createClient();
    revokeAccessToken(revoked.store.edge.apps, fakeAccessToken);
    expect(worksWith(revoked, fakeAccessToken)).toBe(false);
    const uninstalled = createClient();
    uninstallApp(uninstalled.store.edge.apps, usualApp.clientId);
    expect(worksWith(uninstalled, fakeAccessToken)).toBe(false);
  });
});

describe('client credentials', () => {
  test('bring a token for 86,399 seconds, sent as a form or as JSON', () => {
    const client = createClient({ accessScopes: ['write_products'] });
    const granted = bodyOf(client.form(tokenPath, asClient));
    expect(granted).toEqual({
      access_token: expect.any(String),
      scope: 'write_products',
      expires_in: 86_399,
    });
    const asJson = client.send({
      method: 'POST',
      url: `https://${client.store.shop}${tokenPath}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asClient),
    });
    expect(bodyOf(asJson).expires_in).toBe(86_399);
    client.pass(86_398_000);
    expect(worksWith(client, granted.access_token)).toBe(true);
    client.pass(1_000);
    expect(worksWith(client, granted.access_token)).toBe(false);
  });

  test.each([
    ['another organisation', { organization: 'other' }, 'shop_not_permitted'],
    ['an app that is not installed', { installed: false }, 'app_not_installed'],
  ])('are refused to %s', (_name, app, error) => {
    const other = { clientId: 'other-client', clientSecret: 'shpss_fake_other', scopes: [], ...app };
    const client = createClient({ apps: [other] });
    const sent = {
      grant_type: 'client_credentials',
      client_id: 'other-client',
      client_secret: 'shpss_fake_other',
    };
    const refused = client.form(tokenPath, sent);
    expect(refused.status).toBe(400);
    expect(bodyOf(refused)).toEqual({ error, error_description: expect.any(String) });
  });

  test.each([
    [{ ...asClient, client_secret: 'wrong' }, 'invalid_client'],
    [{ ...asClient, client_id: 'unknown' }, 'application_cannot_be_found'],
    [{ grant_type: 'client_credentials' }, 'invalid_request'],
    [{ ...asClient, grant_type: 'password' }, 'unsupported_grant_type'],
  ])('sent as %j are answered %s', (sent, error) => {
    expect(bodyOf(createClient().form(tokenPath, sent as Record<string, string>)).error).toBe(error);
  });

  test('are refused with a page to a client that does not ask for JSON', () => {
    const refused = createClient().form(tokenPath, { ...asClient, client_secret: 'wrong' }, {});
    expect(refused.headers['Content-Type']).toMatch(/^text\/html/);
    expect(/Oauth error (\w+)/.exec(refused.body)?.[1]).toBe('invalid_client');
  });
});

describe('an authorization', () => {
  const approve = (client: TestClient, query: Record<string, string>) =>
    responded(
      client.send({
        url: `https://${client.store.shop}/admin/oauth/authorize?${new URLSearchParams(query)}`,
        headers: { accept: 'application/json' },
      }),
    );
  const asked = {
    client_id: usualApp.clientId,
    redirect_uri: callback,
    state: 'nonce',
    scope: 'write_products',
  };
  const codeFor = (client: TestClient): string =>
    new URL(approve(client, asked).headers.Location ?? '').searchParams.get('code') ?? '';

  test('comes back signed, with the state it was sent', () => {
    const client = createClient({ redirectUrls: [callback] });
    const answer = approve(client, asked);
    expect(answer.status).toBe(302);
    const location = new URL(answer.headers.Location ?? '');
    expect(location.origin + location.pathname).toBe(callback);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      state: 'nonce',
      shop: client.store.shop,
    });
    expect(isSigned(location.searchParams, usualApp.clientSecret)).toBe(true);
    location.searchParams.set('shop', 'another.myshopify.com');
    expect(isSigned(location.searchParams, usualApp.clientSecret)).toBe(false);
  });

  test('goes only to an address that the app has listed', () => {
    const refused = approve(createClient(), asked);
    expect([refused.status, bodyOf(refused).error]).toEqual([400, 'invalid_request']);
  });

  test('is exchanged once, for a token that does not expire', () => {
    const client = createClient({ redirectUrls: [callback] });
    const sent = { ...credentials, code: codeFor(client) };
    const granted = bodyOf(client.form(tokenPath, sent));
    expect(granted).toEqual({ access_token: expect.any(String), scope: 'write_products' });
    expect(client.form(tokenPath, sent).status).toBe(400);
    client.pass(400 * day);
    expect(worksWith(client, granted.access_token)).toBe(true);
  });

  describe('that asks for an expiring token', () => {
    const connect = (client: TestClient) =>
      bodyOf(client.form(tokenPath, { ...credentials, code: codeFor(client), expiring: '1' }));
    const refresh = (client: TestClient, token: string) =>
      client.form(tokenPath, { ...credentials, grant_type: 'refresh_token', refresh_token: token });

    test('gets one hour, and ninety days to refresh', () => {
      const client = createClient({ redirectUrls: [callback] });
      const granted = connect(client);
      expect(granted).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
      client.pass(3_600_000);
      expect(worksWith(client, granted.access_token)).toBe(false);
      const renewed = bodyOf(refresh(client, granted.refresh_token));
      expect(worksWith(client, renewed.access_token)).toBe(true);
      client.pass(90 * day);
      expect(refresh(client, renewed.refresh_token).status).toBe(401);
    });

    test('may repeat a refresh whose answer was lost, until the new token is used', () => {
      const client = createClient({ redirectUrls: [callback] });
      const first = connect(client).refresh_token;
      const lost = bodyOf(refresh(client, first)).refresh_token;
      const second = bodyOf(refresh(client, first)).refresh_token;
      expect(refresh(client, second).status).toBe(200);
      for (const retired of [first, lost]) {
        const refused = refresh(client, retired);
        expect(refused.status).toBe(401);
        expect(bodyOf(refused)).toEqual({
          error: 'invalid_request',
          error_description: 'This request requires an active refresh_token',
        });
      }
    });

    test('may repeat it for thirty days at most', () => {
      const client = createClient({ redirectUrls: [callback] });
      const { refresh_token } = connect(client);
      refresh(client, refresh_token);
      client.pass(30 * day - 1);
      expect(refresh(client, refresh_token).status).toBe(200);
      client.pass(1);
      expect(refresh(client, refresh_token).status).toBe(401);
    });

    test('loses its refresh token to another authorization, and to an uninstallation', () => {
      const client = createClient({ redirectUrls: [callback] });
      const before = connect(client);
      const after = connect(client);
      expect(refresh(client, before.refresh_token).status).toBe(401);
      expect(worksWith(client, before.access_token)).toBe(true);
      uninstallApp(client.store.edge.apps, usualApp.clientId);
      expect(refresh(client, after.refresh_token).status).toBe(401);
      expect(worksWith(client, after.access_token)).toBe(false);
    });
  });
});

describe('access scopes', () => {
  test('are listed, reading included in writing', () => {
    const client = createClient({ accessScopes: ['write_products', 'read_locations'] });
    const answer = client.send({
      url: `https://${client.store.shop}/admin/oauth/access_scopes.json`,
      headers: { 'x-shopify-access-token': fakeAccessToken },
    });
    expect(bodyOf(answer)).toEqual({
      access_scopes: [
        { handle: 'write_products' },
        { handle: 'read_locations' },
        { handle: 'read_products' },
      ],
    });
  });

  test('that are missing deny a field in an answer of 200', () => {
    const client = createClient({ accessScopes: ['read_products'] });
    const answer = client.graphql('{ locations(first: 1) { nodes { id } } }');
    expect(responded(answer).status).toBe(200);
    expect(bodyOf(answer).errors[0].extensions.code).toBe('ACCESS_DENIED');
  });
});

test('another shop does not exist, and another host cannot be found', () => {
  const client = createClient();
  const otherShop = responded(client.send({ url: 'https://other.myshopify.com/admin/oauth/access_token' }));
  expect([otherShop.status, otherShop.headers['Content-Type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(client.send({ url: 'https://shop.example/' })).toMatchObject({ failure: 'unknown-host' });
});

test('tokens and buckets survive saving and loading', () => {
  const client = createClient();
  const token = bodyOf(client.form(tokenPath, asClient)).access_token;
  const before = bodyOf(client.graphql(shopQuery, { token })).extensions.cost.throttleStatus
    .currentlyAvailable;
  const saved = JSON.parse(JSON.stringify(client.store.save()));
  const loaded = createStore({ now: client.store.options.now, saved });
  const again = loaded.send({
    method: 'POST',
    url: `https://${loaded.shop}/admin/api/2026-10/graphql.json`,
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
    body: JSON.stringify({ query: shopQuery }),
  });
  expect(bodyOf(again).extensions.cost.throttleStatus.currentlyAvailable).toBe(before - 1);
});
