import { CLEAR_WORD } from '../../catalog/values/cell';
import { fileName, fileStem, imageKey, mediaName } from '../../catalog/values/image-address';
import { canonical } from '../compare/canonical';
import { show, showBeside } from '../compare/messages';
import type { BaseProduct, Difference } from '../model/base';
import type { StoreMedia, StoreProduct, StoreVariant } from '../model/snapshot';
import { findMedia, findServed } from './find-media';

/**
 * The present image in place of the one that a variant had when both sides were last in step. `unknown` where it is not
 * known which one it showed then.
 */
export type ShownImage =
  | { readonly kind: 'not-read' }
  | { readonly kind: 'as-before' | 'other' | 'unknown'; readonly media: StoreMedia | undefined };

interface LastSeen {
  /** The address that the sheet had then; '' for none. */
  readonly inStep: string;
  readonly product: StoreProduct;
  readonly images: BaseProduct['images'];
}

export function shownImage({ image }: StoreVariant, { inStep, product, images }: LastSeen): ShownImage {
  if (image === undefined) return { kind: 'not-read' };
  const media = image === null ? undefined : findServed(image, product.media);
  const is = (kind: 'as-before' | 'other' | 'unknown') => ({ kind, media });
  if (inStep === '') return is(image === null ? 'as-before' : 'unknown');
  const before = findMedia(inStep, product, images);
  if (before === undefined && images[imageKey(inStep)]) return is('other');
  // Shopify shows no image that it has not fetched.
  const isShowable = typeof before === 'object' && before.url !== null;
  if (image === null) return is(isShowable ? 'other' : 'as-before');
  if (typeof before !== 'object') return is('unknown');
  if (before.id === media?.id || fileStem(before.url ?? '') === fileStem(image)) return is('as-before');
  const isCertain = images[imageKey(inStep)] === before.id || findServed(inStep, product.media) === before;
  return is(isCertain ? 'other' : 'unknown');
}

/** Names of both files; both addresses where the names are equal. */
export function showFiles(one: string, other: string): readonly [string, string] {
  const names = [mediaName(one), mediaName(other)] as const;
  return names[0] === names[1]
    ? [showBeside(one, other), showBeside(other, one)]
    : [show(names[0]), show(names[1])];
}

/** The image that the cell of a variant asks for, and the one that Shopify shows; an empty address asks for none. */
export function shownSides(url: string, had: string): readonly [ours: string, theirs: string] {
  return url === '' ? [CLEAR_WORD, show(fileName(had))] : showFiles(url, had);
}

/** Message about a variant that shows another image than its cell asks for, until the cell is edited. */
export function imageDifference(url: string, had: string): Difference {
  const [ours, theirs] = shownSides(url, had);
  return {
    sheet: canonical('variantImage', url),
    words: `: Shopify has ${theirs}, the sheet ${ours}.`,
  };
}
