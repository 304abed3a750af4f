import type { FieldGroup } from '../catalog/row';

/**
 * What each field group needs; a write scope grants the reading.
 * Source: https://shopify.dev/docs/api/usage/access-scopes
 */
const NEEDED: Readonly<Record<FieldGroup, readonly string[]>> = {
  products: ['write_products'],
  inventory: ['write_inventory', 'read_locations'],
  prices: ['write_products'],
};

export function missingScopes(granted: readonly string[]): Record<FieldGroup, string[]> {
  const missing = (group: FieldGroup) => NEEDED[group].filter((scope) => !granted.includes(scope));
  return { products: missing('products'), inventory: missing('inventory'), prices: missing('prices') };
}
