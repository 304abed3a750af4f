import { csvOf } from '../../support/csv';
import { mutationsIn, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Inventory tracker'],
  ['hat', 'Hat', 'Size', 'S', 'H-S', '5', 'shopify'],
  ['hat', '', '', 'M', 'H-M', '5', 'shopify'],
  ['mug', 'Mug', 'Title', 'Default Title', 'MUG', '9', 'shopify'],
]);
const FIXED = [
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value'],
  ['Option3 Name', 'Option3 Value', 'SKU', 'HS Code', 'COO'],
].flat();
const CURRENT = [
  ['Location', 'Bin name', 'Incoming (not editable)', 'Unavailable (not editable)'],
  ['Committed (not editable)', 'Available (not editable)', 'On hand (current)', 'On hand (new)'],
].flat();

const hat = (size: string, sku: string) => ['hat', 'Hat', 'Size', size, '', '', '', '', sku, '6505.00', 'DE'];
const mug = ['mug', 'Mug', 'Title', 'Default Title', '', '', '', '', 'MUG', '', ''];

function shopWithProducts(): Workbench {
  const bench = openWorkbench({ store: { locations: ['Main', 'Blainville, Quebec'] } });
  bench.sync({ Products: PRODUCTS });
  return bench;
}

/** `option → location → quantity`, of every variant. */
function stockIn(bench: Workbench, name: 'available' | 'onHand' = 'available') {
  return Object.fromEntries(
    bench.store
      .dump()
      .products.flatMap(({ variants }) =>
        variants.map(({ sku, inventory }) => [
          sku,
          Object.fromEntries(Object.entries(inventory).map(([place, level]) => [place, level[name]])),
        ]),
      ),
  );
}

/** Syncs twice; the second time nothing may be sent. */
function syncTwice(bench: Workbench, inventory: string) {
  const first = bench.sync({ Inventory: inventory });
  const second = bench.sync({ Inventory: inventory });
  expect(mutationsIn(second, first)).toEqual({});
  expect(
    Object.values(saidOf(second)).filter((said) => /^(updated|created|skipped|conflict)/.test(said)),
  ).toEqual([]);
  return first;
}

describe('an inventory export with one column per location', () => {
  const wide = csvOf([
    [...FIXED, 'Main', 'Counted by', 'BLAINVILLE, Quebec'],
    [...hat('S', 'H-S'), '4', 'Anna', 'not stocked'],
    [...mug, '0', '', '7'],
    [...hat('M', 'H-M'), 'Not stocked', '', '2'],
  ]);

  test('sets each location, leaves alone what is not stocked, and finds handles that stand apart', () => {
    const bench = shopWithProducts();
    const report = syncTwice(bench, wide);
    expect(report.tabs[0]).toMatchObject({ kind: 'inventory' });
    expect(stockIn(bench)).toEqual({
      'H-S': { Main: 4 },
      'H-M': { Main: 0, 'Blainville, Quebec': 2 },
      MUG: { Main: 0, 'Blainville, Quebec': 7 },
    });
    expect(Object.values(saidOf(report)).every((said) => said.startsWith('updated'))).toBe(true);
  });

  test('writes quantities and nothing else', () => {
    const bench = shopWithProducts();
    const before = bench.store.dump().products.map(({ variants, ...product }) => product);
    bench.sync({ Inventory: wide.replaceAll('Hat,', 'Bonnet,') });
    expect(bench.store.dump().products.map(({ variants, ...product }) => product)).toEqual(before);
    expect(JSON.stringify(bench.store.dump())).not.toContain('6505.00');
  });

  test('is refused as a whole where no column is a location of the shop', () => {
    const bench = shopWithProducts();
    const said = saidOf(
      bench.sync({
        Inventory: csvOf([
          [...FIXED, 'Attic'],
          [...mug, '3'],
        ]),
      }),
    );
    expect(said).toEqual({
      'Inventory:2':
        'error This tab was not synced. No column is named after a location of the shop. Rename one to “Main” or “Blainville, Quebec”.',
    });
  });
});

