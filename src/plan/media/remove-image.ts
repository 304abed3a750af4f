import { imageKey, mediaName } from '../../catalog/values/image-address';
import { updated } from '../compare/messages';
import { wholly } from '../compare/piece';
import { shownTexts } from '../compare/shown-change';
import type { SyncAction } from '../model/action';
import { type ActionKind, alone, none } from '../model/action-kind';
import type { Base, BaseProduct, BaseVariant } from '../model/base';
import type { RemoveImage, RestoreImage, VariantImageChange } from '../model/image-actions';
import { target } from '../model/replaced-value';
import { describeRemoval, describeRestored } from './describe-images';
import { memoryOf, rememberedOrder } from './image-order';
import { knownImages } from './known-images';
import { afterMoves, fewestMoves } from './moves';

/** Removes an image from its product and from the variants that show it. */
export const removeImage: ActionKind<RemoveImage> = {
  rows: ({ ref }) => [ref],
  ...wholly((action) => [pieceOf(action, 'there', '', describeRemoval(action))]),
  fields: none,
  foretell: (action) => [updated(action.ref, describeRemoval(action), action.productId)],
  count: () => ({ remove: 1 }),
  replaces: ({ productId: id, mediaId, url, order, shownBy: variants, ref, column, by }) => [
    {
      kind: 'removed-image',
      id,
      mediaId,
      url,
      order,
      variants,
      from: 'there',
      to: '',
      ref,
      column,
      ...(by && { by: by.mediaId }),
    },
  ],
  settle(action, { base, isTaken }) {
    const { ref, productId, isUnnamed } = action;
    const known = base.product(productId);
    if (!isTaken(ref)) return undefined;
    if (!known) return { records: [] };
    const removals = (known.unnamedRemovals ?? 0) + (isUnnamed ? 1 : 0);
    const record = withoutImage(known, action);
    return { records: [{ ...record, ...(removals > 0 && { unnamedRemovals: removals }) }] };
  },
  afterRefusal: ({ by }) =>
    by
      ? 'The new image has its place, and the old one stays beside it. Sync again, or remove the old one in Shopify admin.'
      : 'The image stays on the product. Sync again, or remove it in Shopify admin.',
  asksAgain: none,
  ...alone,
  canGoInBulk: () => false,
};

/** Puts an image back on its product; its position and its variants follow. */
export const restoreImage: ActionKind<RestoreImage> = {
  rows: ({ ref }) => [ref],
  ...wholly((action) => [pieceOf(action, '', 'there', describeRestored(action))]),
  fields: none,
  foretell: (action) => [updated(action.ref, describeRestored(action), action.productId)],
  count: () => ({ change: { imageOrders: 0 } }),
  replaces: ({ productId: id, mediaId, url, order, shownBy: variants, ref, column }) => [
    { kind: 'removed-image', id, mediaId, url, order, variants, from: '', to: 'there', ref, column },
  ],
  settle(action, { base, isTaken }) {
    const { ref, productId, mediaId, url } = action;
    const known = base.product(productId);
    if (!isTaken(ref)) return undefined;
    const restored = [...new Set([...(known?.restoredImages ?? []), mediaId])];
    const records = known ? [{ ...withImage(known, url, mediaId), restoredImages: restored }] : [];
    return { records, next: restOf(action, base) };
  },
  afterRefusal: () => 'The image is not on the product. Undo the run again, or add it in Shopify admin.',
  asksAgain: ({ ref }) => [ref],
  ...alone,
  canGoInBulk: () => false,
};

/** Lists the steps that follow once the image exists again, as the last one of its product. */
export function restOf(
  { ref, productId, mediaId, url, now, order, shownBy }: RestoreImage,
  base: Base,
): SyncAction[] {
  const there = now.includes(mediaId) ? now : [...now, mediaId];
  const wanted = order.filter((id) => there.includes(id));
  const moves = fewestMoves(there, wanted);
  const after = afterMoves(there, moves);
  const places = moves.map(({ id }) => ({ ref, from: there.indexOf(id) + 1, to: after.indexOf(id) + 1 }));
  const from = there.filter((id) => wanted.includes(id));
  const sheet = rememberedOrder(base.product(productId)).sheet as typeof wanted;
  return [
    ...(moves.length > 0
      ? [
          {
            kind: 'reorder-images' as const,
            ref,
            productId,
            moves,
            places,
            now: there,
            from,
            to: wanted,
            sheet,
          },
        ]
      : []),
    ...(shownBy.length > 0
      ? [
          {
            kind: 'update-variants' as const,
            productId,
            variants: shownBy.map((id) => {
              const asked = asksForAnother(base.variant(id), url);
              return { id, ref, changes: [], image: { url, mediaId, ...asked } };
            }),
          },
        ]
      : []),
  ];
}

/** Set where the variant's cell still asks for what the undone run sent. */
function asksForAnother(
  known: BaseVariant | undefined,
  url: string,
): Pick<VariantImageChange, 'isStillTyped'> {
  const said = known?.image ?? '';
  return said !== '' && imageKey(said) !== imageKey(url) ? { isStillTyped: true } : {};
}

function pieceOf(action: RemoveImage | RestoreImage, from: string, to: string, words: string) {
  const { ref, productId: item, mediaId, column } = action;
  const name = mediaName(action.url);
  const own = target(item, `removed ${mediaId}`);
  return {
    key: `${own}|${from}|${to}`,
    kind: 'imageRemoval' as const,
    ref,
    rows: [ref],
    column,
    target: own,
    item,
    from,
    to,
    value: null,
    words: () => words,
    shows: () => shownTexts(column, from && name, to && name),
    sends: () => [item, mediaId, to],
  };
}

/** The record in which an image is known by this ID. */
function withImage(known: BaseProduct, url: string, id: RemoveImage['mediaId']): BaseProduct {
  const order = rememberedOrder(known);
  return ordered(known, { ...knownImages(known).images, [url]: id }, [order.sheet, order.store]);
}

/** The record in which an image is not to be sent; a replaced image may be typed again. */
function withoutImage(known: BaseProduct, { url, mediaId, by }: RemoveImage): BaseProduct {
  const { sheet, store } = rememberedOrder(known);
  const { [url]: _, ...others } = knownImages(known).images;
  const images = by ? { ...others, [by.url]: by.mediaId } : { ...others, [url]: null };
  const left = (ids: readonly string[]) =>
    ids.flatMap((id) => (id === mediaId ? (by?.mediaId ?? []) : id === by?.mediaId ? [] : [id]));
  return ordered(known, images, [left(sheet), left(store)]);
}

function ordered(
  known: BaseProduct,
  images: BaseProduct['images'],
  [sheet, store]: readonly [readonly string[], readonly string[]],
): BaseProduct {
  const { listed: _l, shopOrder: _s, ...rest } = known;
  if (known.listed === undefined) return { ...rest, images };
  const there = (ids: readonly string[]) => ids.filter(Boolean);
  const own = { known: { ...knownImages(known), images }, images: [] };
  return { ...rest, ...memoryOf(own, there(sheet), there(store)) };
}
