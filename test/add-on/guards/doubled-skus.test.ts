import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price'];
const tab = (...rows: readonly string[][]) => csvOf([HEADER, ...rows]);
const skus = ({ store }: Workbench) =>
  store.dump().products.map(({ handle, variants }) => `${handle} ${variants.map(({ sku }) => sku).join()}`);

describe('a SKU that another item has', () => {
  test.each(['Mug', 'Another mug'])(
    'holds a new product, which is most often a mistyped handle: %s',
    (title) => {
      const bench = openWorkbench();
      bench.sync({ Products: tab(['mug', 'Mug', 'M', '10']) });
      const sheet = { Products: tab(['mug', 'Mug', 'M', '10'], ['mugg', title, 'M', '10']) };
      for (let run = 0; run < 3; run += 1) {
        const said = saidOf(bench.sync(sheet, '--hold'))['Products:3'];
        expect(said).toMatch(
          /^skipped New product .* is held: “mug” \(Shopify ID \d+\) has the SKU “M” too\. /,
        );
        expect(skus(bench)).toEqual(['mug M']);
      }
      bench.sync(sheet);
      expect(skus(bench)).toEqual(['mug M', 'mugg M']);
    },
  );

  test('holds a new product where the owner stands in a tab that is not in the run', () => {
    const bench = openWorkbench();
    bench.sync({ Products: tab(['mug', 'Mug', 'M', '10']) });
    const said = saidOf(bench.sync({ More: tab(['mugg', 'Mug', 'M', '10']) }, '--hold'))['More:2'];
    expect(said).toMatch(/“mug”/);
    expect(skus(bench)).toEqual(['mug M']);
  });

  test.each([
    [
      'keeps it, because its cell was emptied',
      { Products: tab(['a', 'A', '', '10'], ['b', 'B', 'S1', '11']) },
    ],
    ['stands unchanged above', { Products: tab(['a', 'A', 'S1', '10'], ['b', 'B', 'S1', '11']) }],
    ['is in a tab that is not in the run', { Other: tab(['b', 'B', 'S1', '11']) }],
  ])('holds the SKU of an item that is there, where the owner %s', (_, sheet) => {
    const bench = openWorkbench();
    bench.sync({ Products: tab(['a', 'A', 'S1', '10'], ['b', 'B', 'S2', '11']) });
    const said = Object.values(saidOf(bench.sync(sheet, '--hold'))).pop();
    expect(said).toMatch(
      /^skipped SKU S2 → S1 is held: “a” \(Shopify ID \d+\) has the SKU “S1” too\. Confirm it in the sidebar, or change the cell\.$/,
    );
    expect(skus(bench)).toEqual(['a S1', 'b S2']);
  });

  test('holds it where the owner was never synced from here', () => {
    const bench = openWorkbench({ store: { searchLagMs: 0 } });
    bench.sync({ Products: tab(['b', 'B', 'S2', '11']) });
    bench.store.execute({
      query: `mutation ($input: ProductSetInput!) { productSet(synchronous: true, input: $input) { product { id } } }`,
      variables: {
        input: {
          handle: 'by-hand',
          title: 'By hand',
          productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
          variants: [
            { sku: 'S1', price: '1.00', optionValues: [{ optionName: 'Title', name: 'Default Title' }] },
          ],
        },
      },
    });
    const said = saidOf(bench.sync({ Products: tab(['b', 'B', 'S1', '11']) }, '--hold'))['Products:2'];
    expect(said).toMatch(/by-hand|the item with the ID/);
    expect(skus(bench)).toEqual(['b S2', 'by-hand S1']);
  });

  test.each([['A'], ['S-1']])('holds all rows that are set to one SKU: %s', (first) => {
    const bench = openWorkbench();
    const rows = (...all: string[]) =>
      tab(...all.map((sku, row) => [`i${row}`, `I ${row}`, sku, `${10 + row}`]));
    bench.sync({ Products: rows(first, 'B', 'C') });
    const before = skus(bench);
    const said = Object.values(saidOf(bench.sync({ Products: rows('S-1', 'S-1', 'S-1') }, '--hold')));
    const held = first === 'S-1' ? said.slice(1) : said;
    for (const text of held) expect(text).toMatch(/is held: .*(row \d|“i0”).* the SKU “S-1” too/);
    expect(skus(bench)).toEqual(before);
  });
});

test('two items exchange their SKUs, and one takes what another gives away, in one run', () => {
  const bench = openWorkbench();
  const rows = (...all: string[]) =>
    tab(...all.map((sku, row) => [`i${row}`, `I ${row}`, sku, `${10 + row}`]));
  bench.sync({ Products: rows('S1', 'S2', 'S3', 'S4') });
  bench.sync({ Products: rows('S2', 'S1', '[clear]', 'S3') }, '--hold');
  expect(skus(bench)).toEqual(['i0 S2', 'i1 S1', 'i2 ', 'i3 S3']);
});

test('an item whose new SKU is held keeps the one that it has, so that nobody else gets it', () => {
  const bench = openWorkbench();
  bench.sync({ Products: tab(['a', 'A', '0045', '10'], ['b', 'B', 'S2', '11']) });
  const said = saidOf(
    bench.sync({ Products: tab(['a', 'A', '45', '10'], ['b', 'B', '0045', '11']) }, '--hold'),
  );
  expect(said['Products:3']).toMatch(/“a” \(Shopify ID \d+\) has the SKU “0045” too/);
  expect(skus(bench)).toEqual(['a 0045', 'b S2']);
});

test('two new products of one sheet may share a SKU, and both rows say so', () => {
  const bench = openWorkbench();
  const said = saidOf(
    bench.sync({ Products: tab(['a', 'A', 'S1', '10'], ['b', 'B', 'S1', '11']) }, '--hold'),
  );
  expect(said['Products:2']).toMatch(/^created .*row 3 has the SKU “S1” too\./);
  expect(said['Products:3']).toMatch(/^created .*row 2 has the SKU “S1” too\./);
  expect(skus(bench)).toEqual(['a S1', 'b S1']);
});

test('new products of one file that share SKUs are all created, although the run broke off between them', () => {
  const file = csvOf([
    ['Handle', 'Title', 'SKU', 'Price'],
    ...Array.from({ length: 40 }, (_, index) => [`p-${index}`, `P ${index}`, `S-${index % 20}`, '5.00']),
  ]);
  let isSlow = false;
  const bench = openWorkbench({
    gate: ({ service }) => {
      if (isSlow || service !== 'UrlFetchApp' || bench.store.dump().products.length < 15) return;
      isSlow = true;
      bench.clock.advance(5 * 60_000);
    },
  });
  const report = bench.sync({ Products: file }, '--hold');
  expect(report.executions).toBeGreaterThan(2);
  expect(report.totals).toMatchObject({ created: 40, skipped: 0 });
  expect(bench.store.dump().products).toHaveLength(40);
});
