import type { FieldGroup } from '../../catalog/columns/column';

/**
 * Scopes that each field group needs; a write scope grants the reading.
 * Source: https://shopify.dev/docs/api/usage/access-scopes
 */
const NEEDED: Readonly<Record<FieldGroup, readonly string[]>> = {
  products: ['write_products'],
  inventory: ['write_inventory', 'read_locations'],
  prices: ['write_products'],
};

/** Scopes that a person ticks in Shopify and the permission page asks for, publishing included; columns may add some. */
export const RECOMMENDED_SCOPES = [
  'read_products',
  'write_products',
  'read_inventory',
  'write_inventory',
  'read_locations',
  'read_publications',
  'write_publications',
] as const;

export function missingScopes(granted: readonly string[]): Record<FieldGroup, string[]> {
  const missing = (group: FieldGroup) => NEEDED[group].filter((scope) => !granted.includes(scope));
  return { products: missing('products'), inventory: missing('inventory'), prices: missing('prices') };
}
