import type { Place } from '../../catalog/tab/row';
import { CLEAR_WORD } from '../../catalog/values/cell';
import type { MediaId, ProductId } from '../../catalog/values/gid';
import { fileName, imageKey } from '../../catalog/values/image-address';
import { knownId } from '../compare/known-items';
import { show } from '../compare/messages';
import { findServed } from '../media/find-media';
import { rememberedOrder } from '../media/image-order';
import { afterMoves, fewestMoves } from '../media/moves';
import { restOf } from '../media/remove-image';
import type {
  RemovedImage,
  ReplacedImageOrder,
  ReplacedValue,
  ReplacedVariantImage,
} from '../model/replaced-value';
import type { StoreSnapshot } from '../model/snapshot';
import type { GivenBack, StoreNow, UndoContext } from './replaced-kind';

/** The row of an image, with the header of its position. */
function rowOfImage(
  productId: ProductId,
  mediaId: MediaId,
  { base, desired }: UndoContext,
): Place | undefined {
  const { images = {} } = base.product(productId) ?? {};
  const image = desired.products
    .flatMap((product) => product.images)
    .find(({ url }) => images[imageKey(url)] === mediaId);
  return image && { ref: image.ref, column: image.columns.place };
}

/** The cell that still asks to remove an image, or the row of the image that replaced it. */
function rowOfRemoval({ id, url, by }: RemovedImage, context: UndoContext): Place | undefined {
  const { desired, base } = context;
  const own = desired.products.filter((product) => knownId(product, base) === id);
  const removals = own.flatMap((product) => product.removals ?? []);
  const unnamed = removals.filter((asked) => asked.url === undefined);
  const removal =
    removals.find((asked) => asked.url !== undefined && imageKey(asked.url) === imageKey(url)) ??
    (unnamed.length === 1 ? unnamed[0] : undefined);
  return removal ?? (by && rowOfImage(id, by, context));
}

/** Images that are no longer there have no place among the others. */
export function withoutGone(replaced: ReplacedValue, { products }: StoreSnapshot): ReplacedValue {
  if (replaced.kind !== 'image-order') return replaced;
  const there = new Set(products.get(replaced.id)?.media.map(({ id }) => id));
  const [from, to] = [replaced.from, replaced.to].map((ids) => ids.filter((id) => there.has(id)));
  return { ...replaced, from: from ?? [], to: to ?? [] };
}

/** The images of the product, in Shopify's order; undefined where it is gone. */
export function mediaOf({ id }: { readonly id: ProductId }, { snapshot }: StoreNow): MediaId[] | undefined {
  return snapshot.products.get(id)?.media.map((media) => media.id);
}

/** Puts an image back, or restores those of its position and variants that differ. */
export function showAgain(replaced: RemovedImage, _: unknown, { place, context }: GivenBack): void {
  const { snapshot, base, draft } = context;
  const { id: productId, mediaId, url, order } = replaced;
  const { ref, column } = rowOfRemoval(replaced, context) ?? { ref: place.ref, column: replaced.column };
  const media = snapshot.products.get(productId)?.media ?? [];
  const now = media.map(({ id }) => id);
  // A variant that got another image since keeps that one.
  const shownBy = replaced.variants.filter((variant) => {
    const image = snapshot.variants.get(variant)?.image;
    return image === null || (image && replaced.by && findServed(image, media)?.id === replaced.by);
  });
  const whole = {
    kind: 'restore-image',
    ref,
    column,
    productId,
    mediaId,
    url,
    order,
    shownBy,
    now,
  } as const;
  draft.actions.push(...(now.includes(mediaId) ? restOf(whole, base) : [whole]));
}

/** Restores the former order of the images. */
export function orderAgain(
  { id: productId, from, to }: ReplacedImageOrder,
  _: unknown,
  { place: { ref }, context }: GivenBack,
): void {
  const { snapshot, base, draft } = context;
  const now = snapshot.products.get(productId)?.media.map(({ id }) => id) ?? [];
  const moves = fewestMoves(now, from);
  const after = afterMoves(now, moves);
  const places = now
    .filter((id) => now.indexOf(id) !== after.indexOf(id))
    .map((id) => ({
      ...(rowOfImage(productId, id, context) ?? { ref }),
      from: now.indexOf(id) + 1,
      to: after.indexOf(id) + 1,
    }));
  const sheet = rememberedOrder(base.product(productId)).sheet as MediaId[];
  draft.actions.push({
    kind: 'reorder-images',
    ref,
    productId,
    moves,
    places,
    now,
    from: to,
    to: from,
    sheet,
  });
}

/** Whether the variant shows the image again that it gave up: its key where it does, the address of another otherwise. */
export function variantImageNow(
  { id, productId, mediaId, url, to }: ReplacedVariantImage,
  { snapshot: { variants, products }, base }: StoreNow,
): string | undefined {
  const image = variants.get(id)?.image;
  if (image === undefined) return undefined;
  const media = image === null ? undefined : findServed(image, products.get(productId)?.media ?? []);
  if (media?.id === mediaId) return url;
  // The image that the run sent is remembered by the address in its cell.
  const sent = base.product(productId)?.images[imageKey(to)];
  return media && media.id === sent ? to : (image ?? '');
}

/** Attaches the image again that a variant gave up; its cell may still ask for none, or for the one of the run. */
export function attachAgain(
  { id, productId, mediaId, url, to }: ReplacedVariantImage,
  _: unknown,
  { place: { ref, column }, context: { base, draft, snapshot } }: GivenBack,
): void {
  if (!snapshot.products.get(productId)?.media.some((media) => media.id === mediaId)) {
    const message = `${show(fileName(url))} is no longer among the images of the product, so it was left alone. Type its address to send it again.`;
    draft.sayOf({ ref, column }, 'skipped', message, id);
    return;
  }
  const said = base.variant(id)?.image ?? '';
  const isStillTyped = said === CLEAR_WORD || (to !== '' && imageKey(said) === imageKey(to));
  const image = { url, mediaId, ...(isStillTyped && ({ isStillTyped } as const)) };
  draft.actions.push({ kind: 'update-variants', productId, variants: [{ id, ref, changes: [], image }] });
}
