import { csvOf } from '../../support/csv';
import { rowsOf } from '../../support/running';
import { saidOf } from '../../support/workbench';
import { fix, fixedPricesIn, shopWith } from './shop';

const CATALOGS = [
  { title: 'Germany', currency: 'EUR' },
  { title: 'Japan', currency: 'JPY' },
  { title: 'Bare' },
];
const tab = (...rows: readonly (readonly string[])[]) =>
  csvOf([['SKU', 'Catalog', 'Price', 'Compare-at price'], ...rows]);

describe('a tab with a Catalog column', () => {
  test('sets the price of each row in the catalog that the row names, and the shop’s price in none', () => {
    const bench = shopWith(CATALOGS);
    const sync = (...rows: readonly (readonly string[])[]) => saidOf(bench.sync({ Market: tab(...rows) }));
    expect(
      sync(
        ['A', 'Germany', '12.50', '15'],
        ['A', 'japan', '1500', ''],
        ['B', '', '5', ''],
        ['B', 'Spain', '5', ''],
        ['B', 'Bare', '5', ''],
        ['B', 'Japan', '1.50', ''],
      ),
    ).toEqual({
      'Market:2': "updated Price (the shop's price) → 12.50, Compare-at price (not fixed) → 15.00.",
      'Market:3': "updated Price (the shop's price) → 1500.",
      'Market:4': 'error Price “5” names no catalog. Name one of “Germany”, “Japan”, “Bare”.',
      'Market:5':
        'error Price “5” is for “Spain”, which is no catalog or market of the shop. Name one of “Germany”, “Japan”, “Bare”.',
      'Market:6':
        'error Price “5” is for “Bare”, a catalog without prices of its own. Open it in Shopify admin, give it a price adjustment, and sync again.',
      'Market:7': 'error Price “1.50” has more than the 0 decimals of JPY. Round it.',
    });
    expect(fixedPricesIn(bench)).toEqual(['Germany A 12.50 / 15.00', 'Japan A 1500']);
    expect(bench.store.state.variants.all().map(({ price }) => price)).toEqual([
      '10.00',
      '20.00',
      '30.00',
      '40.00',
      '50.00',
    ]);
  });

  test('agrees with a column that names the catalog, or both are refused', () => {
    const bench = shopWith(CATALOGS);
    const said = saidOf(
      bench.sync({ Market: tab(['A', 'Germany', '12', '']), Wide: 'SKU,Price / Germany\nA,13' }),
    );
    expect(said['Market:2']).toMatch(/^error Price says otherwise than Price \/ Germany/);
    expect(fixedPricesIn(bench)).toEqual([]);
  });

  test('is the merchant’s own column in a tab of products', () => {
    const bench = shopWith(CATALOGS);
    const said = saidOf(bench.sync({ Own: 'Handle,Title,Catalog,SKU,Price\na,Title a,Page 3,A,11' }));
    expect(said['Own:2']).toBe('updated Price 10.00 → 11.00.');
  });
});

test('a price in the row of a catalog is taken from Shopify by a refresh', () => {
  const bench = shopWith(CATALOGS);
  bench.sync({ Market: tab(['A', 'Japan', '1500', ''], ['B', 'Germany', '12', '']) });
  fix(bench, 'Japan', 'A', '1600');
  const answer = bench.call('refreshTabs', { groups: ['products', 'prices', 'inventory'] });
  expect(answer.ok).toBe(true);
  expect(
    rowsOf(bench, 'Market')
      .slice(1, 3)
      .map((row) => String(row[2])),
  ).toEqual(['1600', '12']);
});
