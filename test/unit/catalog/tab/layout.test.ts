import { nearHeader } from '../../../../src/catalog/columns/header-match';
import { recogniseTab } from '../../../../src/catalog/tab/layout';
import type { TabLayout } from '../../../../src/catalog/tab/tab-layout';

const classic = [
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published',
  'Option1 Name,Option1 Value,Option1 Linked To,Option2 Name,Option2 Value,Option3 Name,Option3 Value',
  'Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy',
  'Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping',
  'Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title',
  'SEO Description,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Status',
]
  .join(',')
  .split(',');

const current = [
  'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode',
  'Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option3 name,Option3 value',
  'Price,Compare-at price,Cost per item,Charge tax,Tax code,Inventory tracker,Inventory quantity',
  'Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping',
  'Fulfillment service,Product image URL,Image position,Image alt text,Variant image URL,Gift card',
  'SEO title,SEO description',
]
  .join(',')
  .split(',');

function layoutOf(...rows: readonly (readonly string[])[]): TabLayout {
  const recognition = recogniseTab(rows);
  if (recognition.kind !== 'recognised') throw new Error(recognition.reason);
  return recognition.layout;
}

const keysOf = (layout: TabLayout) => layout.columns.map(({ column }) => column.key);

describe('a tab of products', () => {
  test('means the same with the classic names and with those of 2025', () => {
    const old = layoutOf(classic);
    const fresh = layoutOf(current);
    expect(keysOf(old).sort()).toEqual(keysOf(fresh).sort());
    expect([old.kind, fresh.kind]).toEqual(['products', 'products']);
    expect([old.unknown, fresh.unknown]).toEqual([[], []]);
  });

  test('is recognised in any order and any case', () => {
    const shuffled = [...classic].reverse().map((name) => ` ${name.toUpperCase()} `);
    expect(keysOf(layoutOf(shuffled)).sort()).toEqual(keysOf(layoutOf(classic)).sort());
  });

  test.each([1, 2, 5, 10])('has its header in row %d', (headerRow) => {
    const above = Array.from({ length: headerRow - 1 }, (_, index) => [`Note ${index + 1}`, '', '']);
    expect(layoutOf(...above, ['Handle', 'Title', 'Price'], ['hat', 'Hat', '5']).headerRow).toBe(headerRow);
  });

  test('has no header below row ten', () => {
    const above = Array.from({ length: 10 }, () => ['Note']);
    expect(recogniseTab([...above, ['Handle', 'Title']])).toEqual({
      kind: 'ignored',
      reason:
        'No header row found in the first 10 rows. Name the columns as in a Shopify product CSV, or SKU and Price.',
    });
  });

  test('lists the columns that it does not know and those that it does not sync', () => {
    const layout = layoutOf([
      'Handle',
      'Title',
      'Pirce',
      'Google Shopping / MPN',
      'Color (product.metafields.shopify.color-pattern)',
      'Price / International',
      'Variant Tax Code',
      'My notes',
    ]);
    expect(layout.unknown).toEqual(['Pirce', 'My notes']);
    expect(layout.unsynced).toEqual(['Google Shopping / MPN', 'Variant Tax Code']);
  });

  test('is refused where two headers mean one field, naming both', () => {
    expect(recogniseTab([['Handle', 'Title', 'Variant Price', 'Price']])).toMatchObject({
      kind: 'refused',
      reason: 'Two columns mean the same: “Variant Price” and “Price”. Remove or rename one of them.',
    });
  });

  test('leaves its status block alone, wherever it stands', () => {
    const block = ['Sync status', 'Sync message', 'Synced at', 'Shopify ID'];
    for (const row of [
      [...block, 'Handle', 'Title'],
      ['Handle', ...block, 'Title'],
      ['Handle', 'Title', ...block],
      [...block.slice(2), 'Handle', 'Sync status', 'Title', 'Sync message'],
    ]) {
      const layout = layoutOf(row);
      expect(keysOf(layout)).toEqual(['handle', 'title']);
      expect(layout.unknown).toEqual([]);
    }
  });

  test('keeps a column of its own that is only named like one of the status block', () => {
    expect(layoutOf(['Handle', 'Title', 'Shopify ID']).unknown).toEqual(['Shopify ID']);
  });

  test('remembers which columns have no header', () => {
    expect(layoutOf(['Handle', '', 'Title', ' ']).headless).toEqual([1, 3]);
  });
});

describe('the kind of a tab', () => {
  test.each([
    ['prices', ['SKU', 'Price']],
    ['prices', ['ID', 'Price', 'Compare-at price']],
    ['inventory', ['SKU', 'Location', 'Available']],
    ['inventory', ['SKU', 'Available']],
    ['inventory', ['Variant ID', 'Location', 'Inventory quantity']],
    ['products', ['SKU', 'Price', 'Available']],
    ['products', ['SKU', 'Barcode']],
    ['products', ['Handle', 'Title']],
    ['products', ['Handle', 'Variant SKU', 'Variant Price']],
    ['products', ['Product ID', 'Title']],
  ] as const)('is %s for the columns %j', (kind, header) => {
    expect(layoutOf(header).kind).toBe(kind);
  });

  test('is unknown where no column says which product a row means', () => {
    expect(recogniseTab([['Title', 'Price']])).toEqual({
      kind: 'ignored',
      reason:
        'The columns “Title”, “Price” do not say which product a row means. Add a Handle, SKU or ID column and something to sync.',
    });
  });

  test.each([
    [['SKU'], '“SKU” only names an item'],
    [['SKU', 'Notes'], '“SKU” only names an item, and nothing is known of “Notes”'],
    [
      ['SKU', 'Available at Main', 'Available at Store'],
      '“SKU” only names an item, and nothing is known of “Available at Main”, “Available at Store”',
    ],
    [['Product ID', 'Notes'], '“Product ID” only names an item, and nothing is known of “Notes”'],
  ])('is unknown where there is nothing to sync: %j', (header, says) => {
    expect(recogniseTab([header])).toEqual({
      kind: 'ignored',
      reason: `No column says what to sync: ${says}. Add one such as Price or Available, or “Inventory: London” for one location.`,
    });
  });

  test('takes no header with another number for a slip', () => {
    expect(nearHeader('Option4 Name')).toBeUndefined();
    expect(nearHeader('Optoin2 Name')).toBe('Option2 Name');
  });

  test('is unknown for an empty tab, which says so', () => {
    for (const rows of [[], [[]], [['', ' ']]]) {
      expect(recogniseTab(rows)).toEqual({
        kind: 'ignored',
        reason: 'This tab is empty. Put a header row and your products into it.',
      });
    }
  });
});

describe('a tab that names variants and no product', () => {
  test('lists its columns of a product as not synced, because no row says which product they mean', () => {
    const layout = layoutOf(['SKU', 'Title', 'Tags', 'Price', 'Image Src']);
    expect(keysOf(layout)).toEqual(['sku', 'price']);
    expect(layout.unsynced).toEqual(['Title', 'Tags', 'Image Src']);
    expect(layout.kind).toBe('prices');
  });
});
