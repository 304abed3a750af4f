import type { DesiredVariant } from '../../catalog/building/desired';
import { CLEAR_WORD, textIn } from '../../catalog/values/cell';
import { differInQuery, fileStem, imageKey, looseKey } from '../../catalog/values/image-address';
import { canonical } from '../compare/canonical';
import { answeredDecision, decide, preferencesOf } from '../compare/decide';
import { bothChanged } from '../compare/messages';
import type { VariantChange } from '../model/action';
import type { Base, BaseVariant, Difference } from '../model/base';
import type { ItemContext, OfProduct, VariantPair } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import { VARIANT_IMAGE } from '../model/replaced-value';
import type { StoreVariant } from '../model/snapshot';
import { findMedia, findServed, REMOVED, STILL_PROCESSING } from './find-media';
import { knownImages, SAME_BUT_FOR_QUERY } from './known-images';
import { unfetched } from './unseen-images';
import { imageDifference, type ShownImage, shownImage, shownSides } from './variant-image-sides';

interface VariantImage {
  readonly image?: NonNullable<VariantChange['image']>;
  /** The address that the variant's image has in the sheet as far as both are in step. */
  readonly inStep: string;
  /** The address that was left alone, because it was never compared. */
  readonly left?: string;
  /** Message shown until somebody edits the cell. */
  readonly differs?: Difference;
}

interface OwnImage {
  readonly pair: VariantPair;
  readonly known: BaseVariant | undefined;
  readonly product: OfProduct | undefined;
}

const NEVER_COMPARED =
  'The variant image was left alone: it was never compared with the one in Shopify. To send it all the same, write #again at the end of its address.';

/**
 * Whether a variant certainly did not come with the image that its row names: Shopify shows another one, or has none
 * that may be this one. An address that no row named before may be new as well.
 */
function cameWithout(
  { pair, product }: Pick<OwnImage, 'pair' | 'product'>,
  url: string,
  base: Base,
): boolean {
  if (url === '' || !product) return false;
  const { store } = product;
  const { images } = knownImages(base.product(store.id));
  const isFetched = store.media.every(({ isFailed, isProcessing }) => !isFailed && !isProcessing);
  if (isFetched && findMedia(url, store, images) === undefined) return true;
  return shownImage(pair.store, { inStep: url, product: store, images }).kind === 'other';
}

/** The image of a variant, which is one of its product's or comes with it. */
export function planVariantImage({ pair, known, product }: OwnImage, context: ItemContext): VariantImage {
  const { base, policy, draft, adopts } = context;
  const { row, store } = pair;
  const value = row.imageUrl;
  const url = textIn(value?.cell);
  // A new variant in a product of ours comes from a creation whose answer was lost: its image came with it.
  const isOurs = adopts || (product && base.product(product.store.id));
  const remembered = known?.image ?? (isOurs && !cameWithout({ pair, product }, url, base) ? url : '');
  if (value?.cell.kind === 'clear') return planDetached({ pair, known, product }, context);
  if (url === '' || !value) return { inStep: remembered };
  const inStep = remembered === CLEAR_WORD ? '' : remembered;
  const isEdited = imageKey(url) !== imageKey(inStep);
  // Without a memory of what was sent, an image that Shopify shows for the variant is not replaced.
  const isUnknown = isEdited && (!known || imageKey(known.leftImage ?? '') === imageKey(url));
  const left = isUnknown ? url : isEdited ? known?.leftImage : undefined;
  if (!isOfProducts(policy) || !product) return { inStep, ...(left && { left }) };
  if (isUnknown && product.store.media.length > 0) {
    draft.sayOf(value, 'not-synced', NEVER_COMPARED, product.store.id);
    return { inStep, left: url };
  }
  const { images } = knownImages(base.product(product.store.id));
  const shown = shownImage(store, { inStep, product: product.store, images });
  const sides = { url, shown, value, store };
  const stays = (): VariantImage => ({ inStep: url, ...(known && differing(sides, context)) });
  if (!isEdited) return { ...stays(), inStep };
  if (looseKey(url) === looseKey(inStep)) {
    if (differInQuery(url, inStep)) draft.sayOf(value, 'unchanged', SAME_BUT_FOR_QUERY, product.store.id);
    return stays();
  }
  const found = findMedia(url, product.store, images);
  if (!found && images[imageKey(url)]) {
    draft.sayOf(value, 'not-synced', REMOVED, product.store.id);
    return { inStep };
  }
  // A new picture with the old file name differs from the old one only by its address.
  const isRenewed =
    fileStem(url) === fileStem(inStep) && !images[imageKey(url)] && !findServed(url, product.store.media);
  const before = inStep === '' ? undefined : findMedia(inStep, product.store, images);
  if (found && found !== 'processing' && found === before && !isRenewed) return stays();
  const media = isRenewed ? undefined : found;
  if (media === 'processing') {
    draft.sayOf(value, 'skipped', STILL_PROCESSING, product.store.id);
    return { inStep };
  }
  if (media?.isFailed) {
    // The variant keeps its present image.
    const replaces = store.image ? inStep || store.image : undefined;
    const reason = context.snapshot.images.get(media.id);
    const failed = {
      ...(replaces && { replaces }),
      ...(reason?.kind === 'failed' && { reason: reason.reason }),
    };
    draft.outcomes.push({
      ...unfetched({ ref: value.ref, url, isListed: false }, failed),
      column: value.column,
      shopifyId: store.id,
    });
    return { inStep };
  }
  if (media && shown.kind !== 'not-read' && media === shown.media) return { inStep: url };
  if (chooseImage(sides, context) !== 'send') return { inStep };
  if (!media && product.brought.has(imageKey(url))) {
    // If it were sent here as well, it would be uploaded twice.
    draft.followsUp = true;
    return { inStep };
  }
  const old = shown.kind === 'not-read' ? undefined : shown.media;
  const had = old && { mediaId: old.id, url: inStep || (store.image ?? ''), column: value.column };
  return { inStep, image: { url, mediaId: media?.id, ...(had && { had }) } };
}

