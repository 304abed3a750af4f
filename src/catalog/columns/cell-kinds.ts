import { BLANK, type FieldValue, type Parsed, UNSTOCKED } from '../values/cell';
import {
  DELETE_WORD,
  parseCommand,
  parseDeletion,
  parseImageCommand,
  parseTagsCommand,
  parseVariantCommand,
} from '../values/commands';
import { hsDigits, parseCountryCode, parseHsCode, shortHsCode } from '../values/customs';
import { parseGid } from '../values/gid';
import { parseImageAddress, parseListedImage } from '../values/image-cell';
import { parseAdjustment, parsePosition, parseWeightNumber, parseWholeNumber } from '../values/number-cells';
import { plainName, skuKey } from '../values/plain-name';
import { canonicalWeight, type Weight } from '../values/weight';
import { type AmountKind, amountKind, money, unplaced } from './amount-kinds';
import type { CellKind } from './cell-kind';
import { BARCODE_NUMBERS, barcodeList, holdsSeveral, parseName, tooLong } from './code-kinds';
import { groups, tags, valueOrder } from './list-kinds';
import { type MetafieldKind, metafieldKind } from './metafield-kinds';
import { QUANTITY_KINDS, type QuantityPricesKind, quantityPricesKind } from './quantity-kinds';
import { SHOWN_KINDS } from './shown-kinds';
import { WORD_KINDS } from './word-kinds';

const asName = (value: FieldValue): string => skuKey(String(value));

const asText = (value: FieldValue): string => String(value).replace(/\r\n?/g, '\n').trim();

/** Words of Shopify's inventory CSV for a location that does not stock the item. */
const NOT_STOCKED = /^not stocked$/i;

const NO_ADJUSTMENT = /^[-+]?0+(\.0+)?$/;

