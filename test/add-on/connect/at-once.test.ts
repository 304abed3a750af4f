import type { RuntimeOptions } from '../../../local/apps-script/runtime';
import type { RunSummary } from '../../../src/answers/answers';
import { APP, OFFLINE, type Shopify, shopify, spreadsheet } from '../../support/add-on';
import { HOUR_MS } from './ways';

const tokenRequests = ({ requests }: Shopify): number =>
  requests.filter(({ url }) => url.endsWith('/admin/oauth/access_token')).length;

describe.each([APP, OFFLINE])('two executions that find the token expired at once, by $method', (typed) => {
  /** The second execution begins when the first reaches a call that `isMoment` names. */
  function meet(isMoment: (call: Parameters<NonNullable<RuntimeOptions['gate']>>[0]) => boolean) {
    const shop = shopify();
    let second: (() => void) | undefined;
    const sheet = spreadsheet(
      shop,
      {
        gate: (call) => {
          if (!second || !isMoment(call)) return;
          const begin = second;
          second = undefined;
          begin();
        },
      },
      shop,
    );
    sheet.connect(typed);
    shop.clock.advance(30 * HOUR_MS);
    const before = tokenRequests(shop);
    const results: unknown[] = [];
    second = () => results.push(sheet.call('testConnection'));
    results.push(sheet.call('testConnection'));
    return { shop, sheet, results, renewals: tokenRequests(shop) - before };
  }

  const moments = {
    'before the lock is asked for': ({ method }) => method === 'getUserLock',
    'before the lock is taken': ({ method }) => method === 'tryLock',
  } satisfies Record<string, Parameters<typeof meet>[0]>;

  test.each(Object.entries(moments))('renew it once when they meet %s', (_name, isMoment) => {
    const { results, renewals, sheet } = meet(isMoment);
    expect(renewals).toBe(1);
    expect(results).toEqual([
      { ok: true, value: expect.anything() },
      { ok: true, value: expect.anything() },
    ]);
    expect(sheet.call<RunSummary>('testConnection').ok).toBe(true);
  });

  test('renew it once when one waits for the lock of the other, and none is left locked', () => {
    const { renewals, results, sheet } = meet(
      ({ service, method, args }) =>
        service === 'UrlFetchApp' && method === 'fetch' && String(args[0]).endsWith('access_token'),
    );
    expect(renewals).toBe(1);
    // The one that came second could not get the lock: in this runtime the first stands still meanwhile.
    expect(results).toEqual([
      { ok: false, problem: expect.objectContaining({ kind: 'busy' }) },
      { ok: true, value: expect.anything() },
    ]);
    expect(Object.values(sheet.state.userLocks)).toEqual([{ holder: null }]);
    expect(sheet.call('testConnection').ok).toBe(true);
  });
});
