import { DEFAULT_OPTION_VALUE } from '../building/desired';
import { nameKey } from './plain-name';

/** One key per variant of a product: Shopify compares option values without case. */
export function optionKey(values: readonly string[]): string {
  return values.map((value) => nameKey(value)).join(' / ') || DEFAULT_OPTION_VALUE.toLowerCase();
}
