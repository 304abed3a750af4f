import type { Sheet } from '../../../local/apps-script/runtime';
import type { Workbench } from '../../support/workbench';
import { ofPlain, PLAIN_OF_PRODUCT, plainOf } from './plain-words';
import { isCounted, isSigned } from './worded-cells';

/** What a column of any dialect speaks of. */
export type Word = keyof typeof HEADERS;

/** A column of the merchant's own, in tabs that name their items by Shopify's IDs. */
export const OWN_NUMBER = 'Our number';
const TABS = ['Products', 'Prices', 'Stock', 'More', 'Variants', 'Titles'];
/** Tabs in which a SKU is a field of the item, and not its name. */
const PRODUCT_TABS = ['Products', 'More'];

const HEADERS = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  vendor: ['Vendor'],
  type: ['Type', 'Product type'],
  tags: ['Tags'],
  material: [
    'Material (product.metafields.custom.material)',
    'Metafield: custom.material [single_line_text_field]',
  ],
  status: ['Status'],
  published: ['Published', 'Published on online store'],
  option: ['Option1 Value', 'Option1 value'],
  sku: ['SKU', 'Variant SKU', OWN_NUMBER],
  barcode: ['Barcode', 'Variant Barcode'],
  price: ['Price', 'Variant Price'],
  compare: ['Compare-at price', 'Variant Compare At Price'],
  cost: ['Cost per item', 'Variant Cost'],
  image: ['Product image URL', 'Image Src'],
  location: ['Location'],
  available: ['Available', 'Inventory quantity', 'Variant Inventory Qty'],
  onHand: ['On hand (new)'],
  collections: ['Collections'],
  germany: ['Price / Germany'],
  channels: ['Channels'],
  size: ['Size (product.metafields.custom.size)'],
  finish: ['Finish (product.metafields.custom.finish)'],
  thread: ['Thread (variant.metafields.custom.thread)'],
  acme: ['Price / Acme'],
  minimum: ['Minimum / Acme'],
  maximum: ['Maximum / Acme'],
  increment: ['Increment / Acme'],
  quantityPrices: ['Quantity prices / Acme'],
  delete: ['Delete'],
  optionName: ['Option1 Name', 'Option1 name'],
  valueOrder: ['Option1 Value Order'],
  secondName: ['Option2 Name'],
  secondValue: ['Option2 Value'],
  alt: ['Image alt text'],
  position: ['Image Position'],
  variantImage: ['Variant Image'],
  adjust: ['Variant Inventory Adjust', 'Inventory Available Adjust'],
  ...ofPlain(({ headers }) => headers),
} as const;

export const LOCATIONS = ['Shop', 'Warehouse'];
const OF_PRODUCT: readonly Word[] = [
  ...([
    'title',
    'vendor',
    'type',
    'tags',
    'status',
    'published',
    'image',
    'material',
    'collections',
    'channels',
    'size',
    'finish',
  ] as const),
  ...PLAIN_OF_PRODUCT,
];
const STOCK: readonly Word[] = ['available', 'onHand'];
const NAMES: readonly Word[] = [
  'handle',
  'option',
  'optionName',
  'valueOrder',
  'secondName',
  'secondValue',
  'alt',
  'position',
  'adjust',
  'sku',
  'location',
  'image',
  'delete',
];
const PLAYED_AS_KINDS: readonly Word[] = [
  'location',
  'optionName',
  'valueOrder',
  'secondName',
  'secondValue',
  'alt',
  'position',
  'adjust',
  'delete',
];
/** Words whose value a change moves in Shopify; those of a row's own place or end are played as kinds of change. */
export const WORDS_SENT = (Object.keys(HEADERS) as Word[]).filter((word) => !PLAYED_AS_KINDS.includes(word));
const MONEY: readonly Word[] = ['price', 'compare', 'cost', 'germany', 'acme'];
/** What Shopify has of a variant where a list sets no rule is as good as a rule of one by one. */
const ONE_BY_ONE: readonly Word[] = ['minimum', 'increment'];
/** Several names in a cell, of which others may add some. */
const SETS: readonly Word[] = ['tags', 'collections', 'channels'];

