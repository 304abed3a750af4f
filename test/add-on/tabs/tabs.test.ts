import { csvOf } from '../../support/csv';
import { mutationsIn, openWorkbench, saidOf } from '../../support/workbench';

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
  ['hat', 'Hat', 'H-1', '5.00', 'shopify', '3'],
  ['cap', 'Cap', 'C-1', '6.00', 'shopify', '4'],
]);
const MAIN = 'Shop location';

describe('a Prices tab and an Inventory tab', () => {
  test('change the variants with their SKUs', () => {
    const bench = openWorkbench();
    bench.sync({ Products: PRODUCTS });
    const report = bench.sync({
      Prices: csvOf([
        ['SKU', 'Price'],
        ['H-1', '5.50'],
        ['C-1', '6'],
      ]),
      Inventory: csvOf([
        ['SKU', 'Location', 'Available'],
        ['C-1', MAIN, '9'],
        ['H-1', MAIN, '3'],
      ]),
    });
    expect(report.tabs.map(({ kind }) => kind)).toEqual(['prices', 'inventory']);
    expect(saidOf(report)).toEqual({
      'Prices:2': 'updated Price 5.00 → 5.50.',
      'Prices:3': 'unchanged',
      'Inventory:2': 'updated Available · Shop location 4 → 9.',
      'Inventory:3': 'unchanged',
    });
    expect(bench.store.dump().products.map(({ variants }) => variants[0])).toMatchObject([
      { price: '5.50', inventory: { [MAIN]: { available: 3 } } },
      { price: '6.00', inventory: { [MAIN]: { available: 9 } } },
    ]);
  });

  test('give a new product its price and stock in the same run', () => {
    const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
    const report = bench.sync({
      Products: csvOf([
        ['Handle', 'Title', 'SKU', 'Inventory tracker'],
        ['hat', 'Hat', 'H-1', 'shopify'],
      ]),
      Prices: csvOf([
        ['SKU', 'Price'],
        ['H-1', '5'],
      ]),
      Inventory: csvOf([
        ['SKU', 'Location', 'Available'],
        ['H-1', 'Main', '3'],
        ['H-1', 'Cellar', '4'],
      ]),
    });
    expect(report.requests.byOperation).toMatchObject({ productSet: 1 });
    expect(report.totals).toMatchObject({ error: 0, skipped: 0, conflict: 0 });
    expect(bench.store.dump().products[0]?.variants[0]).toMatchObject({
      price: '5.00',
      inventory: { Main: { available: 3 }, Cellar: { available: 4 } },
    });
  });

  test('are all that a run of their group looks at', () => {
    const bench = openWorkbench();
    const first = bench.sync({ Products: PRODUCTS });
    const edited = PRODUCTS.replace('Hat', 'Top hat')
      .replace('5.00', '5.50')
      .replace('shopify,3', 'shopify,2');
    const prices = bench.sync({ Products: edited }, '--only', 'prices');
    expect(mutationsIn(prices, first)).toEqual({ productVariantsBulkUpdate: 1 });
    const stock = bench.sync({ Products: edited }, '--only', 'inventory');
    expect(mutationsIn(stock, prices)).toEqual({ inventorySetQuantities: 1 });
    const rest = bench.sync({ Products: edited });
    expect(mutationsIn(rest, stock)).toEqual({ productUpdate: 1 });
  });
});

describe('a change that looks like a mistake', () => {
  const halved = PRODUCTS.replace('5.00', '1.00').replace('6.00', '6.50');

  test('waits for a person, while its neighbours are updated', () => {
    const bench = openWorkbench();
    bench.sync({ Products: PRODUCTS });
    const said = saidOf(bench.sync({ Products: halved }, '--hold'));
    expect(said['Products:2']).toMatch(/^skipped Price 5\.00 → 1\.00 is held: .* Confirm it in the sidebar/);
    expect(said['Products:3']).toBe('updated Price 6.00 → 6.50.');
  });

  test('is sent once it is confirmed, and what was updated before still says so', () => {
    const bench = openWorkbench();
    bench.sync({ Products: PRODUCTS });
    expect(saidOf(bench.sync({ Products: halved }))).toEqual({
      'Products:2': 'updated Price 5.00 → 1.00.',
      'Products:3': 'updated Price 6.00 → 6.50.',
    });
  });
});

describe('a preview', () => {
  test('says what would happen, and nothing happens', () => {
    const bench = openWorkbench();
    const report = bench.sync({ Products: PRODUCTS }, '--preview');
    expect(report.totals).toMatchObject({ created: 2 });
    expect(mutationsIn(report)).toEqual({});
    expect(bench.store.dump().products).toEqual([]);
  });

  test('says what the run then does', () => {
    const bench = openWorkbench();
    bench.sync({ Products: PRODUCTS });
    const edited = PRODUCTS.replace('5.00', '5.50').replace('shopify,4', 'shopify,7').replace('Cap', 'Kap');
    const foreseen = saidOf(bench.sync({ Products: edited }, '--preview'));
    expect(saidOf(bench.sync({ Products: edited }))).toEqual(foreseen);
  });
});

describe('cells that Google Sheets converts', () => {
  test('keep their prices and quantities, and lose what the conversion lost', () => {
    const text = csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Barcode', 'Price', 'Published'],
      ['hat', 'Hat', '', '', '00123', '4006381333931', '19.90', 'TRUE'],
      ['tee', 'Tee', 'Size', '3/5', 'T', '', '1,234.50', 'false'],
    ]);
    const bench = openWorkbench();
    const said = saidOf(bench.sync({ Products: text }, '--convert'));
    expect(said['Products:2']).toMatch(/^created/);
    expect(said['Products:3']).toBe(
      'error Option1 Value: the spreadsheet made a date of “3/5”. Format the cell as plain text and type it again.',
    );
    expect(bench.store.dump().products).toMatchObject([
      {
        handle: 'hat',
        status: 'ACTIVE',
        variants: [{ sku: '123', barcode: '4006381333931', price: '19.90' }],
      },
    ]);
  });

  test('in a German spreadsheet have decimal commas, typed or as text', () => {
    const text = 'Handle;Title;SKU;Price;Cost per item\nhut;Hut;H;1.234,50;9,90\nmuetze;Mütze;M;19,9;5';
    for (const convert of [[], ['--convert']]) {
      const bench = openWorkbench({ locale: 'de_DE', store: { currencyCode: 'EUR' } });
      const report = bench.sync({ Produkte: text }, ...convert);
      expect(report.totals).toMatchObject({ created: 2, error: 0 });
      expect(bench.store.dump().products.map(({ variants }) => variants[0])).toMatchObject([
        { price: '1234.50', cost: '9.90' },
        { price: '19.90', cost: '5.00' },
      ]);
    }
  });
});

test('the sheet’s own columns are never written to', () => {
  const bench = openWorkbench();
  bench.sync({ Products: PRODUCTS });
  const { rows } = bench.runtime.state.workbook.sheets[0] ?? { rows: [] };
  expect(csvOf(rows.map((row) => row.slice(0, 6).map(String)))).toBe(PRODUCTS);
  expect(rows[0]?.slice(6)).toEqual(['Sync status', 'Sync message', 'Synced at', 'Shopify ID']);
});