/** `[clear]` asks for no image; the variant's present image stays on the product. */
function planDetached({ pair, known, product }: OwnImage, context: ItemContext): VariantImage {
  const { base, policy, draft } = context;
  const { row, store } = pair;
  const value = row.imageUrl as NonNullable<DesiredVariant['imageUrl']>;
  const inStep = known?.image ?? '';
  if (!isOfProducts(policy) || !product || store.image === undefined) return { inStep };
  if (store.image === null) return { inStep: CLEAR_WORD };
  const { images } = knownImages(base.product(product.store.id));
  const before = inStep === CLEAR_WORD ? '' : inStep;
  const shown = shownImage(store, { inStep: before, product: product.store, images });
  const media = shown.kind === 'not-read' ? undefined : shown.media;
  const sides = { url: '', shown, value, store };
  if (inStep === CLEAR_WORD)
    return { inStep, ...differing({ ...sides, shown: { kind: 'other', media } }, context) };
  if (!media) {
    draft.sayOf(value, 'skipped', STILL_PROCESSING, store.id);
    return { inStep };
  }
  if (chooseImage(sides, context) !== 'send') return { inStep };
  const { ref, column } = value;
  draft.actions.push({
    kind: 'detach-image',
    ref,
    column,
    productId: product.store.id,
    variant: store.id,
    mediaId: media.id,
    url: before || store.image,
  });
  return { inStep };
}

interface Sides {
  readonly url: string;
  readonly shown: ShownImage;
  readonly value: NonNullable<DesiredVariant['imageUrl']>;
  readonly store: StoreVariant;
}

/** An image that changed only in Shopify stays as it is there, and its row says so. */
function differing(
  { url, shown, value, store }: Sides,
  { draft }: ItemContext,
): Pick<VariantImage, 'differs'> {
  if (shown.kind !== 'other') return {};
  const differs = imageDifference(url, store.image ?? '');
  const words = (column: string) => column + differs.words;
  draft.tell(value, { status: 'differs', words, shopifyId: store.id });
  return { differs };
}

/** The three-way decision for an edited cell: whether its image is sent. */
function chooseImage({ url, shown, value, store }: Sides, context: ItemContext): 'send' | 'wait' {
  const { policy, confirmed, draft } = context;
  if (shown.kind === 'not-read' || shown.kind === 'as-before') return 'send';
  const had = store.image ?? '';
  const pair = shown.kind === 'other' ? (['before', 'before'] as const) : undefined;
  const decided = decide('sheet', 'store', pair, preferencesOf('products', policy));
  const { ref, column } = value;
  const key = `${store.id}|${VARIANT_IMAGE}|${imageKey(url)}|${imageKey(had)}`;
  const [ours, theirs] = shownSides(url, had);
  const asks = { key, ref, group: 'products', column, sheet: ours, shopify: theirs } as const;
  switch (answeredDecision(decided, key, confirmed)) {
    case 'send':
      return 'send';
    case 'keep': {
      const [sheet, to] = [canonical('variantImage', url), canonical('variantImage', had)];
      const sides = { sheet, store: to, from: url, to: had };
      draft.kept.push({ question: key, id: store.id, value: VARIANT_IMAGE, ref, column, ...sides });
      return 'wait';
    }
    case 'conflict':
      draft.conflicts.push(asks);
      draft.tell(value, {
        status: 'conflict',
        words: (name) => bothChanged(name, ours, theirs),
        shopifyId: store.id,
      });
      return 'wait';
    case 'held':
    case 'same':
    case 'drift':
      draft.unsynced.push(asks);
      draft.tell(value, {
        status: 'skipped',
        words: (name) =>
          `${name}: Shopify has ${theirs}, the sheet ${ours}. Choose in the sidebar which one counts.`,
        shopifyId: store.id,
      });
      return 'wait';
  }
}
