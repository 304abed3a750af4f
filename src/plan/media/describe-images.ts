import { fileName } from '../../catalog/values/image-address';
import { show } from '../compare/messages';
import type { RemoveImage, ReplacedImage } from '../model/image-actions';
import { showFiles } from './variant-image-sides';

/** Names of the old image and of the new one. */
export function shownAddresses({
  url,
  by,
}: Pick<ReplacedImage, 'url'> & { readonly by: { readonly url: string } }) {
  return showFiles(url, by.url);
}

/** `Image front.jpg replaces back.jpg` */
export function describeReplacement(action: Parameters<typeof shownAddresses>[0]): string {
  const [had, has] = shownAddresses(action);
  return `Image ${has} replaces ${had}`;
}

/** `Image removed: back.jpg` */
export function describeRemoval({ url, by }: Pick<RemoveImage, 'url' | 'by'>): string {
  return by ? describeReplacement({ url, by }) : `Image removed: ${show(fileName(url))}`;
}

/** `Image put back: back.jpg` */
export function describeRestored({ url }: Pick<RemoveImage, 'url'>): string {
  return `Image put back: ${show(fileName(url))}`;
}