/** Shopify's own exports write an apostrophe before a barcode, so that spreadsheets take it for text. */
function parseIdentifier(raw: string | number | boolean): Parsed {
  return parseName(skuKey(String(raw)).replace(/^'/, ''));
}

const asTyped = { read: 'text', write: String, canonical: asText } as const;

const text = (limit: number): CellKind => ({
  ...asTyped,
  parse: (raw) => {
    const value = String(raw).trim();
    return tooLong(value, limit) ?? { value };
  },
});

const shortText: CellKind = { ...text(255), asNumber: {} };

const identifier: CellKind = {
  ...asTyped,
  parse: parseIdentifier,
  canonical: asName,
  asNumber: {},
};

const gidOf = (type: string): CellKind => ({
  ...asTyped,
  write: (value) => String(value).replace(/^gid:.*\//, ''),
  parse: (raw) => {
    const value = parseGid(type, String(raw).trim().replace(/^'/, ''));
    return value
      ? { value }
      : { problem: `is not a Shopify ${type} ID. Leave it empty to match by handle or SKU` };
  },
});

const numberBy = (parse: CellKind['parse']) =>
  ({ read: 'raw', parse, write: Number, canonical: String, isNumeric: true }) satisfies CellKind;

const verbBy = (parse: CellKind['parse']): CellKind => ({ ...asTyped, read: 'raw', parse });

/** The kinds of cells that columns of the table name. */
export const CELL_KINDS = {
  identifier,
  barcode: {
    ...identifier,
    refuses: (value) =>
      holdsSeveral(String(value))
        ? 'holds several codes. Type one, or type them under a column Barcodes'
        : undefined,
    asNumber: BARCODE_NUMBERS,
  },
  barcodes: { ...identifier, ...barcodeList },
  // Sizes such as 38 are numbers by nature.
  option: { ...identifier, parse: parseName, asNumber: { whole: /^[1-9]\d*$/ } },
  name: {
    ...identifier,
    parse: (raw) => {
      const value = plainName(String(raw));
      return tooLong(value, 255) ?? { value };
    },
  },
  productId: gidOf('Product'),
  variantId: gidOf('ProductVariant'),
  text: shortText,
  location: text(255),
  altText: text(512),
  longText: text(50_000),
  category: {
    ...text(50_000),
    write: (value) => String(value).replace(/^gid:.*\//, ''),
    hasOwnWords: true,
  },
  html: { ...asTyped, parse: (raw) => ({ value: String(raw) }), isDocument: true },
  tags,
  groups,
  valueOrder,
  money,
  quantity: { ...numberBy(parseWholeNumber), words: { pattern: NOT_STOCKED, mean: UNSTOCKED } },
  adjustment: {
    ...numberBy(parseAdjustment),
    words: { pattern: NO_ADJUSTMENT, mean: BLANK },
    isTyped: true,
  },
  weightNumber: numberBy(parseWeightNumber),
  // Its unit stands in another cell.
  weight: {
    read: 'raw',
    parse: () => ({ problem: 'is put together from a weight and its unit' }),
    write: (value) => (value as Weight).value,
    canonical: (value) => canonicalWeight(value as Weight),
    isNumeric: true,
  },
  ...WORD_KINDS,
  hsCode: {
    ...asTyped,
    parse: parseHsCode,
    canonical: (value) => hsDigits(String(value)),
    refuses: (value, inShopify) => shortHsCode(String(value), String(inShopify ?? '')),
    // HS codes have an even count of digits in most countries.
    asNumber: { whole: /^(\d\d){3,6}$/, short: /^\d(\d\d){3,5}$/, alsoAsText: true },
  },
  countryCode: { ...asTyped, read: 'raw', parse: parseCountryCode, isExact: true },
  provinceCode: {
    ...asTyped,
    parse: (raw) => {
      const code = String(raw).trim().toUpperCase();
      return /^[A-Z0-9]{1,3}$/.test(code)
        ? { value: code }
        : { problem: 'is not a province code such as ON' };
    },
  },
  url: { ...asTyped, read: 'raw', parse: parseImageAddress },
  imageAddress: { ...asTyped, read: 'raw', parse: parseListedImage, takesDeleteWord: true },
  position: numberBy(parsePosition),
  deletion: {
    ...verbBy(parseDeletion),
    write: () => DELETE_WORD,
    words: { pattern: /^false$/i, mean: BLANK },
    takesDeleteWord: true,
  },
  command: verbBy(parseCommand),
  variantCommand: verbBy(parseVariantCommand),
  imageCommand: verbBy(parseImageCommand),
  tagsCommand: verbBy(parseTagsCommand),
  ...QUANTITY_KINDS,
  ...SHOWN_KINDS,
  unplaced,
  meta_untyped: {
    ...text(50_000),
    parse: () => ({
      problem:
        'is of a metafield without a definition in Shopify. Write its type at the end of the header, such as [single_line_text_field]',
    }),
  },
} satisfies Record<string, CellKind>;

export type CellKindName = keyof typeof CELL_KINDS | MetafieldKind | AmountKind | QuantityPricesKind;

/**
 * Kinds by name. Those of metafields and currencies are created on first use: there are several hundred, and Apps Script
 * runs the whole script again for each click, the menu included.
 */
const KINDS = new Map<string, CellKind>(Object.entries(CELL_KINDS));

function findKind(name: string): CellKind | undefined {
  const known = KINDS.get(name);
  if (known) return known;
  const made = metafieldKind(name) ?? amountKind(name) ?? quantityPricesKind(name);
  if (made) KINDS.set(name, made);
  return made;
}

export function isCellKind(name: string): name is CellKindName {
  return findKind(name) !== undefined;
}

export function cellKind(name: CellKindName): CellKind {
  const kind = findKind(name);
  if (!kind) throw new Error(`Unknown kind: ${name}`);
  return kind;
}

/** The cell that a merchant would type in such a column for a value of Shopify's; '' empties it. */
export function cellOfValue(
  { kind }: { readonly kind: CellKindName },
  value: FieldValue | null,
): string | number | boolean {
  return value === null ? '' : cellKind(kind).write(value);
}
