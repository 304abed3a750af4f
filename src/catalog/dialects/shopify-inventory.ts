import type { ColumnKey } from '../columns/columns';
import { matchShared } from '../columns/header-match';
import type { DialectRules } from './dialect-rules';

/** Columns that Shopify's import of its inventory CSV reads. It writes quantities and nothing else. */
const PUSHED: readonly ColumnKey[] = [
  ...(['handle', 'option1Name', 'option1Value', 'option2Name', 'option2Value'] as const),
  ...(['option3Name', 'option3Value', 'sku', 'variantId', 'location', 'available', 'onHand'] as const),
];

/** Columns that the file carries for a person to read. */
const SHOWN: readonly ColumnKey[] = ['title', 'barcode', 'harmonizedSystemCode', 'countryCodeOfOrigin'];

function isInventoryCsv(headers: readonly string[]): boolean {
  const keys = new Set<string>(headers.flatMap((header) => matchShared(header)?.column.key ?? []));
  const has = (...wanted: readonly ColumnKey[]) => wanted.every((key) => keys.has(key));
  const known = new Set<string>([...PUSHED, ...SHOWN]);
  return (
    has('handle', 'option1Value') &&
    (has('location') || has('sku', 'harmonizedSystemCode', 'countryCodeOfOrigin')) &&
    [...keys].every((key) => known.has(key))
  );
}

/** Source: https://help.shopify.com/en/manual/products/inventory/inventory-csv */
export const shopifyInventory: DialectRules = {
  name: 'Shopify inventory',
  recognises: isInventoryCsv,
  headers: {},
  // Quantities that Shopify counts and nobody sets.
  unsynced: [/^(bin name|incoming|unavailable|committed)$/i, /\(not editable\)$/i, /^on hand \(current\)$/i],
  pushes: PUSHED,
  idIsHint: false,
  groupsBy: 'name',
  tabKind: 'inventory',
  prefers: 'on_hand',
  wideColumn: 'available',
};
