import type { DialectRules } from './dialect-rules';

/**
 * Shopify's product CSV, and plain tabs. It is what a tab is read as that shows no other dialect.
 * Source of the headers that are not synced: Shopify's product CSV as exported 2020–2026.
 */
export const common: DialectRules = {
  recognises: () => true,
  headers: {},
  unsynced: [
    /^(variant )?fulfillment service$/i,
    /^(variant )?tax code$/i,
    /^unit price (total|base) measure( unit)?$/i,
    /^option[123] linked to$/i,
    /^google shopping \/ /i,
    /\((product|variant)\.metafields\.[^)]+\)$/i,
    /^metafield (namespace|key|value|value type)$/i,
    /^smart collections$/i,
    /^(packed product|variant packed) (length|width|height|dimension unit)$/i,
  ],
  whyUnsynced: [
    [/^smart collections$/i, 'Shopify fills them by rule. Change their conditions in Shopify admin.'],
  ],
  idIsHint: false,
  groupsBy: 'name',
};
