import type { VariantId } from '../../catalog/values/gid';
import {
  contentTypeOf,
  fileStem,
  imageKey,
  isServedAs,
  withoutSize,
} from '../../catalog/values/image-address';
import type { BaseProduct } from '../model/base';
import type { StoreMedia, StoreProduct, StoreVariant } from '../model/snapshot';

export const STILL_PROCESSING =
  'Shopify is still working on an image of this product, which may be this one. Sync again in a minute.';

export const REMOVED = 'This image was removed in Shopify, and is not sent again.';

/**
 * The image that an address became: by its remembered id, by the address under which Shopify serves it, else one with
 * the same file name. An image has no name as long as Shopify works on it, so that one which was sent and never answered
 * may be among those: it is not sent again then.
 */
export function findMedia(
  address: string,
  { media }: Pick<StoreProduct, 'media'>,
  known: BaseProduct['images'],
): StoreMedia | 'processing' | undefined {
  const id = known[imageKey(address)];
  if (id) return media.find((each) => each.id === id);
  const served = findServed(address, media);
  if (served) return served;
  const taken = new Set(Object.values(known));
  const others = media.filter((each) => !taken.has(each.id));
  const stems = [fileStem(address), fileStem(withoutSize(address))];
  const hasName = (isSame: (stored: string, name: string) => boolean) =>
    others.find(({ url }) => url !== null && stems.some((stem) => isSame(fileStem(url), stem)));
  const named = hasName((stored, name) => stored === name) ?? hasName(isRenamedFile);
  return named ?? (others.some(({ isProcessing }) => isProcessing) ? 'processing' : undefined);
}

/** An exact match is found before a file whose name differs only by a size suffix. */
export function findServed(address: string, media: readonly StoreMedia[]): StoreMedia | undefined {
  const find = (exact: string) => media.find(({ url }) => url !== null && isServedAs(exact, url));
  return find(address) ?? find(withoutSize(address));
}

/** Variants that show an image. */
export function variantsShowing(media: StoreMedia, { variants, media: all }: StoreProduct): VariantId[] {
  return variants.flatMap(({ id, image }) => (image != null && findServed(image, all) === media ? [id] : []));
}

/** Address of the image that customers see for a variant: its own, or the first of its product; '' where there is none. */
export function photoOf(
  variant: Pick<StoreVariant, 'image'> | undefined,
  { media }: Pick<StoreProduct, 'media'>,
): string {
  return variant?.image || (media.find(({ url }) => url && contentTypeOf(url) === 'IMAGE')?.url ?? '');
}

/** Shopify appends `_` and a UUID where a file's name is taken. */
function isRenamedFile(stored: string, name: string): boolean {
  return stored.startsWith(`${name}_`) && /^[0-9a-f-]{36}$/.test(stored.slice(name.length + 1));
}
