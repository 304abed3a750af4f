import { gidNumber } from '../state/ids';
import type { MediaFile } from '../state/media';
import type { Shop } from '../state/shop';

/** The last part of the URL's path, which becomes the file's name on the CDN (recorded). */
export function filenameOf(url: string): string {
  const last = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : url.split('/').at(-1);
  return decodeURIComponent(last || 'file').replace(/[^\w.-]+/g, '_');
}

/** With its dot, as it is written; empty where a name has none. */
export const extensionOf = (filename: string): string => /\.[^./]+$/.exec(filename)?.[0] ?? '';

/**
 * Address of a file at Shopify: `https://cdn.shopify.com/s/files/1/0928/9125/0994/files/name.jpg?v=…`, the shop's
 * number in groups of four and the upload time in seconds (recorded). The submitted URL is never answered again.
 */
export function cdnUrl(file: Pick<MediaFile, 'filename' | 'uploadedAtMs'>, shop: Shop): string {
  const groups =
    gidNumber(shop.id)
      .padStart(12, '0')
      .match(/.{1,4}/g) ?? [];
  const seconds = Math.floor(file.uploadedAtMs / 1000);
  return `https://cdn.shopify.com/s/files/1/${groups.join('/')}/files/${file.filename}?v=${seconds}`;
}
