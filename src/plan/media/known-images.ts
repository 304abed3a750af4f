import type { DesiredImage } from '../../catalog/building/desired';
import type { MediaId } from '../../catalog/values/gid';
import { contentTypeOf, differInQuery, imageKey, looseKey } from '../../catalog/values/image-address';
import type { BaseProduct, Pair } from '../model/base';

export const SAME_BUT_FOR_QUERY =
  'The image is taken for the one that Shopify has: only what stands behind “?” is new. If it is another picture, write #new at the end of the address.';

/** The memory of a product's images, by their keys and in the sheet's order. */
export interface KnownImages {
  images: Record<string, MediaId | null>;
  alts: Record<string, Pair>;
}

export function knownImages(base: Pick<BaseProduct, 'images' | 'alts'> | undefined): KnownImages {
  const known: KnownImages = { images: {}, alts: {} };
  for (const [address, id] of Object.entries(base?.images ?? {})) known.images[imageKey(address)] ??= id;
  for (const [address, pair] of Object.entries(base?.alts ?? {})) known.alts[imageKey(address)] ??= pair;
  return known;
}

/** The key under which an image is remembered. */
export function keyOf({ images }: Pick<KnownImages, 'images'>, id: string): string | undefined {
  return Object.keys(images).find((key) => images[key] === id);
}

/**
 * A new address that differs only in its query from an image whose address is gone from the sheet replaces that address.
 * Returns whether a person has to be told, because the query may matter.
 */
export function followAddress(
  url: string,
  desired: readonly DesiredImage[],
  known: KnownImages,
): { readonly tells: boolean } | undefined {
  const key = imageKey(url);
  if (known.images[key] !== undefined) return undefined;
  const inSheet = new Set(desired.map((image) => imageKey(image.url)));
  const before = Object.keys(known.images).find(
    (each) => !inSheet.has(each) && looseKey(each) === looseKey(url),
  );
  if (before === undefined) return undefined;
  renameImage(known, before, key);
  return { tells: differInQuery(before, url) };
}

/** Moves what is remembered of an image to its new address. */
export function renameImage(known: KnownImages, before: string, key: string): void {
  known.images = renamed(known.images, before, key);
  known.alts = renamed(known.alts, before, key);
}

function renamed<Value>(record: Record<string, Value>, before: string, key: string): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([each, value]) => [each === before ? key : each, value]),
  );
}

/** The same images, the sheet's first and in its order: this is how the order is remembered. */
export function inSheetOrder<Value>(
  record: Record<string, Value>,
  keys: readonly string[],
): Record<string, Value> {
  const own = keys.flatMap((key) => (key in record ? [[key, record[key] as Value] as const] : []));
  return { ...Object.fromEntries(own), ...record };
}

/** Whether the sheet lists the known images that it listed at the last sync, in that order, and no other known one. */
export function isOrderKept(
  images: readonly DesiredImage[],
  { images: known, listed: count }: Pick<BaseProduct, 'images' | 'listed'>,
): boolean {
  const listed = images.filter(({ isListed }) => isListed).map(({ url }) => imageKey(url));
  const before = Object.keys(known);
  if (count !== undefined && !before.slice(0, count).every((key) => listed.includes(key))) return false;
  const there = listed.filter((key) => key in known);
  const order = before.filter((key) => there.includes(key));
  return there.every((key, index) => key === order[index]);
}

/** Message for a row whose image may have been on the product and is not there now: it is unclear whether to send it. */
export function leftAlone({ url }: Pick<DesiredImage, 'url'>): string {
  return contentTypeOf(url) === 'IMAGE'
    ? 'The image was left alone: no image of the product in Shopify has this file name. To add it, write #again at the end of its address.'
    : 'The video was left alone: the product does not have it in Shopify. To add it, write #again at the end of its link.';
}
