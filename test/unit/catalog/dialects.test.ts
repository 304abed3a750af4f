import { recogniseTab } from '../../../src/catalog/tab/layout';
import { assignLocationColumns } from '../../../src/catalog/tab/location-columns';
import type { TabLayout } from '../../../src/catalog/tab/tab-layout';
import { MATRIXIFY_HEADER } from '../../add-on/tabs/matrixify-sheet';

const split = (names: string) => names.split('|');
const FIXED = split(
  'Handle|Title|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Option3 Name|Option3 Value|SKU|HS Code|COO',
);
const CURRENT = [
  ...FIXED,
  ...split('Location|Bin name|Incoming (not editable)|Unavailable (not editable)|Committed (not editable)'),
  ...split('Available (not editable)|On hand (current)|On hand (new)'),
];

function layoutOf(header: readonly string[], locations?: readonly string[]): TabLayout {
  const recognised = recogniseTab([header]);
  const recognition = locations ? assignLocationColumns(recognised, locations) : recognised;
  if (recognition.kind !== 'recognised') throw new Error(recognition.reason);
  return recognition.layout;
}

/** `key` or `key@location` of each column. */
const keysOf = ({ columns }: TabLayout) =>
  columns.map(({ column, location }) => (location ? `${column.key}@${location}` : column.key));

const shuffled = (names: readonly string[]) =>
  [...names]
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .map((name) => `  ${name.toUpperCase()} `);

describe('a header that names a location', () => {
  test.each([
    ['Inventory: Main', 'available@Main'],
    ['inventory:Main', 'available@Main'],
    ['Inventory Available: Blainville, Quebec', 'available@Blainville, Quebec'],
    ['INVENTORY ON HAND: Main', 'onHand@Main'],
    ['Inventory Available Adjust: Main', 'availableAdjust@Main'],
    ['Inventory On Hand Adjust: Main', 'onHandAdjust@Main'],
    ['Inventory: Store: Lisbon (old)', 'available@Store: Lisbon (old)'],
  ])('“%s” is a column of that location', (header, key) => {
    expect(keysOf(layoutOf(['SKU', header]))).toEqual(['sku', key]);
  });

  test('may stand beside another location, and not twice for one', () => {
    expect(layoutOf(['SKU', 'Inventory: Main', 'Inventory: Cellar']).kind).toBe('inventory');
    expect(recogniseTab([['SKU', 'Inventory: Main', 'Inventory Available: MAIN']])).toMatchObject({
      kind: 'refused',
      reason:
        'Two columns mean the same: “Inventory: Main” and “Inventory Available: MAIN”. Remove or rename one of them.',
    });
  });

  test('makes a column without a location their total, which is not synced', () => {
    const layout = layoutOf(['Handle', 'Title', 'Variant Inventory Qty', 'Inventory Available: Main']);
    expect(keysOf(layout)).toEqual(['handle', 'title', 'available@Main']);
    expect(layout.unsynced).toEqual(['Variant Inventory Qty']);
  });

  test('joins prices and stock in one plain tab', () => {
    const layout = layoutOf(['SKU', 'Price', 'Inventory: Main', 'Inventory: Cellar']);
    expect([layout.kind, layout.dialect]).toEqual(['products', 'common']);
    expect(keysOf(layout)).toEqual(['sku', 'price', 'available@Main', 'available@Cellar']);
  });
});