describe('an inventory export with one row per location', () => {
  const long = (...rows: (readonly string[])[]) =>
    csvOf([[...FIXED, 'Location', 'Incoming', 'Unavailable', 'Committed', 'Available', 'On hand'], ...rows]);
  const levels = (location: string, available: string, onHand: string) => [
    location,
    '0',
    '0',
    '0',
    available,
    onHand,
  ];

  test('sets what is on hand and lets what is available follow', () => {
    const bench = shopWithProducts();
    syncTwice(
      bench,
      long([...hat('S', 'H-S'), ...levels('Main', '1', '6')], [...mug, ...levels('main', '8', '8')]),
    );
    expect(stockIn(bench, 'onHand')).toMatchObject({ 'H-S': { Main: 6 }, MUG: { Main: 8 } });
    expect(stockIn(bench)).toMatchObject({ 'H-S': { Main: 6 } });
  });

  test('with only what is available sets that', () => {
    const bench = shopWithProducts();
    const text = csvOf([
      [...FIXED, 'Location', 'Available'],
      [...hat('S', 'H-S'), 'Main', '3'],
      [...hat('S', 'H-S'), 'Blainville, Quebec', 'not stocked'],
    ]);
    syncTwice(bench, text);
    expect(stockIn(bench)).toMatchObject({ 'H-S': { Main: 3 } });
  });

  test('finds a variant by its SKU where the handle is empty, and says what it cannot find on every row', () => {
    const bench = shopWithProducts();
    const said = saidOf(
      bench.sync({
        Inventory: long(
          ['', '', '', '', '', '', '', '', 'MUG', '', '', ...levels('Main', '', '2')],
          ['cap', 'Cap', 'Size', 'S', '', '', '', '', '', '', '', ...levels('Main', '', '2')],
          ['cap', 'Cap', 'Size', 'S', '', '', '', '', '', '', '', ...levels('Blainville, Quebec', '', '3')],
          [...hat('XL', 'H-XL'), ...levels('Main', '', '2')],
        ),
      }),
    );
    const noCap =
      'error Shopify has no product “cap”. Check the handle, or empty it to find the variant by its SKU.';
    expect(said).toEqual({
      'Inventory:2': 'updated On hand · Main 0 → 2.',
      'Inventory:3': noCap,
      'Inventory:4': noCap,
      'Inventory:5':
        'error “hat” has no variant “XL” in Shopify. Check the option values, or create the variant in a Products tab.',
    });
  });
});

describe('the current inventory export', () => {
  const current = (...rows: (readonly string[])[]) => csvOf([[...FIXED, ...CURRENT], ...rows]);
  const row = (item: readonly string[], onHand: string, wanted: string) => [
    ...item,
    ...['Main', '', '0', '0', '0', onHand, onHand, wanted],
  ];

  test('writes the new quantity on hand, and a blank one asks for nothing', () => {
    const bench = shopWithProducts();
    const report = syncTwice(bench, current(row(hat('S', 'H-S'), '4', ''), row(mug, '4', '11')));
    expect(stockIn(bench, 'onHand')).toMatchObject({ 'H-S': {}, MUG: { Main: 11 } });
    expect(saidOf(report)).toEqual({
      'Inventory:2': 'not-compared',
      'Inventory:3': 'updated On hand (new) · Main 0 → 11.',
    });
  });

  test('sends an edited quantity as what is on hand, compared with what is on hand', () => {
    const bench = shopWithProducts();
    bench.sync({ Inventory: current(row(mug, '4', '11')) });
    const edited = bench.sync({ Inventory: current(row(mug, '11', '9')) });
    expect(saidOf(edited)['Inventory:2']).toBe('updated On hand (new) · Main 11 → 9.');
    const sent = bench.wire
      .filter((body) => body.includes('SetStock'))
      .map((body) => JSON.parse(body).variables.input);
    expect(sent.slice(-1)).toMatchObject([
      { name: 'on_hand', quantities: [{ quantity: 9, changeFromQuantity: 11 }] },
    ]);
  });
});
