/**
 * The handle that Shopify makes of a typed one: lower case without accents, and a hyphen for whatever is neither
 * letter nor digit. Good for looking a product up, not for comparing: older stores keep handles of other rules.
 * Source: https://shopify.dev/docs/api/liquid/basics#handles, and recorded.
 */
export function asHandle(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{Mn}|['’"]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_®]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
