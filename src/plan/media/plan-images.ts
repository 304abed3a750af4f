import type { DesiredImage, DesiredProduct } from '../../catalog/building/desired';
import type { RowStatus } from '../../catalog/tab/status-block';
import { textIn } from '../../catalog/values/cell';
import type { MediaId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { nameKey } from '../../catalog/values/plain-name';
import { hashText } from '../compare/canonical';
import { answeredDecision, decide, preferencesOf } from '../compare/decide';
import { bothChanged, showBeside } from '../compare/messages';
import { isMarked } from '../compare/undone-marks';
import type { BaseProduct, Difference, Differences, Pair } from '../model/base';
import type { NewImage, ReplacedImage, UpdateAltText } from '../model/image-actions';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { StoreMedia, StoreProduct } from '../model/snapshot';
import { decideRefresh } from '../refresh/decide-refresh';
import { findMedia, REMOVED, STILL_PROCESSING } from './find-media';
import { type PlannedOrder, planImageOrder } from './image-order';
import {
  followAddress,
  type KnownImages,
  keyOf,
  knownImages,
  leftAlone,
  renameImage,
  SAME_BUT_FOR_QUERY,
} from './known-images';
import { findReplacements, NO_REPLACEMENTS, planReplacement, waitsForRow } from './plan-replacements';
import { unfetched } from './unseen-images';
import { ALT_TEXT } from './update-alt-text';

export interface PlannedImages {
  readonly added: readonly NewImage[];
  readonly altTexts: readonly UpdateAltText[];
  readonly known: KnownImages;
  readonly order: PlannedOrder;
  readonly differs: Differences;
  /** Failed images that the rows were not told of before. */
  readonly failed: readonly MediaId[];
  readonly replacements: readonly ReplacedImage[];
  /** Images to remove because their row has another address now. */
  readonly replaced: ReadonlySet<MediaId>;
}

/**
 * Shopify uploads an image again each time its URL is sent, so an image is sent once and remembered with the media id
 * that it became. Where that is not known and the product has images, one with the same file name is taken for it, and
 * anything else is left alone with a message.
 */
export function planImages(
  product: DesiredProduct,
  store: StoreProduct,
  base: BaseProduct | undefined,
  context: ItemContext,
): PlannedImages {
  const { policy, draft } = context;
  const known = knownImages(base);
  const added: NewImage[] = [];
  const altTexts: UpdateAltText[] = [];
  const failed: MediaId[] = [];
  const differs: Record<string, Difference> = {};
  const replacements: ReplacedImage[] = [];
  const found = { added, altTexts, known, failed, differs, replacements, replaced: new Set<MediaId>() };
  if (!isOfProducts(policy)) return { ...found, order: untouched(base) };
  const pairs = context.adopts ? NO_REPLACEMENTS : findReplacements(product, store, base);
  const ofVariants = new Set(product.variants.map(({ imageUrl }) => imageKey(textIn(imageUrl?.cell))));
  for (const image of product.images) {
    const key = imageKey(image.url);
    const { ref, columns } = image;
    const column = columns.image;
    const say = (status: RowStatus, message: string) =>
      draft.sayOf({ ref, column }, status, message, store.id);
    const leave = (words: string) => {
      say('not-synced', words);
      differs[`image ${key}`] = { sheet: key, words };
    };
    const followed = followAddress(image.url, product.images, known);
    // For an image that only a variant names, the variant's row gets the message.
    if (followed?.tells && image.isListed) say('unchanged', SAME_BUT_FOR_QUERY);
    const media = findMedia(image.url, store, known.images);
    const old = image.isListed ? pairs.of.get(key) : undefined;
    if (old && media !== 'processing' && (media ? !media.isFailed : known.images[key] === undefined))
      replacements.push(...planReplacement(image, { old, media, product, store, known }, context));
    const stays = media ? undefined : pairs.stays.get(key);
    const waits = stays && waitsForRow(image, product);
    if (stays) say(waits ? 'skipped' : 'unchanged', waits ?? stays(known));
    if (media && media !== 'processing') {
      rememberMedia(known, key, media, product.images);
      if (media.isFailed && !base?.unseen?.includes(media.id)) {
        failed.push(media.id);
        const replaces = old && keyOf(known, old.id);
        draft.outcomes.push({ ...unfetched(image, { replaces }), column, shopifyId: store.id });
      }
      const altText = planAltText(image, media, { alts: known.alts, differs, store }, context);
      if (altText) altTexts.push(altText);
    } else if (waits || (old && known.images[key] === undefined && media !== 'processing')) {
      // Added together with the steps that follow from it.
    } else if (known.images[key]) {
      leave(REMOVED);
    } else if (ofVariants.has(key)) {
      // The variant brings it, without an alt text; if it were sent here as well, it would be uploaded twice.
      known.images[key] = null;
      known.alts[key] ??= ['', ''];
    } else if (known.images[key] === undefined && media === 'processing') {
      say('skipped', STILL_PROCESSING);
    } else if (known.images[key] === undefined && (base || store.media.length === 0)) {
      added.push({ url: image.url, alt: textIn(image.alt), ref: image.ref, isListed: image.isListed });
    } else {
      known.images[key] = null;
      leave(leftAlone(image));
    }
  }
  const order = orderOf(product, { store, known, added, base, replaced: pairs.of }, context);
  // Its position is counted in the order that exists at that time.
  const isMoving = order.action !== undefined && replacements.some(({ by }) => by.mediaId);
  if (isMoving) draft.followsUp = true;
  const replaced = new Set([...pairs.of.values()].map(({ id }) => id));
  return {
    ...found,
    order,
    replaced,
    differs: { ...differs, ...order.differs },
    replacements: isMoving ? [] : replacements,
  };
}

/** Forgets what was known of the image under an address that the sheet no longer has. */
function rememberMedia(
  known: KnownImages,
  key: string,
  { id }: StoreMedia,
  images: readonly DesiredImage[],
): void {
  const before = Object.keys(known.images).find((each) => each !== key && known.images[each] === id);
  if (
    before !== undefined &&
    known.images[key] === undefined &&
    !images.some(({ url }) => imageKey(url) === before)
  )
    renameImage(known, before, key);
  known.images[key] = id;
}

/**
 * No order is remembered where no row lists an image and none did before. A row with an error may list an image, so the
 * order waits for it.
 */
function orderOf(
  { images, badRows }: DesiredProduct,
  own: Pick<PlannedImages, 'added' | 'known'> & {
    readonly store: StoreProduct;
    readonly base: BaseProduct | undefined;
    readonly replaced: ReadonlyMap<string, StoreMedia>;
  },
  context: ItemContext,
): PlannedOrder {
  const { known, base } = own;
  if (badRows.length > 0) return { places: [], memory: { ...untouched(base).memory, images: known.images } };
  if (images.some(({ isListed }) => isListed)) return planImageOrder({ images, ...own }, context);
  const memory = base?.listed ? { images: known.images, listed: 0 } : untouched(base).memory;
  return { places: [], memory: { ...memory, images: known.images } };
}

function untouched(base: BaseProduct | undefined): PlannedOrder {
  const { images = {}, listed, shopOrder } = base ?? {};
  return {
    places: [],
    memory: { images, ...(listed !== undefined && { listed }), ...(shopOrder && { shopOrder }) },
  };
}

interface AltTexts {
  readonly alts: Record<string, Pair>;
  readonly differs: Record<string, Difference>;
  readonly store: StoreProduct;
}

function planAltText(
  image: DesiredImage,
  media: StoreMedia,
  { alts, differs: found, store }: AltTexts,
  { policy, draft, confirmed, adopts, refreshes, base }: ItemContext,
): UpdateAltText | undefined {
  const key = imageKey(image.url);
  const { ref } = image;
  const column = image.columns.alt;
  const keep = (question: string, said: string | null): void => {
    const sides = { sheet: said, store: media.alt, from: said, to: media.alt };
    draft.kept.push({ question, id: store.id, value: `alt ${key}`, ref, column, ...sides });
  };
  const [said, had = '', mark] = alts[key] ?? [];
  const takes = (sheet: string | null): boolean =>
    refreshes !== undefined &&
    !refreshes.fills &&
    alts[key] !== undefined &&
    !isMarked(store.id, `alt ${key}`, base) &&
    decideRefresh({ sheet, store: media.alt, pair: [said || null, had, mark], wereEqual: said === had }) ===
      'take';
  if (image.alt.kind === 'absent' || image.alt.kind === 'blank') {
    const isFilled =
      refreshes?.fills?.sheetId === ref.sheetId && nameKey(refreshes.fills.column) === nameKey(column);
    if (image.alt.kind === 'blank' && (takes(null) || (isFilled && media.alt !== '')))
      keep(`${store.id}|alt ${key}||${hashText(media.alt)}`, null);
    else alts[key] ??= ['', media.alt];
    return undefined;
  }
  const alt = textIn(image.alt);
  const decided = decide(alt, media.alt, alts[key], preferencesOf('products', policy));
  const question = `${store.id}|alt ${key}|${hashText(alt)}|${hashText(media.alt)}`;
  const decision = answeredDecision(decided, question, confirmed);
  if (decision === 'same' || (decision === 'keep' && adopts)) alts[key] = [alt, media.alt];
  else if (decision === 'keep' || (decision === 'drift' && takes(alt))) keep(question, alt);
  else if (decision !== 'send') {
    const asks = { key: question, ref, group: 'products', column, sheet: alt, shopify: media.alt } as const;
    const tell = (status: RowStatus, message: string) =>
      draft.sayOf({ ref, column }, status, message, store.id);
    const [ours, theirs] = [showBeside(alt, media.alt), showBeside(media.alt, alt)];
    const differs = `${ALT_TEXT}: Shopify has ${theirs}, the sheet ${ours}.`;
    if (decision === 'held') {
      draft.unsynced.push(asks);
      tell('skipped', `${differs} Choose in the sidebar which one counts.`);
    } else if (decision === 'conflict') {
      draft.conflicts.push(asks);
      tell('conflict', bothChanged(ALT_TEXT, ours, theirs));
      // An undone value has its own message.
    } else if (!isMarked(store.id, `alt ${key}`, base)) {
      tell('differs', differs);
      found[`alt ${key}`] = { sheet: alt, words: differs };
    }
  }
  return decision === 'send'
    ? {
        kind: 'update-alt-text',
        ref,
        column,
        productId: store.id,
        mediaId: media.id,
        url: key,
        from: media.alt,
        alt,
        sheet: alt,
      }
    : undefined;
}
