/**
 * Headers that are known and not pushed, so that they are named as not synced rather than taken for a typo.
 * Source: Shopify's product and inventory CSV and Matrixify's Products sheet, as exported 2020–2026.
 */
const UNSYNCED_HEADERS: readonly RegExp[] = [
  /^(variant )?fulfillment service$/i,
  /^(variant )?tax code$/i,
  /^unit price (total|base) measure( unit)?$/i,
  /^option[123] linked to$/i,
  /^google shopping \/ /i,
  /^(included|price|compare[ -]at price) \/ /i,
  /\((product|variant)\.metafields\.[^)]+\)$/i,
  /^(variant )?metafield: /i,
  /^metafield (namespace|key|value|value type)$/i,
  /^(collection|custom collections|smart collections|sales channel)$/i,
  /^(packed product|variant packed) (length|width|height|dimension unit)$/i,

  // Shopify's inventory CSV: what Shopify counts and nobody sets.
  /^(bin name|incoming|unavailable|committed)$/i,
  /\(not editable\)$/i,
  /^on hand \(current\)$/i,

  // Matrixify: what only its export fills, and stock states other than available and on hand.
  /^(created at|updated at|published at|published scope|template suffix|url|row #)$/i,
  /^total inventory qty$/i,
  /^category: (id|name)$/i,
  /^image (type|width|height|attachment)$/i,
  /^variant (inventory item id|position|shipping profile|generate from options)$/i,
  /^inventory (committed|reserved|incoming|damaged|safety stock|quality control)( adjust)?: /i,
];

export function isUnsynced(header: string): boolean {
  return UNSYNCED_HEADERS.some((pattern) => pattern.test(header));
}
