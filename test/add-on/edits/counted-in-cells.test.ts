import { KilledError } from '../../../local/apps-script/runtime';
import { csvOf } from '../../support/csv';
import { rowsOf, said, sheetOf, sync } from '../../support/running';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Compare-at price',
  'Cost per item',
  'Tags',
];
const shop = openWorkbench();
const ROWS = [
  HEADER,
  ['hat', 'Hat', 'Size', 'S', 'H-1', '10.00', '12.00', '4.00', 'wool, old'],
  ['hat', '', 'Size', 'M', 'H-2', '20.00', '', '8.00', ''],
  ['cap', 'Cap', '', '', 'C-1', '30.00', '', '', 'cotton'],
];
shop.sync({ Products: csvOf(ROWS) });
const saved = shop.save();

const COLUMNS = ['Price', 'Compare-at price', 'Cost per item', 'Tags'] as const;
type Column = (typeof COLUMNS)[number];

/** The shop with these words in cells of its tab. */
function editing(
  cells: readonly (readonly [row: number, column: Column, text: string | number])[],
  options: BenchOptions = {},
): Workbench {
  const bench = openWorkbench({ saved, ...options });
  for (const [row, column, text] of cells) type(bench, row, column, text);
  return bench;
}

const at = (column: Column) => HEADER.indexOf(column);
function type(bench: Workbench, row: number, column: Column, text: string | number): void {
  rowsOf(bench)[row - 1]![at(column)] = text;
}
const cell = (bench: Workbench, row: number, column: Column) => rowsOf(bench)[row - 1]?.[at(column)];

const variants = (bench: Workbench) => bench.store.dump().products.flatMap((product) => product.variants);
const priceOf = (bench: Workbench, sku: string) => variants(bench).find((one) => one.sku === sku)?.price;
const tagsOf = (bench: Workbench, handle: string) =>
  bench.store.dump().products.find((one) => one.handle === handle)?.tags;

