import {
  BLANK,
  type Cell,
  type FieldValue,
  type ParseContext,
  type Parsed,
  type RawCell,
  UNSTOCKED,
} from '../values/cell';
import { parseCommand, parseImageCommand, parseTagsCommand, parseVariantCommand } from '../values/commands';
import { parseCountryCode } from '../values/country-code';
import { parseGid } from '../values/gid';
import { hsDigits, parseHsCode, shortHsCode } from '../values/hs-code';
import { parseImageAddress } from '../values/image-cell';
import { canonicalDecimal } from '../values/money';
import {
  parseAdjustment,
  parseMoney,
  parsePosition,
  parseWeightNumber,
  parseWholeNumber,
} from '../values/number-cells';
import { plainName, skuKey } from '../values/plain-name';
import { canonicalTags, parseTags } from '../values/tags';
import { canonicalWeight, type Weight } from '../values/weight';

/**
 * How one kind of cell is read, compared and shown. `text` kinds are read as displayed, so that "00123" and
 * "25/26" arrive as the merchant sees them; `raw` kinds as the value behind the display.
 */
export interface CellKind {
  readonly read: 'raw' | 'text';
  /** `raw` is never blank. The problem completes a sentence that begins with the header and the value. */
  parse(raw: Exclude<RawCell, { date: string }>, context: ParseContext): Parsed;
  /** Values with equal canonical forms are the same to Shopify; nothing is sent. */
  canonical(value: FieldValue): string;
  /** Words that ask for nothing, as a blank cell does. */
  readonly words?: { readonly pattern: RegExp; readonly mean: Cell<never> };
  /** Shopify writes such a value as it is given, so that another one is not what was asked for. */
  readonly isExact?: true;
  /** Why Shopify would refuse a value that was read all the same, as what it has may tell what was meant. */
  refuses?(value: FieldValue, inShopify: FieldValue | null): string | undefined;
  /** Set where a formula is refused: the cell is emptied once it has had its effect, and a formula would come back. */
  readonly isTyped?: true;
}

const asName = (value: FieldValue): string => skuKey(String(value));

const asText = (value: FieldValue): string => String(value).replace(/\r\n?/g, '\n').trim();

function oneOf(words: Readonly<Record<string, FieldValue>>, expected: string): CellKind['parse'] {
  return (raw) => {
    const value = words[String(raw).trim().toLowerCase()];
    return value === undefined ? { problem: `must be ${expected}` } : { value };
  };
}

/** What Shopify's inventory CSV writes for a location that does not keep the item. */
const NOT_STOCKED = /^not stocked$/i;

const NO_ADJUSTMENT = /^[-+]?0+(\.0+)?$/;

