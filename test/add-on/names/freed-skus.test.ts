import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const PRODUCTS = ['Handle', 'Title', 'SKU', 'Price'];
const OPTIONS = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
type Rows = readonly (readonly string[])[];

const skus = ({ store }: Workbench) =>
  store
    .dump()
    .products.flatMap(({ handle, variants }) => variants.map(({ sku }) => `${handle} ${sku ?? ''}`))
    .sort();

const cases: Readonly<
  Record<string, readonly [header: readonly string[], before: Rows, after: Rows, end: string[]]>
> = {
  'a new product takes what another product gives away': [
    PRODUCTS,
    [['a', 'A', 'S1', '10']],
    [
      ['a', 'A', 'S9', '10'],
      ['n', 'N', 'S1', '10'],
    ],
    ['a S9', 'n S1'],
  ],
  'a new product takes what another product clears': [
    PRODUCTS,
    [['a', 'A', 'S1', '10']],
    [
      ['a', 'A', '[clear]', '10'],
      ['n', 'N', 'S1', '10'],
    ],
    ['a ', 'n S1'],
  ],
  'a new variant takes what a sibling gives away': [
    OPTIONS,
    [['t', 'T', 'Size', 'S', 'S1', '10']],
    [
      ['t', 'T', 'Size', 'S', 'S9', '10'],
      ['t', '', '', 'M', 'S1', '10'],
    ],
    ['t S1', 't S9'],
  ],
  'a new variant takes what a sibling clears': [
    OPTIONS,
    [['t', 'T', 'Size', 'S', 'S1', '10']],
    [
      ['t', 'T', 'Size', 'S', '[clear]', '10'],
      ['t', '', '', 'M', 'S1', '10'],
    ],
    ['t ', 't S1'],
  ],
  'a new variant takes what another product gives away': [
    OPTIONS,
    [
      ['t', 'T', 'Size', 'S', 'S1', '10'],
      ['u', 'U', 'Size', 'S', 'S2', '10'],
    ],
    [
      ['t', 'T', 'Size', 'S', 'S1', '10'],
      ['u', 'U', 'Size', 'S', 'S3', '10'],
      ['t', '', '', 'M', 'S2', '10'],
    ],
    ['t S1', 't S2', 'u S3'],
  ],
};

describe('a SKU that one item gives away and a new one gets', () => {
  test.each(Object.entries(cases))(
    'goes over in one run, the owner first: %s',
    (_, [header, before, after, end]) => {
      const bench = openWorkbench({ store: { searchLagMs: 0 } });
      bench.sync({ Products: csvOf([header, ...before]) });
      const file = csvOf([header, ...after]);
      const from = bench.wire.length;
      const said = Object.values(saidOf(bench.sync({ Products: file }, '--hold')));
      expect(said.join()).not.toMatch(/error|skipped|conflict/);
      expect(skus(bench)).toEqual(end);
      const sent = bench.wire.slice(from);
      const lost = sent.findIndex((body) => body.includes('productVariantsBulkUpdate('));
      const got = sent.findIndex((body) => /productSet\(|productVariantsBulkCreate\(/.test(body));
      expect(lost).toBeGreaterThan(-1);
      expect(lost).toBeLessThan(got);
      const again = Object.values(saidOf(bench.sync({ Products: file }, '--hold')));
      expect(new Set(again.map((text) => text.replace(/ .*/, '')))).toEqual(new Set(['not-compared']));
    },
  );

  test('is held on the new item where the owner keeps it, because its own change is held', () => {
    const bench = openWorkbench({ store: { searchLagMs: 0 } });
    bench.sync({ Products: csvOf([PRODUCTS, ['a', 'A', '0045', '10']]) });
    const said = saidOf(
      bench.sync(
        {
          Products: csvOf([PRODUCTS, ['a', 'A', '45', '10'], ['n', 'N', '0045', '10']]),
        },
        '--hold',
      ),
    );
    expect(said['Products:3']).toMatch(/^(skipped|error) .*0045/);
    expect(skus(bench)).toEqual(['a 0045']);
  });
});

describe('where Shopify refuses the change by which an item gives its SKU away', () => {
  /** Shopify refuses it only when it is sent. */
  const HUGE = '99999999999999999999';
  const COLUMNS = [...PRODUCTS, 'Compare-at price'];
  const begun = (rows: Rows) => {
    const bench = openWorkbench({ store: { searchLagMs: 0 } });
    bench.sync({ Products: csvOf([COLUMNS, ...rows]) });
    return bench;
  };
  const sync = (bench: Workbench, rows: Rows) =>
    saidOf(bench.sync({ Products: csvOf([COLUMNS, ...rows]) }, '--hold'));

  test('a new product that gets it is not created, says why, and is created once the first is mended', () => {
    const bench = begun([['a', 'A', 'S1', '10', '']]);
    const said = sync(bench, [
      ['a', 'A', 'S9', '10', HUGE],
      ['n', 'N', 'S1', '10', ''],
    ]);
    expect(said['Products:2']).toMatch(/^error/);
    expect(said['Products:3']).toMatch(
      /^skipped Not sent: row 2 still has the SKU “S1”.*Mend that row and sync again\.$/,
    );
    expect(skus(bench)).toEqual(['a S1']);
    const mended = sync(bench, [
      ['a', 'A', 'S9', '10', ''],
      ['n', 'N', 'S1', '10', ''],
    ]);
    expect(Object.values(mended).join()).not.toMatch(/error|skipped|conflict/);
    expect(skus(bench)).toEqual(['a S9', 'n S1']);
  });

  test('an item that gets it keeps its own, and so do those that wait for that one in turn', () => {
    const bench = begun([
      ['b', 'B', 'S2', '10', ''],
      ['c', 'C', 'S3', '10', ''],
      ['a', 'A', 'S1', '10', ''],
    ]);
    const said = sync(bench, [
      ['b', 'B', 'S1', '11', ''],
      ['c', 'C', 'S2', '10', ''],
      ['a', 'A', 'S9', '10', HUGE],
      ['n', 'N', 'S3', '10', ''],
    ]);
    expect(skus(bench)).toEqual(['a S1', 'b S2', 'c S3']);
    expect(said['Products:3']).toMatch(/^skipped Not sent: row 2 still has the SKU “S2”/);
    expect(said['Products:5']).toMatch(/^skipped Not sent: row 3 still has the SKU “S3”/);
    expect(said['Products:2']).toMatch(/row 4 still has the SKU “S1”/);
    expect(bench.store.dump().products.find(({ handle }) => handle === 'b')?.variants[0]?.price).toBe(
      '11.00',
    );
  });
});
