import type { AmountKind } from './amount-kinds';
import type { CellKindName } from './cell-kinds';
import type { MetafieldKind } from './metafield-kinds';
import type { QuantityPricesKind } from './quantity-kinds';

const AS_SHOWN = 'text, read as the cell shows it';
const SHORT = 'text, up to 255 characters';
const FROM_ONE = 'a whole number, 1 or more';

/**
 * Describes each kind of cell to a person: in docs/columns.md and in the notes of the tabs that *Set up tabs* makes.
 */
const CELL_WORDS: Readonly<
  Record<
    Exclude<CellKindName, MetafieldKind | AmountKind | QuantityPricesKind | 'meta_untyped' | 'unplaced'>,
    string
  >
> = {
  identifier: AS_SHOWN,
  barcode: AS_SHOWN,
  barcodes: 'up to 20 codes with commas between them; the first is the one that Barcode speaks of',
  option: AS_SHOWN,
  productId: "a product's ID in Shopify, such as 1234567890",
  variantId: "a variant's ID in Shopify, such as 1234567890",
  name: SHORT,
  text: SHORT,
  location: SHORT,
  altText: 'text, up to 512 characters',
  longText: 'text',
  category: "a category's full name in Shopify's product taxonomy, or its ID",
  html: 'HTML',
  tags: "words with commas between them; or only +word to add and -word to remove. In Google Sheets begin with an apostrophe: '+summer, -old",
  entryNames: 'handles of entries, one on each line; shown and not sent',
  shownText: 'text, shown and not sent',
  groups: 'titles or handles with commas between them',
  valueOrder:
    'values of the option in the order that customers see, with commas between them, or one on each line',
  money:
    "an amount in the store's currency, such as 19.90; or +5 %, -10 % or *1.2 of Shopify's price, with round to .95 after it if you like. In Google Sheets begin with an apostrophe: '+5 %",
  quantity: 'a whole number, or not stocked',
  adjustment: 'a whole number that is added once, such as 3 or -2; the cell is then emptied',
  orderedAtLeast: FROM_ONE,
  orderedAtMost: FROM_ONE,
  weightNumber: 'a number',
  weight: 'a number with its unit',
  weightUnit: 'g, kg, oz or lb',
  boolean: 'TRUE or FALSE',
  status: 'active, draft, archived or unlisted',
  inventoryPolicy: 'deny or continue',
  tracker: 'shopify; empty on a new variant: not tracked',
  hsCode: '6 to 13 digits, such as 6109.10',
  countryCode: 'two letters, such as PT',
  provinceCode: 'up to three letters or digits, such as ON',
  url: 'the address of an image file, https:// or http://',
  imageAddress:
    'the address of an image file, https:// or http://; [delete] before it takes the image off the product',
  position: 'a whole number',
  deletion: 'empty, or [delete] to delete the variant of the row, or the product; you confirm each by name',
  command: 'MERGE, NEW, UPDATE, IGNORE, DELETE or empty; you confirm each DELETE; REPLACE is refused',
  variantCommand: 'MERGE, NEW, UPDATE, DELETE or empty; you confirm each DELETE; REPLACE is refused',
  imageCommand: 'MERGE, NEW, DELETE or empty; REPLACE is refused',
  tagsCommand: 'MERGE, REPLACE, DELETE or empty',
};

/** Columns that only a shop knows have no words here: docs/columns.md has those of their types. */
export function cellWords(kind: CellKindName): string {
  if (kind.startsWith('byquantity_')) return 'the price of each from so many on, such as 10: 9.50, 50: 8.90';
  return (CELL_WORDS as Readonly<Record<string, string>>)[kind] ?? 'as the type of the column asks';
}

/** The words to choose from, of kinds that know only a few. */
export const CELL_CHOICES: Readonly<Partial<Record<CellKindName, readonly string[]>>> = {
  boolean: ['TRUE', 'FALSE'],
  status: ['active', 'draft', 'archived', 'unlisted'],
  inventoryPolicy: ['deny', 'continue'],
  tracker: ['shopify'],
  weightUnit: ['g', 'kg', 'oz', 'lb'],
};
