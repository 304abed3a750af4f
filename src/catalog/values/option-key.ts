import { nameKey } from './plain-name';

/** One key per variant of a product: Shopify compares option values without case. */
export function optionKey(values: readonly string[]): string {
  return values.map((value) => nameKey(value)).join(' / ') || DEFAULT_OPTION_VALUE.toLowerCase();
}

/**
 * What Shopify calls a product without options.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productSet
 */
export const DEFAULT_OPTION_NAME = 'Title';
export const DEFAULT_OPTION_VALUE = 'Default Title';