/** A tab that the campaign fills and edits, which the add-on's own tabs are not. */
export function ownTabs({ runtime }: Pick<Workbench, 'runtime'>): Sheet[] {
  return runtime.state.workbook.sheets.filter(({ name }) => TABS.includes(name));
}

export interface ColumnHere {
  readonly header: string;
  readonly word: Word;
  readonly location: string | undefined;
}

export function wordOf(header: string): Word | undefined {
  return (Object.keys(HEADERS) as Word[]).find((key) => (HEADERS[key] as readonly string[]).includes(header));
}

/** Columns that are synced: an inventory CSV carries some of a product for a person to read only. */
export function columnsOf(sheet: Sheet): ColumnHere[] {
  return (sheet.rows[0] ?? []).map(String).flatMap((header): ColumnHere[] => {
    const location = LOCATIONS.find((name) => header === name || header.endsWith(`: ${name}`));
    const isAdded = wordOf(header.split(':')[0] ?? '') === 'adjust';
    const word = isAdded ? 'adjust' : location ? 'available' : wordOf(header);
    if (!word || (sheet.name === 'Stock' && OF_PRODUCT.includes(word))) return [];
    return [{ header, word, location }];
  });
}

export const cellAt = ({ rows }: Sheet, row: number, header: string): string =>
  String(rows[row]?.[(rows[0] ?? []).indexOf(header)] ?? '');

export function textAt(sheet: Sheet, row: number, word: Word): string {
  const header = headerOf(sheet, word);
  return header === undefined ? '' : cellAt(sheet, row, header);
}

export const headerOf = (sheet: Sheet, word: Word): string | undefined =>
  (sheet.rows[0] ?? []).map(String).find((name) => (HEADERS[word] as readonly string[]).includes(name));

/** 0-based rows with something of the merchant's own in them. */
export function filledRows(sheet: Sheet): number[] {
  return sheet.rows.flatMap((_, row) => (row > 0 && textAt(sheet, row, 'sku') !== '' ? [row] : []));
}

/** A SKU is only ever edited by an `x` at its end, so that it goes on naming one variant: `K1-Sx` → `K1-S`. */
export const variantKey = (sku: string): string => sku.replace(/x+$/, '');
export const productKey = (sku: string): string => /^K\d+/.exec(sku)?.[0] ?? '';
export const isStock = (word: Word): boolean => STOCK.includes(word);
export const isSet = (word: string): boolean => (SETS as readonly string[]).includes(word);
export const isOfProduct = (word: Word): boolean => OF_PRODUCT.includes(word);

/** A cell that asks for something, in the form in which the store's facts are written. */
export interface AskedCell extends ColumnHere {
  readonly sheet: Sheet;
  readonly row: number;
  /** `K1-S price`, `K1 title`, `K1-S available at Shop`. */
  readonly what: string;
  readonly value: string;
}

export function whatOf(sku: string, { word, location }: Pick<ColumnHere, 'word' | 'location'>): string {
  const item = isOfProduct(word) || word === 'handle' ? productKey(sku) : variantKey(sku);
  return isStock(word) ? `${item} ${word} at ${location}` : `${item} ${word}`;
}

export function askedCells(bench: Pick<Workbench, 'runtime'>, locations: readonly string[]): AskedCell[] {
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) => rowCells(sheet, row, locations)),
  );
}

export function rowCells(sheet: Sheet, row: number, locations: readonly string[]): AskedCell[] {
  const sku = textAt(sheet, row, 'sku');
  return columnsOf(sheet).flatMap((column): AskedCell[] => {
    const text = cellAt(sheet, row, column.header);
    // Other tabs name their items by words that belong to the products.
    const isName =
      NAMES.includes(column.word) && (column.word !== 'sku' || !PRODUCT_TABS.includes(sheet.name));
    if (text === '' || isName || isCounted(text) || (isSet(column.word) && isSigned(text))) return [];
    const location = column.location ?? (textAt(sheet, row, 'location') || locations[0]);
    const at = { ...column, location };
    return [{ ...at, sheet, row, what: whatOf(sku, at), value: canonical(column.word, text) }];
  });
}

