import type { Cell } from '../catalog/cell';
import type { DesiredImage, DesiredProduct } from '../catalog/desired';
import type { MediaId } from '../catalog/gid';
import type { NewImage, UpdateAltText } from './action';
import type { BaseProduct, Pair } from './base';
import { decide } from './decide';
import { findMedia, STILL_PROCESSING } from './find-media';
import type { ItemContext } from './plan-existing-product';
import type { StoreMedia, StoreProduct } from './snapshot';

export interface PlannedImages {
  readonly added: readonly NewImage[];
  readonly altTexts: readonly UpdateAltText[];
  readonly known: Record<string, MediaId | null>;
  readonly alts: Record<string, Pair>;
}

/**
 * Shopify uploads an image again each time its URL is sent, so a URL is sent once and remembered with the media id
 * it became. Where that is not known and the product has images, one with the same file name is taken for it, and
 * anything else is left alone with a message.
 */
export function planImages(
  product: DesiredProduct,
  store: StoreProduct,
  base: BaseProduct | undefined,
  { policy, draft }: ItemContext,
): PlannedImages {
  const known: Record<string, MediaId | null> = { ...base?.images };
  const alts: Record<string, Pair> = { ...base?.alts };
  const added: NewImage[] = [];
  const altTexts: UpdateAltText[] = [];
  if (!policy.groups.includes('products')) return { added, altTexts, known, alts };
  const ofVariants = new Set(product.variants.map(({ imageUrl }) => textOf(imageUrl?.cell)));
  for (const image of product.images) {
    const media = findMedia(image.url, store, known);
    if (media && media !== 'processing') {
      known[image.url] = media.id;
      const altText = planAltText(image, media, alts, store, policy.onUnknownBase.products === 'sheet');
      if (altText) altTexts.push(altText);
    } else if (known[image.url]) {
      draft.say(
        image.ref,
        'unchanged',
        'This image was removed in Shopify, and is not sent again.',
        store.id,
      );
    } else if (ofVariants.has(image.url)) {
      // The variant brings it, without an alt text; sent here as well it would be uploaded twice.
      known[image.url] = null;
      alts[image.url] ??= ['', ''];
    } else if (known[image.url] === undefined && media === 'processing') {
      draft.say(image.ref, 'skipped', STILL_PROCESSING, store.id);
    } else if (known[image.url] === undefined && (base || store.media.length === 0)) {
      added.push({ url: image.url, alt: textOf(image.alt), ref: image.ref });
    } else {
      known[image.url] = null;
      draft.say(
        image.ref,
        'unchanged',
        'The image was left alone: the product has images in Shopify and none has this file name. Add it there.',
        store.id,
      );
    }
  }
  return { added, altTexts, known, alts };
}

function textOf(cell: Cell<string> | undefined): string {
  return cell?.kind === 'value' ? cell.value : '';
}

function planAltText(
  image: DesiredImage,
  media: StoreMedia,
  alts: Record<string, Pair>,
  store: StoreProduct,
  sheetWins: boolean,
): UpdateAltText | undefined {
  if (image.alt.kind === 'absent' || image.alt.kind === 'blank') {
    alts[image.url] ??= ['', media.alt];
    return undefined;
  }
  const alt = textOf(image.alt);
  const decision = decide(alt, media.alt, alts[image.url], {
    onConflict: 'sheet',
    onUnknownBase: sheetWins ? 'sheet' : 'shopify',
  });
  if (decision === 'same' || decision === 'keep') alts[image.url] = [alt, media.alt];
  return decision === 'send'
    ? {
        kind: 'update-alt-text',
        ref: image.ref,
        productId: store.id,
        mediaId: media.id,
        url: image.url,
        from: media.alt,
        alt,
        sheet: alt,
      }
    : undefined;
}
