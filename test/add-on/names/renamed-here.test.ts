import type { RunView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

type Table = readonly (readonly string[])[];
type Sheet = Readonly<Record<string, Table>>;

const open = () => openWorkbench({ store: { searchLagMs: 0 } });

function sync(bench: Workbench, sheet: Sheet, ...args: string[]): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(sheet).map(([name, rows]) => [name, csvOf(rows)]));
  return saidOf(bench.sync(texts, ...(args.includes('--confirm-held') ? [] : ['--hold']), ...args));
}

const PRODUCTS = (sku = 'S1') => [
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
  ['a', 'A', sku, '', 'shopify'],
  ['b', 'B', 'S2', '', 'shopify'],
];
const prices = (sku: string, price = '10.00') => [
  ['SKU', 'Price'],
  [sku, price],
  ['S2', '15.00'],
];
const stock = (sku: string) => [
  ['SKU', 'Available'],
  [sku, '7'],
  ['S2', '8'],
];
const renamed = (own: string, other: string, price?: string): Sheet => ({
  Products: PRODUCTS(own),
  Prices: prices(other, price),
  Stock: stock(other),
});
const SMALL = ['Prices:2', 'Stock:2'];
const ofSmall = (said: Record<string, string>) => SMALL.map((row) => said[row]);

describe('a SKU that the sheet itself changes', () => {
  const synced = () => {
    const bench = open();
    sync(bench, renamed('S1', 'S1'));
    return bench;
  };

  test('is told to the rows of small tabs that go by the old one: in the preview, by the run and at each sync after it', () => {
    const bench = synced();
    const now = '“S1” becomes “S1b” in Shopify. Type that here too.';
    for (const args of [['--preview'], []]) {
      const said = sync(bench, renamed('S1b', 'S1'), ...args);
      expect(said['Products:2']).toBe('updated SKU S1 → S1b.');
      expect(ofSmall(said)).toEqual([`conflict ${now}`, `conflict ${now}`]);
    }
    const after = 'conflict “S1” is “S1b” in Shopify now. Type that here, or rename it back in Shopify.';
    for (const price of ['10.00', '12.00', '12.00'])
      expect(ofSmall(sync(bench, renamed('S1b', 'S1', price)))).toEqual([after, after]);
    expect(sync(bench, renamed('S1b', 'S1b', '12.00'))['Prices:2']).toBe('updated Price 10.00 → 12.00.');
    expect(bench.store.dump().products).toHaveLength(2);
  });

  test('sends what else changes on those rows in the same run', () => {
    const bench = synced();
    expect(sync(bench, renamed('S1b', 'S1', '12.00'))['Prices:2']).toBe(
      'conflict “S1” becomes “S1b” in Shopify. Type that here too. Price 10.00 → 12.00.',
    );
  });

  test('is told to a row without a Shopify ID too, which creates nothing', () => {
    const bench = synced();
    sync(bench, { Products: PRODUCTS('S1b') });
    const fresh = {
      Other: [
        ['SKU', 'Cost per item'],
        ['S1', '3.00'],
      ],
    };
    expect(sync(bench, fresh)['Other:2']).toBe(
      'conflict “S1” is “S1b” in Shopify now. Type that here, or rename it back in Shopify.',
    );
  });

  test('is told as not sent to nobody where it is held', () => {
    const bench = synced();
    const said = sync(bench, renamed('S2', 'S1'));
    expect(said['Products:2']).toMatch(/^skipped SKU S1 → S2 is held: /);
    expect(said['Prices:2']).not.toContain('becomes');
  });

  test('is told where it is removed', () => {
    const bench = synced();
    const said = sync(bench, renamed('[clear]', 'S1'));
    expect(said['Products:2']).toMatch(/^updated SKU S1 → \(empty\)\./);
    expect(said['Prices:2']).toBe(
      'conflict The SKU “S1” is removed in Shopify. Name this row by its Variant ID or by another SKU.',
    );
    expect(sync(bench, renamed('[clear]', 'S1'))['Prices:2']).toMatch(
      /^conflict The variant that had the SKU “S1” has none in Shopify now\./,
    );
  });

  test('is told again where an undo gives the old one back', () => {
    const bench = synced();
    sync(bench, renamed('S1b', 'S1'));
    sync(bench, renamed('S1b', 'S1b'));
    const runs = bench.call<readonly RunView[]>('listRuns');
    bench.call('undoRun', { run: runs.ok && runs.value[0]?.number });
    expect(bench.store.dump().products[0]?.variants[0]?.sku).toBe('S1');
    expect(sync(bench, renamed('S1b', 'S1b', '12.00'))['Prices:2']).toMatch(
      /^conflict “S1b” is “S1” in Shopify now\./,
    );
  });
});