/** Somebody changes a price in Shopify. */
function inShopify(bench: Workbench, sku: string, price: string): void {
  const product = bench.store
    .dump()
    .products.find((one) => one.variants.some((variant) => variant.sku === sku));
  const id = product?.variants.find((one) => one.sku === sku)?.id;
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } } }`,
    variables: { product: product?.id, variants: [{ id, price }] },
  });
  expect(errors).toBeUndefined();
}

describe('a price that is counted from Shopify’s', () => {
  test.each([
    ['+5 %', '10.50'],
    ['-10 %', '9.00'],
    ['*1.12', '11.20'],
    ['+5 % round to .95', '10.95'],
    ['*1.04 round to .95', '9.95'],
  ])('%s of 10.00 comes to %s, which the cell then says', (text, price) => {
    const bench = editing([[2, 'Price', text]]);
    expect(sync(bench).totals).toMatchObject({ updated: 1 });
    expect(priceOf(bench, 'H-1')).toBe(price);
    expect(Number(cell(bench, 2, 'Price'))).toBe(Number(price));
    expect(said(bench, 2)).toBe(`Updated Price 10.00 → ${price}.`);
    sync(bench);
    expect(priceOf(bench, 'H-1')).toBe(price);
  });

  test('is counted from what Shopify has at that moment, without a question', () => {
    const bench = editing([[2, 'Price', '+5 %']]);
    inShopify(bench, 'H-1', '11.00');
    expect(sync(bench).conflicts.count).toBe(0);
    expect(priceOf(bench, 'H-1')).toBe('11.55');
  });

  test('is shown by the preview, and not sent where Shopify has another price since', () => {
    const bench = editing([[2, 'Price', '+5 %']]);
    bench.call('previewSync');
    expect(cell(bench, 2, 'Price')).toBe('+5 %');
    expect(JSON.stringify(bench.runtime.state.workbook)).toContain('"Price","10.00","10.50"');
    inShopify(bench, 'H-1', '11.00');
    bench.call('applyPreview');
    expect(priceOf(bench, 'H-1')).toBe('11.00');
  });

  test('works for the compare-at price and the cost as well', () => {
    const bench = editing([
      [2, 'Compare-at price', '+25 %'],
      [3, 'Cost per item', '-12.5 % round to .95'],
    ]);
    sync(bench);
    const [s, m] = variants(bench);
    expect([s?.compareAtPrice, m?.cost]).toEqual(['15.00', expect.stringMatching(/^6\.95/)]);
  });

  test.each([
    [
      'Compare-at price',
      3,
      '+5 %',
      'Compare-at price is counted from a price, and Shopify has none here. Type the price itself.',
    ],
    ['Price', 3, '-100 %', 'Price “-100 %” would leave nothing of the price. Type the price that you mean.'],
    [
      'Price',
      3,
      '+5 % round to 9',
      'Price “+5 % round to 9” does not say how to round. Type round to 0.95, or leave it out.',
    ],
    [
      'Price',
      3,
      '*',
      'Price “*” is no change of a price. Type +5 %, -10 % or *1.2, and round to .95 after it if you like.',
    ],
  ] as const)('%s %s %s is an error that says what to type', (column, row, text, message) => {
    const bench = editing([[row, column, text]]);
    sync(bench);
    expect(said(bench, row)).toBe(`Error ${message}`);
    expect(cell(bench, row, column)).toBe(text);
    expect(priceOf(bench, 'H-2')).toBe('20.00');
  });

  test('has no ending to round to in a currency without decimals', () => {
    const bench = openWorkbench({ store: { currencyCode: 'JPY' } });
    const tab = (price: string) => ({
      Prices: csvOf([
        ['Handle', 'Title', 'Price'],
        ['hat', 'Hat', price],
      ]),
    });
    bench.sync(tab('1000'));
    const { tabs } = bench.sync(tab('+5 % round to .95'));
    expect(tabs[0]?.rows[0]?.message).toBe(
      'Price “+5 % round to .95” does not say how to round. Leave it out: JPY has no decimals.',
    );
    expect(bench.sync(tab('+5 %')).tabs[0]?.rows[0]?.message).toBe('Price 1000 → 1050.');
  });

  test('is held like any price that jumps, and counted when a person confirms it', () => {
    const bench = editing([[2, 'Price', '-50 %']]);
    const { held, run } = sync(bench);
    expect(held.shown).toMatchObject([{ change: 'Price 10.00 → 5.00' }]);
    expect(cell(bench, 2, 'Price')).toBe('-50 %');
    bench.call('confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
    expect(priceOf(bench, 'H-1')).toBe('5.00');
    expect(Number(cell(bench, 2, 'Price'))).toBe(5);
  });

  test('of a new variant is an error, because there is no price to count from', () => {
    const bench = openWorkbench({ saved });
    bench.paste({ Products: csvOf([...ROWS, ['hat', 'Hat', 'Size', 'L', 'H-3', '+5 %', '', '', '']]) });
    sync(bench);
    expect(said(bench, 5)).toBe(
      'Error Price is counted from a price in Shopify, and this variant is new. Type the price itself.',
    );
  });

  test('is not sent where its cell cannot take the result', () => {
    const bench = editing([[2, 'Price', '+5 %']]);
    const { layers } = sheetOf(bench, 'Products');
    layers && Object.assign(layers, { formula: { [at('Price') + 1]: [[2, 2, '="+5 %"']] } });
    sync(bench);
    expect(priceOf(bench, 'H-1')).toBe('10.00');
    expect(said(bench, 2)).toBe(
      'Error Price was not changed: its cell could not take the new price (a formula, a protected cell, or an edit meanwhile). Type the price itself.',
    );
  });

  test('is not sent where a row in error says the same in a cell that cannot take the result, and each row names that cell', () => {
    const bench = openWorkbench({ saved });
    const prices = csvOf([
      ['SKU', 'Price', 'Compare-at price'],
      ['H-1', '+5 %', 'dear'],
      ['C-1', '+5 %', 'dear'],
    ]);
    const asked = ROWS.map((row, index) =>
      row.map((text, column) => (column === at('Price') && (index === 1 || index === 3) ? '+5 %' : text)),
    );
    bench.call('chooseTabs', { sheetIds: bench.paste({ Products: csvOf(asked), Prices: prices }) });
    const { layers } = sheetOf(bench, 'Prices');
    layers && Object.assign(layers, { formula: { 2: [[2, 2, '="+5 %"']] } });
    sync(bench);
    expect(priceOf(bench, 'H-1')).toBe('10.00');
    expect(cell(bench, 2, 'Price')).toBe('+5 %');
    expect(said(bench, 2)).toBe(
      'Error Price was not changed: Price in row 2 of Prices, which says the same, could not take the new price (a formula, a protected cell, or an edit meanwhile). Type the price itself into both.',
    );
    expect(said(bench, 2, 'Prices')).toContain(
      'Price was not changed: its cell could not take the new price (a formula, a protected cell, or an edit meanwhile). Type the price itself.',
    );
    // Its neighbour is counted in both.
    expect(priceOf(bench, 'C-1')).toBe('31.50');
    expect(Number(cell(bench, 4, 'Price'))).toBe(31.5);
    expect(Number(rowsOf(bench, 'Prices')[2]?.[1])).toBe(31.5);
  });

  test('is given back by an undo, and its cell by the old values', () => {
    const bench = editing([[2, 'Price', '+5 %']]);
    const { run } = sync(bench);
    bench.call('undoRun', { run });
    expect(priceOf(bench, 'H-1')).toBe('10.00');
    sync(bench);
    expect(priceOf(bench, 'H-1')).toBe('10.00');
    expect(said(bench, 2)).toContain('Held');
  });

  test('survives a kill at any call of the run, and is counted once', () => {
    const calls: string[] = [];
    sync(
      editing(
        [
          [2, 'Price', '+5 %'],
          [4, 'Price', '+5 %'],
        ],
        {
          gate: ({ service, method }) => void calls.push(`${service}.${method}`),
        },
      ),
    );
    const sends = calls.flatMap((name, index) => (/fetch|setValue/i.test(name) ? [index] : []));
    for (const at of [...sends, ...sends.map((index) => index + 1)]) {
      let count = 0;
      const bench = editing(
        [
          [2, 'Price', '+5 %'],
          [4, 'Price', '+5 %'],
        ],
        {
          gate: () => {
            if (count++ === at) throw new KilledError('killed');
          },
        },
      );
      try {
        bench.call('startSync', {});
      } catch {}
      const after = openWorkbench({ saved: bench.save() });
      after.runtime.clock.advance(3_600_000);
      sync(after);
      expect([at, priceOf(after, 'H-1'), priceOf(after, 'C-1')]).toEqual([at, '10.50', '31.50']);
    }
  });

  test('is counted once where the answer never came', () => {
    const bench = editing([[2, 'Price', '+5 %']], {
      store: { faults: 'productVariantsBulkUpdate: timeout-after' },
    });
    sync(bench);
    const after = openWorkbench({ saved: bench.save() });
    sync(after);
    expect(priceOf(after, 'H-1')).toBe('10.50');
    expect(Number(cell(after, 2, 'Price'))).toBe(10.5);
  });
});

describe('tags with + and -', () => {
  test('are added and removed, what others tagged stays, and the cell stays as it is', () => {
    const bench = editing([[2, 'Tags', '+summer, -old']]);
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['summer', 'wool']);
    expect(cell(bench, 2, 'Tags')).toBe('+summer, -old');
    expect(said(bench, 2)).toBe('Updated Tags added: summer. Tags removed: old.');
    sync(bench);
    expect(said(bench, 2)).toMatch(/^(Up to date|No change to send)/);
    type(bench, 2, 'Tags', '+winter');
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['summer', 'winter', 'wool']);
    type(bench, 2, 'Tags', 'wool, winter, sale');
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['sale', 'summer', 'winter', 'wool']);
  });

  test('mixed with plain ones are an error that says how', () => {
    const bench = editing([[2, 'Tags', 'wool, +summer']]);
    sync(bench);
    expect(said(bench, 2)).toBe(
      'Error Tags “wool, +summer” has tags with + or - and tags without. Type + or - before each, or before none; a tag that begins with - itself is added as +-sale.',
    );
    expect(tagsOf(bench, 'hat')).toEqual(['old', 'wool']);
  });

  test('of a new product are those that are added', () => {
    const bench = openWorkbench({ saved });
    bench.paste({ Products: csvOf([...ROWS, ['bag', 'Bag', '', '', 'B-1', '5.00', '', '', '+new, -old']]) });
    sync(bench);
    expect(tagsOf(bench, 'bag')).toEqual(['new']);
  });

  test('are taken back by an undo', () => {
    const bench = editing([[2, 'Tags', '+summer, -old']]);
    const { run } = sync(bench);
    bench.call('undoRun', { run });
    expect(tagsOf(bench, 'hat')).toEqual(['old', 'wool']);
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['old', 'wool']);
  });

  test('a tag such as -50% is plain, and can be added and removed beside a word', () => {
    const bench = editing([[2, 'Tags', 'wool, old, -50%']]);
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['-50%', 'old', 'wool']);
    type(bench, 2, 'Tags', '--50%, +sale');
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['old', 'sale', 'wool']);
    type(bench, 2, 'Tags', '+-50%');
    sync(bench);
    expect(tagsOf(bench, 'hat')).toEqual(['-50%', 'old', 'sale', 'wool']);
  });
});
