import { fieldOf } from '../../catalog/columns/columns';
import { fetchedAddress } from '../../catalog/values/image-address';
import type { FieldChange, NewVariant } from '../model/action';

export function countFields(changes: readonly FieldChange[]) {
  const prices = changes.filter(({ key }) => fieldOf(key).group === 'prices').length;
  return { prices, otherFields: changes.length - prices };
}

/** An image that is asked for twice is uploaded once. */
export function countImages(urls: readonly string[]) {
  return { images: new Set(urls.map(fetchedAddress)).size };
}

export function countVariants(variants: readonly NewVariant[]) {
  const stockLevels = variants.flatMap(({ stock }) => stock).length;
  return { variants: variants.length, stockLevels };
}
