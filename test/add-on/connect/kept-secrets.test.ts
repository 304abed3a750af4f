import { fakeAccessToken } from '../../../local/store/embedded-store';
import { revokeAccessToken } from '../../../local/store/http/auth/apps';
import { usualApp } from '../../../local/store/http/edge';
import { seedCatalog } from '../../../local/store/seed-catalog';
import { APP, OFFLINE, OWNER, SHOP, shopify, spreadsheet, TOKEN } from '../../support/add-on';
import { HOUR_MS } from './ways';

const WAYS = [TOKEN, APP, OFFLINE];
const COLLEAGUE = 'colleague@example.com';

/** A day in the life of a connection, with everything that can go wrong; answers all that anyone could read of it. */
function liveWith(typed: typeof TOKEN) {
  const shop = shopify();
  const { apps } = shop.store.edge;
  seedCatalog(shop.store, { products: [{ title: 'Mug', variants: [{ sku: 'SKU-1', price: '10.00' }] }] });
  let bug: string | undefined;
  const gate = ({ service }: { readonly service: string }) => {
    if (service === 'Sheet' && bug !== undefined) throw new Error(bug);
  };
  const sheet = spreadsheet(shop, { gate }, shop);
  const answers: unknown[] = [];
  const logs: unknown[] = [];
  const call = (name: string, argument?: unknown, user = OWNER) => {
    const result = sheet.run(name, argument === undefined ? [] : [argument], { kind: 'sidebar', user });
    answers.push(result.outcome === 'returned' ? result.value : result);
    logs.push(result.logs);
  };
  const everything = () => {
    for (const name of ['getOverview', 'testConnection', 'previewSync', 'startSync', 'getProgress']) {
      call(name);
      call(name, undefined, COLLEAGUE);
    }
  };
  call('saveConnection', {
    ...typed,
    accessToken: 'shpss_fake_pasted_secret',
    clientSecret: 'shpat_fake_pasted',
  });
  call('saveConnection', { ...typed, shop: 'https://acme.example/?token=shpat_fake_pasted' });
  answers.push(sheet.connect(typed));
  call('chooseTabs', { sheetIds: [7] });
  sheet.price('11.00');
  everything();
  shop.clock.advance(30 * HOUR_MS);
  everything();
  for (const fault of [
    { failure: 'timeout', tookMs: 60_000 },
    { failure: 'unknown-host', tookMs: 5 },
    { status: 500, headers: {}, body: 'boom', tookMs: 5 },
    { status: 200, headers: {}, body: '<html>', tookMs: 5 },
  ] as const) {
    shop.interfere = () => fault;
    shop.clock.advance(30 * HOUR_MS);
    everything();
  }
  const quoted = `A bug that quotes ${apps.accessTokens.map(({ token }) => token).join(' ')}`;
  shop.interfere = () => {
    throw new Error(quoted);
  };
  everything();
  shop.interfere = () => undefined;
  bug = quoted;
  everything();
  bug = undefined;
  for (const { token } of apps.accessTokens) revokeAccessToken(apps, token);
  everything();
  const secrets = [
    fakeAccessToken,
    usualApp.clientSecret,
    ...apps.accessTokens.map(({ token }) => token),
    ...apps.refreshTokens.map(({ token }) => token),
    ...apps.authorizationCodes.map(({ code }) => code),
    'shpss_fake_pasted_secret',
    'shpat_fake_pasted',
  ];
  return { shop, sheet, answers, logs, secrets };
}

describe.each(WAYS)('no secret of a connection by $method', (typed) => {
  const { shop, sheet, answers, logs, secrets } = liveWith(typed);
  const { userProperties, ...shared } = sheet.state;
  const { [OWNER]: own, ...others } = userProperties;
  const found = (place: unknown) => secrets.filter((secret) => JSON.stringify(place).includes(secret));

  test('is found in a cell, a property that others read, a cache or a state token', () => {
    expect(found(shared)).toEqual([]);
    expect(found(others)).toEqual([]);
    expect(found(sheet.interface)).toEqual([]);
  });

  test('is found in an answer to the sidebar or in the log', () => {
    expect(answers.length).toBeGreaterThan(80);
    expect(found(answers)).toEqual([]);
    expect(JSON.stringify(logs)).toContain('A bug that quotes');
    expect(found(logs)).toEqual([]);
  });

  test('is found in an address, and none goes anywhere but to the store', () => {
    const sent = shop.requests.filter(({ url }) => !url.includes('/oauth/authorize'));
    expect(found(sent.map(({ url }) => url))).toEqual([]);
    expect(new Set(sent.map(({ url }) => new URL(url).origin))).toEqual(new Set([`https://${SHOP}`]));
    expect(sent.every(({ url }) => new URL(url).pathname.startsWith('/admin/'))).toBe(true);
  });

  test('is missed by this search: the user’s own properties hold one', () => {
    expect(found(own)).not.toEqual([]);
  });
});

describe('after disconnecting', () => {
  test.each(WAYS)('nothing is left of a connection by $method', (typed) => {
    const shop = shopify();
    const sheet = spreadsheet(shop, {}, shop);
    sheet.connect(typed);
    sheet.call('startAuthorization', OFFLINE);
    sheet.call('disconnect');
    expect(Object.values(sheet.state.userProperties).flatMap(Object.keys)).toEqual([]);
    expect(JSON.stringify(sheet.state.documentProperties)).not.toContain(SHOP);
  });
});
