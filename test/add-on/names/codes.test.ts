import { csvOf } from '../../support/csv';
import { mutationsIn, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'HS Code'];
const row = (size: string, price: string, code: string) => [
  'mug',
  'Mug',
  'Size',
  size,
  `M-${size}`,
  price,
  code,
];
const sheet = (...rows: readonly (readonly string[])[]) => ({ Products: csvOf([HEADER, ...rows]) });
const QUERY = '{ inventoryItems(first: 5) { nodes { harmonizedSystemCode } } }';
const codes = ({ store }: Workbench) =>
  (
    store.execute({ query: QUERY }).data as { inventoryItems: { nodes: { harmonizedSystemCode: string }[] } }
  ).inventoryItems.nodes.map(({ harmonizedSystemCode }) => harmonizedSystemCode);

describe('an HS code is checked before it is sent', () => {
  test('with dots it is sent as Shopify keeps it, and is up to date from then on', () => {
    const bench = openWorkbench();
    bench.sync(sheet(row('S', '5', '6109.10')));
    expect(codes(bench)).toEqual(['610910']);
    const before = bench.sync(sheet(row('S', '5', '6109.10')));
    const again = bench.sync(sheet(row('S', '5', '610910')), '--preview');
    expect(mutationsIn(again, before)).toEqual({});
    expect(saidOf(again)['Products:2']).toMatch(/^unchanged/);
  });

  test.each([
    ['T-shirt', 'HS Code “T-shirt” is not an HS code. Type 6 to 13 digits, such as 6109.10.'],
    ['6109', 'HS Code “6109” has 4 digits. Shopify takes 6 to 13 for an HS code.'],
    [
      '61091',
      'HS Code “61091” has 5 digits, and Shopify takes 6 to 13: a zero may be missing. Format the column as plain text and type the whole code.',
    ],
  ])('%s stops neither its own row’s price nor its neighbour', (code, said) => {
    const bench = openWorkbench();
    bench.sync(sheet(row('S', '5', '610910'), row('M', '5', '610910')));
    const requests = bench.wire.length;
    const report = saidOf(bench.sync(sheet(row('S', '6', code), row('M', '6', '611020')), '--hold'));
    expect(report['Products:2']).toContain(said);
    expect(report['Products:2']).toMatch(/^error /);
    expect(report['Products:3']).toMatch(/^updated /);
    expect(codes(bench)).toEqual(['610910', '611020']);
    expect(bench.wire.slice(requests).join()).not.toContain('Harmonized');
  });

  test('a new product with one of five digits is not created, and the row says why', () => {
    const bench = openWorkbench();
    const said = saidOf(bench.sync(sheet(row('S', '5', '10121'), row('M', '5', '')), '--hold'));
    expect(said['Products:2']).toMatch(
      /^error .*has 5 digits, and Shopify takes 6 to 13: a zero may be missing/,
    );
    expect(said['Products:3']).toMatch(/^skipped /);
    expect(bench.store.dump().products).toEqual([]);
  });
});