describe('a handle that the sheet itself changes', () => {
  const FIRST: Sheet = {
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
      ['a', 'A', 'Size', 'S', 'S1', '10'],
      ['a', '', '', 'M', 'S2', '11'],
    ],
  };
  const SMALL_TABS: Readonly<Record<string, (handle: string, price: string) => Table>> = {
    'products with options': (handle, price) => [
      ['Handle', 'Option1 Name', 'Option1 Value', 'Price'],
      [handle, 'Size', 'S', price],
    ],
    'products without': (handle) => [
      ['Handle', 'Vendor'],
      [handle, 'embedded-store'],
    ],
    'prices by handle': (handle, price) => [
      ['Handle', 'Option1 Name', 'Option1 Value', 'SKU', 'Location', 'Price', 'Available'],
      [handle, 'Size', 'S', 'S1', 'Shop location', price, ''],
    ],
  };

  test.each(Object.entries(SMALL_TABS))('is told to rows that go by the old one: %s', (_, tab) => {
    const bench = open();
    sync(bench, FIRST);
    const id = bench.store.dump().products[0]?.id.replace(/.*\//, '') ?? '';
    const sheet = (own: string, other: string, price = '10'): Sheet => ({
      ById: [
        ['Product ID', 'Handle', 'Title'],
        [id, own, 'A'],
      ],
      Other: tab(other, price),
    });
    sync(bench, sheet('a', 'a'));
    for (const args of [['--preview'], []]) {
      const said = sync(bench, sheet('a2', 'a'), ...args);
      expect(said['ById:2']).toMatch(/^updated Handle a → a2\./);
      expect(said['Other:2']).toBe('differs “a” becomes “a2” in Shopify. Type that here too.');
    }
    for (const _ of ['next', 'later'])
      expect(sync(bench, sheet('a2', 'a'), '--preview')['Other:2']).toBe(
        'differs Handle: Shopify has a2, the sheet a.',
      );
    expect(sync(bench, sheet('a2', 'a2'))['Other:2']).toMatch(/^unchanged$|^not-compared/);
    expect(bench.store.dump().products.map(({ handle }) => handle)).toEqual(['a2']);
  });
});

test('a price row by handle and option value says what the value is called since the sheet renamed it', () => {
  const bench = open();
  const sheet = (own: string, other: string): Sheet => ({
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU'],
      ['a', 'A', 'Color', own, 'S1'],
      ['a', '', '', 'Red', 'S2'],
    ],
    Stock: [
      ['Handle', 'Option1 Name', 'Option1 Value', 'Location', 'Available'],
      ['a', 'Color', other, 'Shop location', '7'],
    ],
  });
  sync(bench, sheet('Yello', 'Yello'));
  expect(
    sync(bench, { Products: sheet('Yellow', '').Products as Table }, '--confirm-held')['Products:2'],
  ).toMatch(/^updated Color Yello → Yellow\./);
  expect(sync(bench, sheet('Yellow', 'Yello'))['Stock:2']).toBe(
    'conflict “Yello” is “Yellow” (SKU S1) in Shopify now. Type that here, or rename it back in Shopify.',
  );
});

describe('an item that a colleague renamed', () => {
  const RENAME = `mutation ($product: ProductUpdateInput!) {
    productUpdate(product: $product) { userErrors { message } }
  }`;
  const rows = (skus: readonly string[]): Table => [
    ['Handle', 'Title', 'SKU', 'Price'],
    ...skus.map((sku, index) => [`p${index}`, `Product ${index}`, sku, '5']),
  ];
  const begun = () => {
    const bench = open();
    sync(bench, { Products: rows(['S0', 'S1', 'S2']) });
    const owner = bench.store.dump().products.find(({ handle }) => handle === 'p1');
    bench.store.execute({ query: RENAME, variables: { product: { id: owner?.id, handle: 'today' } } });
    return bench;
  };

  test.each<[string, Sheet, string]>([
    ['whose SKU another gets', { Products: rows(['S0', 'S1', 'S1']) }, 'Products:4'],
    [
      'whose SKU a new one gets',
      { Products: [...rows(['S0', 'S1', 'S2']), ['p3', 'New', 'S1', '5']] },
      'Products:5',
    ],
  ])('is called by its name of today in the preview and by the run: one %s', (_, sheet, row) => {
    const bench = begun();
    const foreseen = sync(bench, sheet, '--preview')[row];
    expect(foreseen).toContain('“today”');
    expect(sync(bench, sheet)[row]).toBe(foreseen?.replace('Will not be created', 'Not created'));
  });
});