/** A cell that says how to come to a value, such as `+5 %` or `+gift`. */
export interface WordedCell extends ColumnHere {
  readonly sheet: Sheet;
  readonly row: number;
  readonly what: string;
  readonly text: string;
}

export function wordedCells(bench: Pick<Workbench, 'runtime'>): WordedCell[] {
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) =>
      columnsOf(sheet).flatMap((column): WordedCell[] => {
        const text = cellAt(sheet, row, column.header);
        if (!isCounted(text) && !(isSet(column.word) && isSigned(text))) return [];
        const what = whatOf(textAt(sheet, row, 'sku'), { word: column.word, location: '' });
        return [{ ...column, sheet, row, what, text }];
      }),
    ),
  );
}

/** A text of a cell or a message as the store's facts have it. */
export function canonical(word: Word, text: string): string {
  // A product without a vendor has the shop's name.
  if (word === 'vendor' && text === SHOP_NAME) return '';
  const isCleared =
    ['', '[clear]', '(empty)'].includes(text) ||
    // What a market asks where nothing is fixed: `(10 % below the shop's price)`.
    (OF_LISTS.includes(word) && text.startsWith('(')) ||
    (ONE_BY_ONE.includes(word) && text === '1') ||
    (word === 'compare' && Number(text) === 0);
  if (MONEY.includes(word)) return isCleared ? 'none' : Number(text).toFixed(2);
  if (isStock(word)) return text === 'not stocked' ? 'none' : String(Number(text));
  if (isCleared) return '';
  if (word === 'variantImage') return fileOf(text);
  const plain = plainOf(word)?.canonical;
  if (plain) return plain(text);
  if (word === 'finish')
    return text
      .split(/[\n,]/)
      .map((item) => item.trim())
      .join(', ');
  if (word === 'status' || word === 'published' || word === 'thread') return text.toUpperCase();
  // The Online Store has a word of its own.
  if (word === 'channels') return tagSet(text.split(',').filter((name) => !isOnlineStore(name)));
  return isSet(word) ? tagSet(text.split(',')) : text.replace(/\s+/g, ' ').trim();
}

/** Shopify serves an image under an address of its own, and appends a UUID where a name is taken. */
export const fileOf = (address: string): string =>
  address
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '')
    .replace(/_[0-9a-f-]{36}(?=\.\w+$)/, '');

const OF_LISTS: readonly Word[] = ['germany', 'acme', 'minimum', 'maximum', 'increment', 'quantityPrices'];

const SHOP_NAME = 'embedded-store';

export const isOnlineStore = (channel: string): boolean => channel.trim().toLowerCase() === 'online store';

/** Tags are a set, and capitals make no other tag. */
export function tagSet(tags: readonly string[]): string {
  const names = tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean);
  return [...new Set(names)].sort().join(', ');
}

/** A filled cell whose number is added to a level. */
export interface AdjustingCell {
  /** The cell, wherever its row moves. */
  readonly place: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly what: string;
  readonly delta: number;
}

export function adjustingCells(
  bench: Pick<Workbench, 'runtime'>,
  locations: readonly string[],
): AdjustingCell[] {
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) => {
      const sku = textAt(sheet, row, 'sku');
      return columnsOf(sheet).flatMap(({ header, word, location = locations[0] }): AdjustingCell[] => {
        const text = word === 'adjust' ? cellAt(sheet, row, header) : '';
        if (text === '') return [];
        const what = whatOf(sku, { word: 'available', location });
        return [
          { place: `${sheet.name} ${variantKey(sku)} ${header}`, sheet, row, what, delta: Number(text) },
        ];
      });
    }),
  );
}
