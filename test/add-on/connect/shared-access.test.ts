import type { Overview, RunSummary } from '../../../src/answers/answers';
import {
  APP,
  OFFLINE,
  OWNER,
  SHOP,
  type Spreadsheet,
  shopify,
  spreadsheet,
  TOKEN,
} from '../../support/add-on';
import { HOUR_MS } from './ways';

const COLLEAGUE = 'colleague@example.com';
const OTHER_APP = { clientId: 'other-client', clientSecret: 'shpss_fake_other' } as const;

/** Previews, then syncs as the clock would; answers what stopped it. */
function problemOfSync(sheet: Spreadsheet, user = OWNER): string | null {
  sheet.call('previewSync', undefined, user);
  const ran = sheet.call<RunSummary>('startSync', {}, user);
  if (!ran.ok) return ran.problem.message;
  return ran.value.problem?.message ?? null;
}

function overviewOf(sheet: Spreadsheet, user = OWNER): Overview {
  const answered = sheet.call<Overview>('getOverview', undefined, user);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

function ready(sheet: Spreadsheet): Spreadsheet {
  sheet.call('chooseTabs', { sheetIds: [7] });
  sheet.price('10.00');
  return sheet;
}

describe.each([APP, OFFLINE])('two spreadsheets on one store, by $method', (typed) => {
  function pair() {
    const shop = shopify();
    const first = ready(spreadsheet(shop, {}, shop));
    const second = ready(spreadsheet(shop, { id: 'spreadsheet-2', sharedWith: first }, shop));
    first.connect(typed);
    second.connect(typed);
    return { shop, first, second };
  }

  test('sync side by side for days, whichever was connected last', () => {
    const { shop, first, second } = pair();
    for (let day = 0; day < 3; day += 1) {
      expect([problemOfSync(first), problemOfSync(second)]).toEqual([null, null]);
      shop.clock.advance(24 * HOUR_MS);
    }
  });

  test('share one token: what one renewed the other uses', () => {
    const { shop, first, second } = pair();
    shop.clock.advance(30 * HOUR_MS);
    problemOfSync(first);
    const before = shop.requests.length;
    problemOfSync(second);
    expect(shop.requests.slice(before).filter(({ url }) => url.endsWith('access_token'))).toEqual([]);
  });

  test('are parted without breaking the one that stays', () => {
    const { first, second } = pair();
    expect(first.call('disconnect', {})).toEqual({ ok: true, value: { alsoUsedBy: 1 } });
    expect(overviewOf(first).connection).toBeNull();
    expect(problemOfSync(second)).toBeNull();
    expect(second.call('disconnect', {})).toEqual({ ok: true, value: { alsoUsedBy: 0 } });
    expect(JSON.stringify(second.state.userProperties)).not.toMatch(/fake/);
  });

  test('are both parted where a person wants the access forgotten', () => {
    const { first, second } = pair();
    expect(first.call('disconnect', { everywhere: true })).toEqual({ ok: true, value: { alsoUsedBy: 0 } });
    expect(JSON.stringify(first.state.userProperties)).not.toMatch(/fake/);
    expect(problemOfSync(second)).toMatch(/not connected|was connected/);
  });
});

describe('a colleague', () => {
  function shared() {
    const shop = shopify({
      apps: [{ ...OTHER_APP, scopes: ['write_products', 'write_inventory', 'read_locations'] }],
    });
    const sheet = ready(spreadsheet(shop, {}, shop));
    sheet.connect({ ...OFFLINE, connectedBy: 'Anna' });
    return { shop, sheet };
  }

  test('sees who connected the spreadsheet and to what, and may not act with that access', () => {
    const { sheet } = shared();
    expect(overviewOf(sheet, COLLEAGUE)).toMatchObject({
      connection: null,
      colleague: { name: 'Anna', shop: SHOP, method: 'authorization-code' },
    });
    expect(problemOfSync(sheet, COLLEAGUE)).toMatch(/was connected to .* by Anna/);
  });

  test('who connects with an app of their own does not end the connection that was there', () => {
    const { shop, sheet } = shared();
    sheet.connect({ ...APP, ...OTHER_APP, connectedBy: 'Ben' }, COLLEAGUE);
    expect([problemOfSync(sheet), problemOfSync(sheet, COLLEAGUE)]).toEqual([null, null]);
    expect(overviewOf(sheet).connection).toMatchObject({ connectedBy: 'Anna', method: 'authorization-code' });
    expect(overviewOf(sheet, COLLEAGUE).connection).toMatchObject({
      connectedBy: 'Ben',
      method: 'client-credentials',
    });
    shop.clock.advance(30 * HOUR_MS);
    expect([problemOfSync(sheet), problemOfSync(sheet, COLLEAGUE)]).toEqual([null, null]);
  });

  test('who disconnects leaves the others connected', () => {
    const { sheet } = shared();
    sheet.connect({ ...APP, ...OTHER_APP, connectedBy: 'Ben' }, COLLEAGUE);
    sheet.call('disconnect', {}, COLLEAGUE);
    expect(overviewOf(sheet, COLLEAGUE)).toMatchObject({ connection: null });
    expect(problemOfSync(sheet)).toBeNull();
  });

  test('who connects another store moves the spreadsheet there, and the first is told', () => {
    const { shop, sheet } = shared();
    const elsewhere = shopify({ shop: 'another.myshopify.com' });
    shop.interfere = (request) =>
      request.url.startsWith('https://another.') ? elsewhere.send(request) : undefined;
    sheet.connect({ ...APP, shop: 'another', connectedBy: 'Ben' }, COLLEAGUE);
    expect(overviewOf(sheet)).toMatchObject({ connection: null, colleague: { name: 'Ben' } });
    expect(problemOfSync(sheet)).toMatch(/was connected to another\.myshopify\.com by Ben/);
  });
});

describe('a copied spreadsheet', () => {
  test('starts disconnected and says what it is a copy of', () => {
    const shop = shopify();
    const original = ready(spreadsheet(shop, {}, shop));
    original.connect(TOKEN);
    const copy = ready(spreadsheet(shop, { id: 'a-copy', sharedWith: original }, shop));
    Object.assign(copy.state.documentProperties, original.state.documentProperties);
    expect(overviewOf(copy)).toMatchObject({ connection: null, colleague: null, copiedFrom: SHOP });
    expect(overviewOf(copy).tabs.map(({ ticked }) => ticked)).toEqual([false]);
    expect(problemOfSync(copy)).toMatch(/is a copy/);
    expect(problemOfSync(original)).toBeNull();
  });
});

describe('a permission page that was never finished', () => {
  test('leaves the connection that was there', () => {
    const shop = shopify();
    const sheet = ready(spreadsheet(shop, {}, shop));
    sheet.connect(OFFLINE);
    sheet.call('startAuthorization', OFFLINE);
    expect(problemOfSync(sheet)).toBeNull();
  });

  test('that was finished keeps the new tokens although the shop could not be read, because they ended the old', () => {
    const shop = shopify();
    const sheet = ready(spreadsheet(shop, {}, shop));
    sheet.connect(OFFLINE);
    shop.interfere = ({ url }) =>
      url.endsWith('graphql.json') ? { failure: 'timeout', tookMs: 60_000 } : undefined;
    sheet.connect(OFFLINE);
    shop.interfere = () => undefined;
    shop.clock.advance(2 * HOUR_MS);
    expect(problemOfSync(sheet)).toBeNull();
  });
});
