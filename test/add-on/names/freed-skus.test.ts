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

describe('a new item that takes a SKU which a Prices tab names', () => {
  const NAMES = ['Handle', 'Title', 'SKU'];
  const products = (...rows: Rows) => csvOf([NAMES, ...rows]);
  const prices = (...rows: Rows) => csvOf([['SKU', 'Price'], ...rows]);
  const sold = ({ store }: Workbench) =>
    store
      .dump()
      .products.flatMap(({ handle, variants }) =>
        variants.map(({ sku, price }) => `${handle} ${sku} ${price}`),
      );
  const begun = () => {
    const bench = openWorkbench({ store: { searchLagMs: 0 } });
    bench.sync({ Products: products(['a', 'A', 'S1']), Prices: prices(['S1', '10']) });
    return bench;
  };
  const sync = (bench: Workbench, ...rows: Rows) =>
    saidOf(
      bench.sync(
        { Products: products(['a', 'A', 'S9'], ['n', 'N', 'S1']), Prices: prices(...rows) },
        '--hold',
      ),
    );

  test('waits where the row of that tab was the other item, and both say so at each sync', () => {
    const bench = begun();
    for (let run = 2; run <= 3; run += 1) {
      const said = sync(bench, ['S1', '10']);
      expect(said['Products:3']).toBe(
        'skipped Not created: row 2 of Prices names it by its SKU and was another item at the last sync. Mend that row first.',
      );
      expect(said['Prices:2']).toMatch(
        /^conflict This row was “a” at the last sync and now finds the new “n” of row 3 of Products; .*sync again\.$/,
      );
      expect(sold(bench)).toEqual(['a S9 10.00']);
    }
  });

  test('is created once the SKU of the first is typed', () => {
    const bench = begun();
    sync(bench, ['S1', '10']);
    const said = sync(bench, ['S9', '11']);
    expect(Object.values(said).join()).not.toMatch(/conflict|error|skipped/);
    expect(sold(bench)).toEqual(['a S9 11.00', 'n S1 0.00']);
  });

  test('is created with the price once the ID is cleared', () => {
    const bench = begun();
    sync(bench, ['S1', '10']);
    const tab = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Prices');
    const cells = tab?.rows[1] ?? [];
    expect(cells[5]).not.toBe('');
    cells[5] = '';
    const said = sync(bench, ['S1', '10']);
    expect(Object.values(said).join()).not.toMatch(/conflict|error|skipped/);
    expect(sold(bench)).toEqual(['a S9 10.00', 'n S1 10.00']);
  });

  test('is created at once where the tab names both as they are named now', () => {
    const bench = begun();
    for (let run = 2; run <= 3; run += 1) {
      const said = sync(bench, ['S1', '14'], ['S9', '10']);
      expect(Object.values(said).join()).not.toMatch(/conflict|error|skipped/);
      expect(sold(bench)).toEqual(['a S9 10.00', 'n S1 14.00']);
    }
  });

  test('waits as a new variant as well', () => {
    const rows = (...skus: string[]) =>
      csvOf([
        OPTIONS.slice(0, 5),
        ...skus.map((sku, at) => ['t', at ? '' : 'T', at ? '' : 'Size', at ? 'M' : 'S', sku]),
      ]);
    const bench = openWorkbench({ store: { searchLagMs: 0 } });
    bench.sync({ Products: rows('S1'), Prices: prices(['S1', '10']) });
    for (let run = 2; run <= 3; run += 1) {
      const said = saidOf(bench.sync({ Products: rows('S9', 'S1'), Prices: prices(['S1', '10']) }, '--hold'));
      expect(said['Products:3']).toMatch(/^skipped Not created: row 2 of Prices/);
      expect(said['Prices:2']).toMatch(
        /^conflict This row was “t · S” .* now finds the new “t · M” of row 3 of Products/,
      );
      expect(sold(bench)).toEqual(['t S9 10.00']);
    }
    bench.sync({ Products: rows('S9', 'S1'), Prices: prices(['S9', '10'], ['S1', '12']) }, '--hold');
    expect(sold(bench)).toEqual(['t S9 10.00', 't S1 12.00']);
  });
});
