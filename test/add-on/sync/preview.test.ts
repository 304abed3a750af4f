import type { RunSummary } from '../../../src/answers/answers';
import { foreseenRows, previewLines } from '../../support/foreseen';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = 'Handle,Title,Variant Price,Colour of box';
const file = (...rows: readonly string[]) => [HEADER, ...rows].join('\n');

const previewed = foreseenRows;

const answered = (answer: { ok: boolean; value?: RunSummary }) => answer.value as RunSummary;

function changePrice(bench: Workbench, handle: string, price: string): void {
  const product = bench.store.dump().products.find((candidate) => candidate.handle === handle);
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variant: ID!, $price: Money!) {
      productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: $price }]) { userErrors { message } }
    }`,
    variables: { product: product?.id, variant: product?.variants[0]?.id, price },
  });
  expect(errors).toBeUndefined();
}

test('shows each cell from what to what, and sends nothing', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('mug,Mug,10.00,', 'cup,Cup,5.00,') });
  bench.paste({ Products: file('mug,Mug,11.00,', 'cup,Cup,5.00,', 'jug,Jug,20.00,') });
  const before = bench.store.dump();
  const summary = answered(bench.call('previewSync'));
  expect(previewed(bench).slice(0, 3)).toEqual([
    ['Products', '2', 'To update', 'Variant Price 10.00 → 11.00.'],
    ['Products', '3', 'Up to date'],
    ['Products', '4', 'To create', 'Status is empty, so it will be draft.'],
  ]);
  expect(summary.totals).toMatchObject({ updated: 1, unchanged: 1, created: 1 });
  expect(summary.estimatedSeconds).toBeGreaterThan(0);
  expect(bench.store.dump()).toEqual(before);
});

test('says where Shopify moved on while the sheet stood still, which a sync does not even read', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('mug,Mug,10.00,') });
  changePrice(bench, 'mug', '12.00');
  bench.call('previewSync');
  expect(previewed(bench)[0]).toEqual([
    'Products',
    '2',
    'Differs',
    'Variant Price: Shopify has 12.00, the sheet 10.00.',
  ]);
  expect(answered(bench.call('startSync')).sent).toBe(0);
});

/** The price changed in both, and the settings say that Shopify's counts. */
function shopifyCounts(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: file('mug,Mug,10.00,') });
  changePrice(bench, 'mug', '12.00');
  bench.call('saveSettings', { onConflict: { products: 'ask', inventory: 'ask', prices: 'shopify' } });
  bench.paste({ Products: file('mug,Mug,11.00,') });
  return bench;
}

test('shows that a cell will take Shopify’s value where the settings say so, and a sync puts it there', () => {
  const bench = shopifyCounts();
  bench.call('previewSync');
  expect(previewed(bench)[0]?.slice(2)).toEqual(['Up to date', 'Variant Price 11.00 → 12.00, from Shopify.']);
  expect(bench.runtime.state.workbook.sheets[0]?.rows[1]?.[2]).toBe('11.00');
  bench.call('startSync');
  expect(bench.runtime.state.workbook.sheets[0]?.rows[1]?.slice(2, 6)).toEqual([
    '12',
    '',
    'Up to date',
    'Variant Price 11.00 → 12.00, from Shopify.',
  ]);
  bench.call('previewSync');
  expect(previewed(bench)[0]?.slice(2)).toEqual(['Up to date']);
  expect(answered(bench.call('startSync')).sent).toBe(0);
});

test('goes on saying what both have where a formula cannot take Shopify’s value, which a sync then says nothing of', () => {
  const bench = shopifyCounts();
  const sheet = bench.runtime.state.workbook.sheets[0]!;
  sheet.layers.formula = { ...sheet.layers.formula, 3: [[2, 2, '=5+6']] } as never;
  bench.call('startSync');
  expect(sheet.rows[1]?.[5]).toBe(
    'Variant Price: Shopify has 12.00, the sheet 11.00. The cell was left alone: it holds a formula, is protected, or stands in a table that takes nothing from a script. Edit it by hand.',
  );
  for (const _ of ['at once', 'later']) {
    bench.call('previewSync');
    expect(previewed(bench)[0]?.slice(2)).toEqual([
      'Differs',
      'Variant Price: Shopify has 12.00, the sheet 11.00.',
    ]);
    expect(answered(bench.call('startSync')).sent).toBe(0);
  }
});

test('names the columns that are left alone, and the products that have no row any more', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('mug,Mug,10.00,', 'cup,Cup,5.00,') });
  bench.paste({ Products: file('mug,Mug,10.00,blue') });
  bench.call('previewSync');
  const lines = previewLines(bench).map((line) => `${line['What would happen']}: ${line.Why}`);
  expect(lines).toContainEqual(expect.stringMatching(/^Unknown column: “Colour of box” is left alone/));
  expect(lines).toContain(
    'Not in the sheet: “cup” was synced from here before and has no row now. Nothing is deleted in Shopify; to be rid of it there, archive it.',
  );
  expect(bench.store.dump().products).toHaveLength(2);
});

test.each([
  ['in error', 'Handle,Title,Price\nmug,Mug,cheap'],
  ['with another command', 'Handle,Title,Command,Variant Command,Price\nmug,Mug,REPLACE,,1'],
  ['of a tab that is refused', 'Handle,Title,Price,Variant Price\nmug,Mug,10,10'],
])('does not miss a product whose row is %s', (_, text) => {
  const bench = openWorkbench();
  bench.sync({ Products: file('mug,Mug,10.00,') });
  bench.paste({ Products: text });
  bench.call('previewSync');
  expect(previewLines(bench).map((line) => line['What would happen'])).toEqual(['Error']);
});

test('names a variant that has no row any more, and none whose row is in error', () => {
  const bench = openWorkbench();
  const rows = (...variants: readonly string[]) =>
    ['Handle,Title,Option1 Name,Option1 Value,Price', ...variants].join('\n');
  bench.sync({ Products: rows('tee,Tee,Size,S,10', 'tee,,,M,10', 'tee,,,L,10') });
  const sheet = bench.runtime.state.workbook.sheets[0]!;
  sheet.rows.splice(2, 1);
  sheet.rows[2]![4] = 'cheap';
  bench.call('previewSync');
  expect(
    previewLines(bench).map(({ Why, 'What would happen': what }) =>
      what === 'Not in the sheet' ? Why : what,
    ),
  ).toEqual([
    'Error',
    '“M” of “tee” was synced from here before and has no row now. Nothing is deleted in Shopify; to be rid of it there, delete it.',
    'Up to date',
  ]);
});

test('says of a new product that it will be on sale in the Online Store, as the sync then says', () => {
  const bench = openWorkbench();
  const sheetIds = bench.paste({ Products: 'Handle,Title,Published,Variant Price\nmug,Mug,TRUE,10.00' });
  bench.drive(sheetIds, '--preview');
  const [, , , foreseen] = previewed(bench)[0] ?? [];
  expect(foreseen).toMatch(
    /^Will be published to the Online Store\. Status is empty, so it will be active\./,
  );
  bench.drive(sheetIds);
  expect(bench.runtime.state.workbook.sheets[0]?.rows[1]).toContain(
    'Published to the Online Store. Status is empty, so it is active.',
  );
});

test('tells the command how many points and which lane sending takes, and the sidebar only how long', () => {
  const bench = openWorkbench();
  const report = bench.sync({ Products: file('mug,Mug,10.00,', 'cup,Cup,5.00,') }, '--preview');
  expect(report.estimate).toMatchObject({ mutations: { direct: 2, bulk: 0 } });
  expect(report.estimate?.points).toBeGreaterThan(20);
  expect(report.estimate?.seconds).toBeGreaterThan(0);
  expect(bench.sync({ Products: file('mug,Mug,10.00,', 'cup,Cup,5.00,') }).estimate).toBeUndefined();
});
