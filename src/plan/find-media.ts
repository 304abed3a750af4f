import type { BaseProduct } from './base';
import type { StoreMedia, StoreProduct } from './snapshot';

export const STILL_PROCESSING =
  'Shopify is still working on an image of this product, which may be this one. Sync again in a minute.';

/**
 * The image that a URL became: by its remembered id, else one with the same file name. An image has no name as long
 * as Shopify works on it, so that one which was sent and never answered may be among those: it is not sent again then.
 */
export function findMedia(
  url: string,
  { media }: StoreProduct,
  known: BaseProduct['images'],
): StoreMedia | 'processing' | undefined {
  const id = known[url];
  if (id) return media.find((each) => each.id === id);
  const taken = new Set(Object.values(known));
  const others = media.filter((each) => !taken.has(each.id));
  const named = others.find((each) => each.url !== null && isSameFile(fileStem(each.url), fileStem(url)));
  return named ?? (others.some(({ isProcessing }) => isProcessing) ? 'processing' : undefined);
}

/** Shopify keeps a file's name and, where it is taken, appends `_` and a UUID. */
function isSameFile(stored: string, name: string): boolean {
  return (
    stored === name ||
    (stored.startsWith(`${name}_`) && /^[0-9a-f-]{36}$/.test(stored.slice(name.length + 1)))
  );
}

/** The file's name without its folders and its extension. */
export function fileStem(url: string): string {
  const path = url.split(/[?#]/)[0] ?? '';
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .toLowerCase();
}
