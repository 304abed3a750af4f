import type { DesiredImage, DesiredProduct, DesiredRemoval } from '../../catalog/building/desired';
import { describeRow } from '../../catalog/tab/row';
import type { MediaId } from '../../catalog/values/gid';
import { fileName, imageKey } from '../../catalog/values/image-address';
import { lackedScopes, SCOPE_USES, scopesLacked } from '../../catalog/values/scope-uses';
import type { BaseProduct } from '../model/base';
import type { RemoveImage } from '../model/image-actions';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { StoreMedia, StoreProduct } from '../model/snapshot';
import { findMedia, findServed, STILL_PROCESSING, variantsShowing } from './find-media';
import { type ImageMemory, memoryOf, rememberedOrder } from './image-order';
import { type KnownImages, keyOf, knownImages } from './known-images';
import type { PlannedImages } from './plan-images';
import { sayDone, undoneRemoval } from './restored-images';

interface PlannedRemovals {
  readonly actions: readonly RemoveImage[];
  /** Images still to be removed; remembered, because the cell that asks for it may name them differently at the next sync. */
  readonly open: readonly MediaId[];
  /** Number of `[delete]` cells without an address that were done before. */
  readonly done: number;
}

interface Images {
  readonly store: StoreProduct;
  readonly known: KnownImages;
  readonly base: BaseProduct | undefined;
  /** Images that are replaced by others; no `[delete]` cell means one of them. */
  readonly replaced: ReadonlySet<MediaId>;
}

/**
 * Images that rows ask to remove from the product. A `[delete]` that replaced an address means the image whose address is
 * gone; only as many images as there are new `[delete]` cells, because a deleted row must not remove its image.
 */
function planRemovals(product: DesiredProduct, images: Images, context: ItemContext): PlannedRemovals {
  const { base, known, store } = images;
  const removals = product.removals ?? [];
  const unnamed = removals.filter(({ url }) => url === undefined);
  const missing = unnamed.length > 0 ? goneImages(product, images) : [];
  const gone = missing.flatMap((media) => media ?? []);
  // Removed by an execution that ended before it could remember it, or by somebody in Shopify.
  const done = Math.min((base?.unnamedRemovals ?? 0) + missing.length - gone.length, unnamed.length);
  const fresh = unnamed.slice(done);
  sayDone(unnamed.slice(0, done), removals, base, context);
  const isClear = fresh.length === gone.length;
  const shown = fresh.length > 0 && gone.length === 0 ? stillShown(product, images) : [];
  const meant = [
    ...gone.map(({ id }) => id),
    ...shown.flatMap(({ url }) => known.images[imageKey(url)] ?? []),
  ];
  const asked: MediaId[] = fresh.length > 0 ? meant : [];
  const actions = removals.flatMap((removal): RemoveImage[] => {
    const at = fresh.indexOf(removal);
    if (removal.url === undefined && at < 0) return [];
    const media = removal.url === undefined ? (isClear ? gone[at] : undefined) : named(removal.url, images);
    if (media === undefined || media === 'processing') {
      tellUnfound(removal, { media, gone: gone.length, words: fresh.length, shown }, store, context);
      return [];
    }
    asked.push(media.id);
    const why = whyNot(removal, media, { product, store, known }, context);
    if (why) {
      context.draft.sayOf(removal, 'skipped', why, store.id);
      return [];
    }
    return [removalOf(removal, media, images)];
  });
  return { actions, open: [...new Set(asked)], done };
}

/** The image listed at the last sync and named by no cell now; undefined where Shopify no longer has it either. */
function goneImages(product: DesiredProduct, { store, base, replaced }: Images): (StoreMedia | undefined)[] {
  const { images } = knownImages(base);
  const inSheet = new Set(
    [...product.images, ...(product.removals ?? [])].map(({ url = '' }) => imageKey(url)),
  );
  const listed = base?.listed ? Object.keys(images).slice(0, base.listed) : [];
  return listed
    .filter((key) => !inSheet.has(key) && !replaced.has(images[key] as MediaId))
    .map((key) => store.media.find(({ id }) => id === images[key]));
}

/** Images that were listed at the last sync, and that only a variant's image cell names now. */
function stillShown(product: DesiredProduct, { store, base, known }: Images): readonly DesiredImage[] {
  const before = rememberedOrder(base).sheet;
  return product.images.filter(({ url, isListed }) => {
    const id = known.images[imageKey(url)];
    return !isListed && id && before.includes(id) && store.media.some((media) => media.id === id);
  });
}

function named(url: string, { store, known }: Images): StoreMedia | 'processing' | undefined {
  // Known to be somebody else's image, so only its exact address identifies it.
  if (known.images[imageKey(url)] === null) return findServed(url, store.media);
  return findMedia(url, store, known.images);
}

