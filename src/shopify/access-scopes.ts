/** What a full sync needs; a write scope grants the reading. Source: https://shopify.dev/docs/api/usage/access-scopes */
export const NEEDED_SCOPES = ['write_products', 'write_inventory', 'read_locations'] as const;

/** What a person ticks in Shopify, publishing included. */
export const RECOMMENDED_SCOPES = [
  'read_products',
  'write_products',
  'read_inventory',
  'write_inventory',
  'read_locations',
  'read_publications',
  'write_publications',
] as const;

export function missingScopes(granted: readonly string[]): string[] {
  return NEEDED_SCOPES.filter((scope) => !granted.includes(scope));
}