describe('an inventory export', () => {
  test('with a column per location knows its columns when the shop is known', () => {
    const header = [...FIXED, 'POPTOYS', 'Counted by', 'poptoys outlet'];
    const layout = layoutOf(header, ['Poptoys', 'Poptoys Outlet']);
    expect(layout.kind).toBe('inventory');
    expect(keysOf(layout).slice(-2)).toEqual(['available@POPTOYS', 'available@poptoys outlet']);
    expect(layout.unknown).toEqual(['Counted by']);
    expect(layout.columns.some(({ isCandidate }) => isCandidate)).toBe(false);
  });

  test('with two columns for one location is refused', () => {
    const recognition = assignLocationColumns(recogniseTab([[...FIXED, 'Main', 'MAIN']]), ['Main']);
    expect(recognition.kind).toBe('refused');
  });

  test('of today writes the new quantity on hand alone', () => {
    const layout = layoutOf(CURRENT);
    expect(keysOf(layout).filter((key) => !/^option/.test(key))).toEqual([
      'handle',
      'sku',
      'location',
      'onHand',
    ]);
    expect(layout.columns.at(-1)?.header).toBe('On hand (new)');
    expect(layout.unknown).toEqual([]);
    expect(layout.unsynced).toEqual(
      split(
        'Title|HS Code|COO|Bin name|Incoming (not editable)|Unavailable (not editable)|Committed (not editable)|Available (not editable)|On hand (current)',
      ),
    );
  });

  test('with what is available and what is on hand takes the latter, as Shopify’s import does', () => {
    const layout = layoutOf([
      ...FIXED,
      ...split('Location|Incoming|Unavailable|Committed|Available|On hand'),
    ]);
    expect(keysOf(layout)).toContain('onHand');
    expect(layout.unsynced).toContain('Available');
  });

  test('with only what is available takes that', () => {
    expect(keysOf(layoutOf([...FIXED, 'Location', 'Available']))).toContain('available');
  });

  test('is none where the tab has prices as well', () => {
    const layout = layoutOf([...FIXED, 'Price', 'My notes']);
    expect([layout.dialect, layout.kind]).toEqual(['common', 'products']);
    expect(layout.unknown).toEqual(['My notes']);
  });

  test('is recognised in any order and case', () => {
    expect(keysOf(layoutOf(shuffled(CURRENT))).sort()).toEqual(keysOf(layoutOf(CURRENT)).sort());
  });

  test('that holds no quantity is not synced', () => {
    expect(recogniseTab([FIXED]).kind).toBe('ignored');
  });
});

describe('ID', () => {
  test.each([
    ['variantId', ['ID', 'Price']],
    ['variantId', ['ID', 'SKU', 'Available']],
    ['productId', ['ID', 'Variant ID', 'Price']],
    ['productId', ['ID', 'Command', 'Title']],
    ['productId', ['ID', 'Handle', 'Body HTML']],
    ['productId', ['ID', 'Top Row', 'Vendor']],
  ])('is a %s in %j', (key, header) => {
    expect(layoutOf(header).columns[0]?.column.key).toBe(key);
  });
});

describe('a Matrixify export', () => {
  const layout = layoutOf(MATRIXIFY_HEADER);

  test('has no column that is unknown', () => {
    expect(layout.unknown).toEqual([]);
    expect([layout.dialect, layout.kind]).toEqual(['matrixify', 'products']);
  });

  test('names what is not synced, each column once', () => {
    const named = [...layout.columns.map(({ header }) => header), ...layout.unsynced];
    expect([...named].sort()).toEqual([...MATRIXIFY_HEADER].sort());
    for (const header of [
      'Template Suffix',
      'Category: ID',
      'Inventory Committed: Main',
      'Smart Collections',
    ])
      expect(layout.unsynced).toContain(header);
    expect(keysOf(layout)).toContain('metafield:product:meta_json:custom.faqs');
  });

  test('takes its SEO metafields for SEO', () => {
    expect(keysOf(layout)).toEqual(expect.arrayContaining(['seoTitle', 'seoDescription']));
  });

  test('is recognised in any order and case', () => {
    const folded = (header: TabLayout) =>
      keysOf(header)
        .map((key) => key.toLowerCase())
        .sort();
    expect(folded(layoutOf(shuffled(MATRIXIFY_HEADER)))).toEqual(folded(layout));
  });

  test('without the path of its category takes the ID', () => {
    const header = MATRIXIFY_HEADER.filter((name) => name !== 'Category');
    const taken = layoutOf(header).columns.find(({ column }) => column.key === 'category');
    expect(taken?.header).toBe('Category: ID');
  });
});
