const COLUMNS = [
  'Handle',
  'Title',
  'Vendor',
  'Type',
  'Tags',
  'Status',
  'Published',
  'SKU',
  'Barcode',
  'Price',
  'Compare-at price',
  'Cost per item',
  'Variant Grams',
  'Charge tax',
  'Inventory tracker',
  'Inventory quantity',
  'SEO Title',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Item = Readonly<Record<Column, string>>;
export type Edit = (items: readonly Item[]) => readonly Item[];

const WORDS = ['Oak', 'Pine', 'Birch', 'Maple', 'Walnut', 'Cedar', 'Elm', 'Ash', 'Larch', 'Beech'];
const KINDS = ['table', 'chair', 'shelf', 'bowl'];

/** So many single products as shops have them; costs are 80 % of the price, and barcodes are short enough for a number. */
export function itemsOf(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index): Item => {
    const price = 15 + ((index * 7 + 3) % 11) * 5;
    return {
      Handle: `item-${index}`,
      Title: `${WORDS[index % 10]} ${KINDS[Math.floor(index / 10)]}`,
      Vendor: `Maker ${index % 4}`,
      Type: `Kind ${index % 5}`,
      Tags: index % 2 ? 'wood' : 'spring',
      Status: 'active',
      Published: 'TRUE',
      SKU: `WD-${1000 + ((index * 37) % 97)}`,
      Barcode: String(40_000_000 + index * 7_919),
      Price: price.toFixed(2),
      'Compare-at price': (price * 1.2).toFixed(2),
      'Cost per item': (price * 0.8).toFixed(2),
      'Variant Grams': String(150 + ((index * 13) % 31) * 10),
      'Charge tax': 'TRUE',
      'Inventory tracker': 'shopify',
      'Inventory quantity': String(2 + ((index * 5) % 13)),
      'SEO Title': `${WORDS[index % 10]} made by hand`,
    };
  });
}

export const each =
  (change: (item: Item, index: number) => Partial<Item>): Edit =>
  (items) =>
    items.map((item, index) => ({ ...item, ...change(item, index) }));

export const set = (column: Column, textOf: (item: Item, index: number) => string): Edit =>
  each((item, index) => ({ [column]: textOf(item, index) }));

/** One column pasted over another one. */
export const paste = (from: Column, to: Column): Edit => set(to, (item) => item[from]);

export const exchange = (one: Column, other: Column): Edit =>
  each((item) => ({ [one]: item[other], [other]: item[one] }));

/** The column alone moves by a row. */
export const slide =
  (column: Column): Edit =>
  (items) =>
    items.map((item, index) => ({ ...item, [column]: items[(index + 1) % items.length]?.[column] ?? '' }));

export function csvOf(items: readonly Item[], columns: readonly Column[] = COLUMNS): string {
  return [columns.join(','), ...items.map((item) => columns.map((column) => item[column]).join(','))].join(
    '\n',
  );
}
