import { foldHeader } from '../columns/header-match';
import { contentTypeOf } from '../values/image-address';

/** Header of the column that shows Shopify's photos. No sync reads it, so that nothing in it is ever sent. */
export const PHOTO_HEADER = 'Photo from Shopify';

export const PHOTO_NOTE =
  'Shows the photo that Shopify has: the variant’s own, or the first of its product. No sync reads this column, and nothing in it is sent. A refresh renews the photos; a formula of your own stays.';

export function isPhotoHeader(header: string): boolean {
  return foldHeader(header) === foldHeader(PHOTO_HEADER);
}

/** Size in pixels of the photo that is requested from Shopify; a phone's photo may have 4,000. */
const WIDTH = 'width=160';

/** Address of a small copy of an image; '' where there is none. */
export function smallPhoto(url: string): string {
  if (!/^https:\/\//i.test(url) || contentTypeOf(url) !== 'IMAGE') return '';
  return `${url}${url.includes('?') ? '&' : '?'}${WIDTH}`;
}

/** A formula that shows an image; '' where there is none. In a text of a formula a quotation mark is written twice. */
export function photoFormula(url: string): string {
  const small = smallPhoto(url);
  return small && `=IMAGE("${small.replace(/"/g, '""')}")`;
}

const OWN = new RegExp(`^=IMAGE\\("https://(?:[^"]|"")*[?&]${WIDTH}"\\)$`, 'i');

/** Whether the formula is one of ours, which may be written again. */
export function isPhotoFormula(formula: string): boolean {
  return OWN.test(formula);
}
