import type { Dialect } from './column';
import { foldHeader, matchHeader } from './header-match';

/** The dialect that a header row shows. */
export function dialectOf(headers: readonly string[]): Dialect {
  if (isMatrixify(headers)) return 'matrixify';
  return isInventoryCsv(headers) ? 'shopify-inventory' : 'common';
}

/** Headers that Matrixify alone writes. Source: https://matrixify.app/documentation/matrixify-format-template */
const MATRIXIFY_MARKS: readonly RegExp[] = [
  /^((tags|image|variant) )?command$/i,
  /^(top row|row #|body html|total inventory qty|variant inventory item id)$/i,
  /^category: (id|name)$/i,
  /^(variant )?metafield: /i,
  /^inventory (available|on hand)( adjust)?: /i,
];

function isMatrixify(headers: readonly string[]): boolean {
  const names = new Set(headers.map(foldHeader));
  if (names.has('id') && names.has('variant id')) return true;
  return headers.some((header) => MATRIXIFY_MARKS.some((mark) => mark.test(header.trim())));
}

/** What Shopify's inventory CSV knows of; its import writes quantities and nothing else. */
const INVENTORY_KEYS = [
  'handle',
  'option1Name',
  'option1Value',
  'option2Name',
  'option2Value',
  'option3Name',
  'option3Value',
  'sku',
  'variantId',
  'location',
  'available',
  'onHand',
];
const INVENTORY_NOTES = ['title', 'barcode', 'harmonizedSystemCode', 'countryCodeOfOrigin'];

function isInventoryCsv(headers: readonly string[]): boolean {
  const keys = new Set(headers.map((header) => matchHeader(header, 'common')?.column.key));
  const has = (...wanted: readonly string[]) => wanted.every((key) => keys.has(key));
  keys.delete(undefined);
  return (
    has('handle', 'option1Value') &&
    (has('location') || has('sku', 'harmonizedSystemCode', 'countryCodeOfOrigin')) &&
    [...keys].every((key) => [...INVENTORY_KEYS, ...INVENTORY_NOTES].includes(key as string))
  );
}

/** Whether a dialect pushes a column; Shopify's inventory CSV carries some only for a person to read. */
export function isPushed(key: string, dialect: Dialect): boolean {
  return dialect !== 'shopify-inventory' || INVENTORY_KEYS.includes(key);
}
