import { usualApp } from '../../../local/store/http/edge';
import type { StoreOptions } from '../../../local/store/store-types';
import type { WireAnswer } from '../../../local/store/wire';
import type { TypedCredentials } from '../../../src/answers/requests';
import { APP, SHOP, shopify, spreadsheet, TOKEN } from '../../support/add-on';

const token = (accessToken: string): TypedCredentials => ({ ...TOKEN, accessToken }) as TypedCredentials;
const app = (changes: Partial<typeof usualApp>): TypedCredentials =>
  ({ ...APP, ...changes }) as TypedCredentials;
const at = (shop: string): TypedCredentials => ({ ...TOKEN, shop });

/** What a person reads who typed this. */
function messageFor(
  typed: TypedCredentials,
  options: Partial<StoreOptions> = {},
  answer?: WireAnswer,
): { readonly message: string; readonly requests: number; readonly connected: boolean } {
  const shop = shopify(options);
  if (answer) shop.interfere = () => answer;
  const sheet = spreadsheet(shop, {}, shop);
  const answered = sheet.connect(typed);
  const { message, nextStep } = answered.ok ? { message: 'Connected', nextStep: 'Go.' } : answered.problem;
  expect(nextStep).toMatch(/\.$/);
  expect(Object.keys(sheet.state.documentProperties).includes('connection')).toBe(answered.ok);
  return { message, requests: shop.requests.length, connected: answered.ok };
}

describe('a token field', () => {
  test.each([
    ['nothing', '', 'The access token is empty.'],
    ['a client secret', 'shpss_fake_secret_of_an_app', 'This is a client secret, not an access token.'],
    ['a refresh token', 'shprt_fake_refresh_token', /^This is a refresh token/],
    ['a token of one person’s session', 'shpua_fake_online_token', /^This token belongs to one person/],
    ['a Storefront token', 'storefront'.replace(/./g, '0').padEnd(32, 'a'), /Storefront API token/],
    ['the first half of a token', 'shpat_0123456789ab', /too short/],
    ['three quarters of a token', 'shpat_0123456789abcdef01234567', /too short/],
    ['an e-mail address', 'anna@acme.example', 'This is not an access token.'],
    ['an address', 'https://admin.shopify.com/store/acme', 'This is not an access token.'],
  ])('with %s says so and asks nobody', (_name, typed, message) => {
    const answered = messageFor(token(typed));
    expect(answered.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(answered.requests).toBe(0);
  });

  test('takes a token with the spaces and line breaks that were copied along', () => {
    expect(messageFor(token(`  ${'accessToken' in TOKEN ? TOKEN.accessToken : ''}\n `)).connected).toBe(true);
  });

  test('with a token that Shopify does not know says where to copy it again', () => {
    expect(messageFor(token('shpat_fake_of_another_store')).message).toBe(
      'Shopify does not accept this access token.',
    );
  });
});

describe('the fields of an app', () => {
  test.each([
    ['no client ID', app({ clientId: '' as never }), 'The client ID is empty.'],
    ['a secret as client ID', app({ clientId: 'shpss_fake' as never }), /not a client ID/],
    ['no secret', app({ clientSecret: '' as never }), 'The client secret is empty.'],
    [
      'an access token as secret',
      app({ clientSecret: 'shpat_fake' as never }),
      /an access token, not a client secret/,
    ],
    [
      'a refresh token as secret',
      app({ clientSecret: 'shprt_fake' as never }),
      /a refresh token, not a client secret/,
    ],
    ['the client ID twice', app({ clientSecret: usualApp.clientId as never }), /the client ID once more/],
  ])('with %s say so and ask nobody', (_name, typed, message) => {
    const answered = messageFor(typed);
    expect(answered.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(answered.requests).toBe(0);
  });

  const registered = (changes: object) => ({
    apps: [{ clientId: 'other-client', clientSecret: 'shpss_fake_other', scopes: [], ...changes }],
  });
  const other = app({ clientId: 'other-client', clientSecret: 'shpss_fake_other' } as never);

  test.each([
    [
      'a wrong secret',
      app({ clientSecret: 'shpss_fake_wrong' as never }),
      {},
      /this client ID with this client secret/,
    ],
    ['an unknown client ID', app({ clientId: 'nobody' as never }), {}, /no app with this client ID/],
    ['an app that is not installed', other, registered({ installed: false }), /not installed in this store/],
    [
      'an app of another organisation',
      other,
      registered({ organization: 'other' }),
      /belongs to another organisation/,
    ],
  ])('with %s say what Shopify meant', (_name, typed, options, message) => {
    expect(messageFor(typed, options).message).toMatch(message);
  });
});

describe('a shop', () => {
  test.each([
    SHOP,
    'embedded-store',
    ` https://${SHOP}/ `,
    `HTTP://${SHOP.toUpperCase()}/admin/products?x=1`,
    'https://admin.shopify.com/store/embedded-store/settings/domains',
    'admin.shopify.com/store/embedded-store',
  ])('is understood as %s', (typed) => {
    expect(messageFor(at(typed)).connected).toBe(true);
  });

  test.each(['', 'www.acme.example', 'https://acme.example/', 'acme.myshopify.com.evil.example', 'a b'])(
    'is refused as “%s”, and nobody is sent the token',
    (typed) => {
      const answered = messageFor(at(typed));
      expect(answered).toMatchObject({ requests: 0, connected: false });
      expect(answered.message).toMatch(/shop/);
    },
  );

  test.each([TOKEN, APP])('that does not exist is named, by $method', (typed) => {
    expect(messageFor({ ...typed, shop: 'nobody-here' }).message).toBe(
      'There is no store at nobody-here.myshopify.com.',
    );
  });
});

describe.each([TOKEN, APP])('Shopify that answers a connection by $method', (typed) => {
  const page = (status: number): WireAnswer => ({
    status,
    headers: { 'Content-Type': 'text/html' },
    body: '<html><body>Sorry</body></html>',
    tookMs: 100,
  });
  const told = new Set<string>();

  test.each([
    ['a frozen shop', page(402), /is frozen by Shopify/],
    ['a locked shop', page(423), /is locked by Shopify/],
    ['a page instead of an answer', page(200), /a page instead of/],
    ['an error of its own', page(503), /status 503/],
    [
      'nothing, because the name is unknown',
      { failure: 'unknown-host', tookMs: 10 } as const,
      /could not be reached/,
    ],
    ['somewhere else', page(301), /sends requests to another address/],
  ])('with %s has a sentence for it', (_name, answer, message) => {
    const answered = messageFor(typed, {}, answer);
    expect(answered.message).toMatch(message);
    expect(told.has(answered.message)).toBe(false);
    told.add(answered.message);
  });
});
