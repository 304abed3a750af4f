import { legacyId } from '../../catalog/values/gid';
import { DEFAULT_OPTION_VALUE } from '../../catalog/values/option-key';
import type { BaseVariant } from '../model/base';

/** Longer names are cut, so that a sentence that holds two of them stays short. */
const LONGEST = 50;

/** What a person knows an item by: `“tee · S” (SKU T-S)`. Without a variant, or where it has no options, the handle. */
export function itemName(
  variant: Pick<BaseVariant, 'id' | 'sku' | 'optionValues'> | undefined,
  handle: string,
): string {
  const options = variant?.optionValues.filter((value) => value !== DEFAULT_OPTION_VALUE).join(' / ');
  const words = [handle, options].filter(Boolean).join(' · ');
  const sku = variant?.sku;
  if (words) return `“${cut(words)}”${sku ? ` (SKU ${cut(sku)})` : ''}`;
  return sku ? `“${cut(sku)}”` : `the item with the ID ${variant ? legacyId(variant.id) : ''}`;
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
