import { fakeAccessToken } from '../../../local/store/embedded-store';
import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'Price'],
  ['hat', 'Hat', '5'],
  ['cap', 'Cap', 'free'],
]);

test('the access token is in the user’s own properties and nowhere else', () => {
  const bench = openWorkbench({ store: { faults: '5: 502; 7: timeout' } });
  const report = bench.sync({ Products: PRODUCTS });
  const answers = [
    'getOverview',
    'testConnection',
    'startSync',
    'continueSync',
    'getProgress',
    'previewSync',
  ].map((name) => bench.runtime.run(name, [], { kind: 'sidebar' }));
  const { userProperties, ...shared } = bench.runtime.state;
  expect(JSON.stringify(userProperties)).toContain(fakeAccessToken);
  for (const place of [shared, report, answers, bench.runtime.interface]) {
    expect(JSON.stringify(place)).not.toContain(fakeAccessToken);
  }
});

test('the access token is not in what a failure leaves behind', () => {
  const bench = openWorkbench();
  const wrong = `${fakeAccessToken}_that_is_wrong`;
  const connected = bench.runtime.run(
    'saveConnection',
    [{ method: 'permanent-token', shop: bench.store.shop, accessToken: wrong }],
    { kind: 'sidebar' },
  );
  const thrown = bench.runtime.run('saveConnection', [null], { kind: 'sidebar' });
  for (const place of [bench.runtime.state, connected, thrown])
    expect(JSON.stringify(place)).not.toContain(wrong);
});

test('the access token goes to the shop’s admin and to no other address', () => {
  const addresses: string[] = [];
  const bench = openWorkbench({
    gate: ({ service, args }) => {
      if (service !== 'UrlFetchApp') return;
      const requests = (Array.isArray(args[0]) ? args[0] : [{ url: args[0] }]) as readonly { url: string }[];
      addresses.push(...requests.map(({ url }) => url));
    },
  });
  bench.sync({ Products: PRODUCTS });
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses)
    expect(address.startsWith(`https://${bench.store.shop}/admin/`)).toBe(true);
});