/** Shopify's own exports write an apostrophe before a barcode, so that spreadsheets take it for text. */
function parseIdentifier(raw: string | number | boolean): Parsed {
  return parseName(skuKey(String(raw)).replace(/^'/, ''));
}

/** Spreadsheets show a shortened number with a signed exponent; a SKU may well be 1E5. */
function parseName(raw: string | number | boolean): Parsed {
  const text = plainName(String(raw));
  if (/^\d([.,]\d+)?E\+\d+$/i.test(text)) {
    return {
      problem: 'lost digits: the spreadsheet shortened it. Format the column as plain text and type it again',
    };
  }
  return tooLong(text, 255) ?? { value: text };
}

function tooLong(text: string, limit: number): Parsed | undefined {
  return text.length > limit
    ? { problem: `is ${text.length} characters long. Shopify allows ${limit}` }
    : undefined;
}

const text = (limit: number): CellKind => ({
  read: 'text',
  parse: (raw) => {
    const value = String(raw).trim();
    return tooLong(value, limit) ?? { value };
  },
  canonical: asText,
});

const gidOf = (type: string): CellKind => ({
  read: 'text',
  parse: (raw) => {
    const value = parseGid(type, String(raw).trim().replace(/^'/, ''));
    return value
      ? { value }
      : { problem: `is not a Shopify ${type} ID. Leave it empty to match by handle or SKU` };
  },
  canonical: asText,
});

/** Every kind of cell the column table can name. */
export const CELL_KINDS = {
  identifier: { read: 'text', parse: parseIdentifier, canonical: asName },
  option: { read: 'text', parse: parseName, canonical: asName },
  name: {
    read: 'text',
    parse: (raw) => {
      const value = plainName(String(raw));
      return tooLong(value, 255) ?? { value };
    },
    canonical: asName,
  },
  productId: gidOf('Product'),
  variantId: gidOf('ProductVariant'),
  text: text(255),
  altText: text(512),
  longText: text(50_000),
  category: text(50_000),
  html: { read: 'text', parse: (raw) => ({ value: String(raw) }), canonical: asText },
  tags: {
    read: 'text',
    parse: (raw) => parseTags(String(raw)),
    canonical: (value) => canonicalTags(value as readonly string[]),
  },
  money: {
    read: 'raw',
    parse: parseMoney,
    canonical: (value) => canonicalDecimal(String(value)),
    isExact: true,
  },
  quantity: {
    read: 'raw',
    parse: parseWholeNumber,
    canonical: String,
    words: { pattern: NOT_STOCKED, mean: UNSTOCKED },
  },
  adjustment: {
    read: 'raw',
    parse: parseAdjustment,
    canonical: String,
    words: { pattern: NO_ADJUSTMENT, mean: BLANK },
    isTyped: true,
  },
  weightNumber: { read: 'raw', parse: parseWeightNumber, canonical: String },
  weight: {
    read: 'raw',
    parse: () => ({ problem: 'is put together from a weight and its unit' }),
    canonical: (value) => canonicalWeight(value as Weight),
  },
  weightUnit: {
    read: 'raw',
    parse: oneOf(
      {
        ...{ g: 'GRAMS', kg: 'KILOGRAMS', oz: 'OUNCES', lb: 'POUNDS', lbs: 'POUNDS' },
        ...{ grams: 'GRAMS', kilograms: 'KILOGRAMS', ounces: 'OUNCES', pounds: 'POUNDS' },
      },
      'g, kg, oz or lb',
    ),
    canonical: asText,
  },
  boolean: {
    read: 'raw',
    parse: oneOf({ true: true, false: false }, 'TRUE or FALSE'),
    canonical: String,
    isExact: true,
  },
  status: {
    read: 'raw',
    parse: oneOf(
      { active: 'ACTIVE', draft: 'DRAFT', archived: 'ARCHIVED', unlisted: 'UNLISTED' },
      'active, draft, archived or unlisted',
    ),
    canonical: asText,
    isExact: true,
  },
  inventoryPolicy: {
    read: 'raw',
    parse: oneOf({ deny: 'DENY', continue: 'CONTINUE', false: 'DENY', true: 'CONTINUE' }, 'deny or continue'),
    canonical: asText,
    isExact: true,
  },
  tracker: {
    read: 'raw',
    parse: oneOf({ shopify: true }, 'shopify, or empty'),
    canonical: String,
    isExact: true,
  },
  hsCode: {
    read: 'text',
    parse: parseHsCode,
    canonical: (value) => hsDigits(String(value)),
    refuses: (value, inShopify) => shortHsCode(String(value), String(inShopify ?? '')),
  },
  countryCode: { read: 'raw', parse: parseCountryCode, canonical: asText, isExact: true },
  provinceCode: {
    read: 'text',
    parse: (raw) => {
      const code = String(raw).trim().toUpperCase();
      return /^[A-Z0-9]{1,3}$/.test(code)
        ? { value: code }
        : { problem: 'is not a province code such as ON' };
    },
    canonical: asText,
  },
  url: { read: 'raw', parse: parseImageAddress, canonical: asText },
  position: { read: 'raw', parse: parsePosition, canonical: String },
  command: { read: 'raw', parse: parseCommand, canonical: asText },
  variantCommand: { read: 'raw', parse: parseVariantCommand, canonical: asText },
  imageCommand: { read: 'raw', parse: parseImageCommand, canonical: asText },
  tagsCommand: { read: 'raw', parse: parseTagsCommand, canonical: asText },
} satisfies Record<string, CellKind>;

export type CellKindName = keyof typeof CELL_KINDS;
