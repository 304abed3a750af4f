import { contentTypeOf, mediaName } from '../../catalog/values/image-address';
import { show } from '../compare/messages';
import type { NewImage, RemoveImage, ReplacedImage } from '../model/image-actions';
import { showFiles } from './variant-image-sides';

/** Names of the old image and of the new one. */
export function shownAddresses({
  url,
  by,
}: Pick<ReplacedImage, 'url'> & { readonly by: { readonly url: string } }) {
  return showFiles(url, by.url);
}

/** Message for a row where a step of a replacement was refused after the new image had come. */
export const OLD_STAYS = 'The new image is added, and the old one stays beside it. Sync again.';

/** Only an image needs its kind: the name of a video shows what it is. */
const isImage = (url: string): boolean => contentTypeOf(url) === 'IMAGE';

/** `Image added`, `Video added` */
export function describeAdded({ url }: Pick<NewImage, 'url'>): string {
  return isImage(url) ? 'Image added' : 'Video added';
}

/** `Image back.jpg → front.jpg` */
export function describeReplacement(action: Parameters<typeof shownAddresses>[0]): string {
  const [had, has] = shownAddresses(action);
  return `${isImage(action.by.url) ? 'Image ' : ''}${had} → ${has}`;
}

/** `Image removed: back.jpg` */
export function describeRemoval({ url, by }: Pick<RemoveImage, 'url' | 'by'>): string {
  return by
    ? describeReplacement({ url, by })
    : `${isImage(url) ? 'Image' : 'Video'} removed: ${show(mediaName(url))}`;
}

/** `Image put back: back.jpg` */
export function describeRestored({ url }: Pick<RemoveImage, 'url'>): string {
  return isImage(url) ? `Image put back: ${show(mediaName(url))}` : `Video put back: ${show(mediaName(url))}`;
}