interface Unfound {
  readonly media: 'processing' | undefined;
  readonly gone: number;
  readonly words: number;
  readonly shown: readonly DesiredImage[];
}

function tellUnfound(
  removal: DesiredRemoval,
  { media, gone, words, shown: [shown, ...others] }: Unfound,
  store: StoreProduct,
  { draft }: ItemContext,
): void {
  if (media === 'processing') draft.sayOf(removal, 'skipped', STILL_PROCESSING, store.id);
  else if (removal.url !== undefined)
    draft.sayOf(removal, 'unchanged', 'The product has no such image in Shopify.', store.id);
  else if (shown && others.length === 0 && words === 1) {
    const where = describeRow(shown.ref, removal.ref);
    const message = `${removal.column} was not removed: ${where} still names ${fileName(shown.url)} as the image of a variant. Type another address or [clear] there.`;
    draft.sayOf(removal, 'skipped', message, store.id);
  } else {
    const many = gone === 0 ? 'No image is' : gone === 1 ? 'one image is' : `${gone} images are`;
    const message = `Which image? ${many} gone from these rows, and ${words === 1 ? 'one cell says' : `${words} cells say`} [delete]. Type the address after it: [delete] https://…`;
    draft.sayOf(removal, 'skipped', message, store.id);
  }
}

interface Place {
  readonly product: DesiredProduct;
  readonly store: StoreProduct;
  readonly known: KnownImages;
}

function whyNot(
  { ref, column }: DesiredRemoval,
  media: StoreMedia,
  { product, store, known }: Place,
  { shop, base }: ItemContext,
): string | undefined {
  if (base.product(store.id)?.restoredImages?.includes(media.id))
    return undoneRemoval(base.product(store.id), media.id);
  const other = product.images.find(({ url }) => known.images[imageKey(url)] === media.id);
  if (other)
    return `${column} was not removed: ${describeRow(other.ref, ref)} names the same image. Clear it there.`;
  if (media.isFailed || media.isProcessing)
    return `${column} was not removed: Shopify ${media.isFailed ? 'could not fetch it' : 'is still working on it'}. Remove it in Shopify admin${media.isFailed ? '' : ', or sync again in a minute'}.`;
  const lacked = scopesLacked('files', shop.accessScopes);
  return lacked.length > 0
    ? `${column} was not removed. Remove it in Shopify admin, or let the add-on ${SCOPE_USES.files.why}: ${lackedScopes(lacked)}`
    : undefined;
}

function removalOf(
  { ref, url, column }: DesiredRemoval,
  media: StoreMedia,
  { store, known }: Images,
): RemoveImage {
  return {
    kind: 'remove-image',
    ref,
    column,
    productId: store.id,
    mediaId: media.id,
    url: keyOf(known, media.id) ?? imageKey(url ?? media.url ?? ''),
    order: store.media.map(({ id }) => id),
    shownBy: variantsShowing(media, store),
    ...(url === undefined && { isUnnamed: true }),
  };
}

/** The removals, and the memory of the images with what the next sync needs. */
export function imageMemory(
  product: DesiredProduct,
  {
    store,
    known,
    images,
  }: Pick<Images, 'store'> & { readonly known: BaseProduct | undefined; readonly images: PlannedImages },
  context: ItemContext,
): {
  readonly memory: ImageMemory & Pick<BaseProduct, 'unnamedRemovals' | 'restoredImages'>;
  readonly actions: readonly RemoveImage[];
} {
  const { memory } = images.order;
  if (!product.removals || !isOfProducts(context.policy)) return { memory, actions: [] };
  const own = { store, known: images.known, base: known, replaced: images.replaced };
  const { actions, open, done } = planRemovals(product, own, context);
  const { sheet, store: shop } = rememberedOrder(memory);
  const listed =
    open.length > 0
      ? memoryOf({ known: images.known, images: product.images }, [...sheet, ...open], [...shop, ...open])
      : memory;
  const asked = new Set(
    product.removals.flatMap(({ url }) => images.known.images[imageKey(url ?? '')] ?? []),
  );
  const restored = (known?.restoredImages ?? []).filter((id) => asked.has(id));
  return {
    actions,
    memory: {
      ...listed,
      ...(done > 0 && { unnamedRemovals: done }),
      ...(restored.length > 0 && { restoredImages: restored }),
    },
  };
}

/** Whether every image that rows ask to remove was removed, or was restored by an undo. */
export function areRemovalsDone({ removals = [] }: DesiredProduct, known: BaseProduct): boolean {
  const unnamed = removals.filter(({ url }) => url === undefined).length;
  if (unnamed !== (known.unnamedRemovals ?? 0)) return false;
  return removals.every(({ url }) => {
    const id = url === undefined ? null : known.images[imageKey(url)];
    return id === null || (id !== undefined && known.restoredImages?.includes(id) === true);
  });
}
