import { DEFAULT_OPTION_VALUE } from './desired';

/** One key per variant of a product: Shopify compares option values without case. */
export function optionKey(values: readonly string[]): string {
  return values.map((value) => value.trim().toLowerCase()).join(' / ') || DEFAULT_OPTION_VALUE.toLowerCase();
}
