import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
const WAITS = 'Compare-at price 15.00 → 16.00 waits until its option value is renamed.';

function tabs(colour: string, compareAt: string, skus: readonly [string, string] = ['T-1', 'T-2']) {
  return {
    Products: csvOf([
      HEADER,
      ['tee', 'Tee', 'Colour', colour, 'T-1', '10.00'],
      ['tee', '', '', 'Red', 'T-2', '12.00'],
    ]),
    Prices: csvOf([
      ['SKU', 'Compare-at price'],
      [skus[0], compareAt],
      [skus[1], '20.00'],
    ]),
  };
}

test('a price by SKU waits while the option value of its variant asks for another name, and goes once it has it', () => {
  const bench = openWorkbench();
  const compareAt = () =>
    bench.store
      .dump()
      .products[0]?.variants.map(({ options, compareAtPrice }) => [options.Colour, compareAtPrice]);
  bench.sync(tabs('Yello', '15.00'));

  for (const _ of [1, 2]) {
    const said = saidOf(bench.sync(tabs('Yellow', '15.00'), '--hold'));
    expect(said['Products:2']).toContain('Colour Yello → Yellow is held');
    expect(said['Prices:2']).toBe('unchanged');
  }
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold'))['Prices:2']).toBe(`skipped ${WAITS}`);
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold', '--only', 'prices'))).toMatchObject({
    'Products:2': 'skipped Colour Yello → Yellow comes first. Sync products, then sync again.',
  });
  expect(compareAt()).toEqual([
    ['Yello', '15.00'],
    ['Red', '20.00'],
  ]);

  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--confirm-held'))).toMatchObject({
    'Products:2': 'updated Colour Yello → Yellow.',
    'Prices:2': 'differs Compare-at price 15.00 → 16.00 goes with the next sync.',
  });
  expect(compareAt()).toEqual([
    ['Yellow', '15.00'],
    ['Red', '20.00'],
  ]);
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold'))['Prices:2']).toBe(
    'updated Compare-at price 15.00 → 16.00.',
  );
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--preview'))).toEqual({
    'Products:2': 'unchanged',
    'Products:3': 'unchanged',
    'Prices:2': 'unchanged',
    'Prices:3': 'unchanged',
  });
});

test('a row of another item that was sorted beside the SKU is still changed in both, renamed value or not', () => {
  const bench = openWorkbench();
  bench.sync(tabs('Yello', '15.00'));
  const said = saidOf(bench.sync(tabs('Yellow', '16.00', ['T-2', 'T-1']), '--hold'));
  expect(said['Prices:3']).toMatch(/^conflict This row was “tee · Red” at the last sync/);
});

const PRICE =
  'mutation($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }';

/** Somebody sets the compare-at price of the first variant in Shopify admin. */
function setInShopify(bench: Workbench, compareAtPrice: string): void {
  const [product] = bench.store.dump().products;
  inAdmin(bench, PRICE, { id: product?.id, variants: [{ id: product?.variants[0]?.id, compareAtPrice }] });
}

test('a price that was changed in both waits for the option value too, and is asked about once that is renamed', () => {
  const bench = openWorkbench();
  bench.sync(tabs('Yello', '15.00'));
  setInShopify(bench, '17.00');
  const held = saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold'));
  expect(held['Prices:2']).toBe('skipped Compare-at price waits until its option value is renamed.');
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--preview', '--hold'))['Prices:2']).toBe(
    held['Prices:2'],
  );
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--confirm-held'))['Prices:2']).toMatch(
    /^conflict Compare-at price: you changed it to 16\.00 and it became 17\.00 in Shopify/,
  );
});

test('a price that Shopify takes waits, where the settings let its side count', () => {
  const bench = openWorkbench();
  bench.sync(tabs('Yello', '15.00'));
  bench.call('saveSettings', {
    onConflict: { products: 'shopify', inventory: 'shopify', prices: 'shopify' },
  });
  setInShopify(bench, '17.00');
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold'))['Prices:2']).toBe(
    'skipped Compare-at price waits until its option value is renamed.',
  );
});

test('where only Shopify has another price, the row says so beside a held option value', () => {
  const bench = openWorkbench();
  bench.sync(tabs('Yello', '15.00'));
  setInShopify(bench, '17.00');
  expect(saidOf(bench.sync(tabs('Yellow', '15.00'), '--hold'))['Prices:2']).toBe(
    'differs Compare-at price: Shopify has 17.00, the sheet 15.00.',
  );
});

test('an error of a row is said beside a held option value', () => {
  const bench = openWorkbench();
  const stock = (value: string, onHand: string) => ({
    ...tabs(value, '15.00'),
    Stock: csvOf([
      ['SKU', 'Location', 'On hand (new)'],
      ['T-1', 'Main', onHand],
    ]),
  });
  bench.sync(stock('Yello', '5'));
  const said = saidOf(bench.sync(stock('Yellow', '-2'), '--hold'));
  expect(said['Stock:2']).toMatch(/^error /);
});
