import type { DesiredImage } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import type { MediaId, ProductId } from '../../catalog/values/gid';
import { fileName, imageKey } from '../../catalog/values/image-address';
import { hashText } from '../compare/canonical';
import { answeredDecision, decide, preferencesOf } from '../compare/decide';
import { bothChanged, show } from '../compare/messages';
import type { BaseProduct, Differences } from '../model/base';
import type { ImagePlace, NewImage, ReorderImages } from '../model/image-actions';
import type { ItemContext } from '../model/item-context';
import type { StoreMedia, StoreProduct } from '../model/snapshot';
import { inSheetOrder, type KnownImages, keyOf, knownImages } from './known-images';
import { afterMoves, fewestMoves } from './moves';

export const IMAGE_ORDER = 'Image position';

interface Images {
  readonly images: readonly DesiredImage[];
  readonly store: StoreProduct;
  /** Images, as the plan has them so far. */
  readonly known: KnownImages;
  readonly added: readonly NewImage[];
  readonly base: BaseProduct | undefined;
  /** Images to be replaced, by the keys of their replacements. */
  readonly replaced: ReadonlyMap<string, StoreMedia>;
}

export interface PlannedOrder {
  readonly action?: ReorderImages;
  /** The order to set once images exist that are not there yet. */
  readonly afterwards?: { readonly now: readonly string[]; readonly wanted: readonly string[] };
  readonly places: readonly ImagePlace[];
  readonly memory: ImageMemory;
  /** Both orders, where they differ and nobody edited the sheet's order. */
  readonly differs?: Differences;
}

export type ImageMemory = Pick<BaseProduct, 'images' | 'listed' | 'shopOrder'>;

/** An image that Shopify has, or is to get under this address. */
interface Listed {
  readonly id: string;
  readonly image: DesiredImage;
}

/**
 * The order of the images that the sheet lists, three-way like any value: the sheet's, Shopify's, and both as they were
 * when they were last in step. What the sheet does not list stays between its neighbours.
 */
export function planImageOrder(own: Images, context: ItemContext): PlannedOrder {
  const { images, store, known, added, base, replaced } = own;
  const media = store.media.map(({ id }) => id as string);
  const idOf = ({ url }: DesiredImage): string | null | undefined =>
    replaced.get(imageKey(url))?.id ??
    (added.some((image) => image.url === url) ? url : known.images[imageKey(url)]);
  const now = [...media, ...added.map(({ url }) => url)];
  const listed = images.flatMap((image): Listed[] => {
    const id = image.isListed ? idOf(image) : undefined;
    return id && now.includes(id) ? [{ id, image }] : [];
  });
  const wanted = [...new Set(listed.map(({ id }) => id))];
  const has = now.filter((id) => wanted.includes(id));
  const before = rememberedOrder(base);
  const there = (ids: readonly string[]) => ids.filter((id) => wanted.includes(id) && media.includes(id));
  const fresh = wanted.filter((id) => !before.sheet.includes(id));
  const lastSheet = [...there(before.sheet), ...fresh];
  const lastStore = there(before.store);
  const hasStill = has.filter((id) => lastStore.includes(id));
  const isMoved = !areEqual(hasStill, lastStore);
  if (areEqual(wanted, has)) return { places: [], memory: memoryOf(own, wanted, has) };
  const left = memoryOf(own, lastSheet, isMoved ? [...lastStore, ...fresh] : has);
  const moves = fewestMoves(now, wanted);
  const after = afterMoves(now, moves);
  const places = listed
    .map(({ id, image: { ref, url, columns } }) => ({
      ref,
      url,
      column: columns.place,
      from: now.indexOf(id) + 1,
      to: after.indexOf(id) + 1,
    }))
    .filter(({ from, to }) => from !== to);
  const isKnown = lastSheet.length > fresh.length;
  const differs = () =>
    Object.fromEntries(
      places.map((place) => {
        const sheet = imageKey(place.url);
        return [`place ${sheet}`, { sheet, words: differing(place) }];
      }),
    );
  switch (decideOrder({ own, wanted, has, places, isKnown, isMoved, lastSheet }, context)) {
    case 'wait':
      return { places: [], memory: left };
    case 'differs':
      return { places: [], memory: left, differs: differs() };
    case 'keep':
      return { places: [], memory: memoryOf(own, wanted, has), differs: differs() };
    case 'send':
      if (added.length > 0) return { afterwards: { now, wanted }, places, memory: left };
      return {
        action: {
          kind: 'reorder-images',
          ref: places[0]?.ref ?? (listed[0] as Listed).image.ref,
          productId: store.id,
          moves: moves as ReorderImages['moves'],
          places,
          now: now as MediaId[],
          from: has as MediaId[],
          to: wanted as MediaId[],
          sheet: wanted as MediaId[],
        },
        places,
        memory: left,
      };
  }
}

interface Question {
  readonly own: Images;
  readonly wanted: readonly string[];
  readonly has: readonly string[];
  readonly places: readonly ImagePlace[];
  /** Whether the two were in step before. */
  readonly isKnown: boolean;
  /** Whether somebody gave them another order in Shopify since. */
  readonly isMoved: boolean;
  readonly lastSheet: readonly string[];
}

function decideOrder(
  { own, wanted, has, places, isKnown, isMoved, lastSheet }: Question,
  { policy, confirmed, draft, adopts }: ItemContext,
): 'send' | 'keep' | 'wait' | 'differs' {
  const { store, images, known } = own;
  const [sheet, shop] = [wanted.join(), has.join()];
  const pair = [lastSheet.join(), isMoved ? '' : shop] as const;
  const decided = adopts
    ? 'keep'
    : decide(sheet, shop, isKnown ? pair : undefined, preferencesOf('products', policy));
  const key = `${store.id}|image order|${hashText(sheet)}|${hashText(shop)}`;
  const names = (ids: readonly string[]) =>
    show(
      ids
        .map((id) =>
          fileName(images.find(({ url }) => id === (known.images[imageKey(url)] ?? url))?.url ?? ''),
        )
        .join(', '),
    );
  const [first] = places;
  if (!first) return 'keep';
  const { ref } = first;
  const sides = { sheet: names(wanted), shopify: names(has) };
  const question = { key, ref, group: 'products', column: IMAGE_ORDER, ...sides } as const;

  const tell = (status: 'differs' | 'conflict' | 'skipped', words: (place: ImagePlace) => string) => {
    for (const place of places)
      draft.outcomes.push({
        ref: place.ref,
        column: place.column ?? IMAGE_ORDER,
        status,
        message: words(place),
        shopifyId: store.id,
      });
  };
  switch (answeredDecision(decided, key, confirmed)) {
    case 'send':
      return 'send';
    case 'keep':
      tell('differs', differing);
      return 'keep';
    case 'same':
    case 'drift':
      tell('differs', differing);
      return 'differs';
    case 'conflict':
      draft.conflicts.push(question);
      tell('conflict', ({ from, to }) => bothChanged(IMAGE_ORDER, `${to}`, `${from}`));
      return 'wait';
    case 'held':
      draft.unsynced.push(question);
      tell('skipped', (place) => `${differing(place)} Choose in the sidebar which order counts.`);
      return 'wait';
  }
}

const differing = ({ from, to }: ImagePlace) => `${IMAGE_ORDER}: Shopify has ${from}, the sheet ${to}.`;

type Order = Readonly<Record<'sheet' | 'store', readonly string[]>>;

/** Both orders as they were last in step; an older saved state has only the sheet's order. */
export function rememberedOrder(base: ImageMemory | undefined): Order {
  const ids = Object.values(knownImages(base && { ...base, alts: {} }).images).map((id) => id ?? '');
  const sheet = ids.slice(0, base?.listed);
  return { sheet, store: base?.shopOrder?.map((at) => ids[at] ?? '') ?? sheet };
}

/** The images with the sheet's first, so that their number tells which ones the sheet lists. */
export function memoryOf(
  { known, images }: Pick<Images, 'known' | 'images'>,
  sheet: readonly string[],
  shop: readonly string[],
): ImageMemory {
  const inSheet = images.map(({ url }) => imageKey(url));
  const there = (ids: readonly string[]) =>
    ids.flatMap((id) => inSheet.find((key) => known.images[key] === id) ?? keyOf(known, id) ?? []);
  const keys = there(sheet);
  const order = there(shop).flatMap((key) => (keys.includes(key) ? keys.indexOf(key) : []));
  const isSame = order.every((at, index) => at === index);
  return {
    images: inSheetOrder(known.images, keys),
    listed: keys.length,
    ...(!isSame && { shopOrder: order }),
  };
}

/** The memory after images of a product were reordered; `sheet` is the order of its cells. */
export function reorderedMemory(record: BaseProduct, sheet: readonly MediaId[], shop: readonly MediaId[]) {
  const { shopOrder: _, ...rest } = record;
  return { ...rest, ...memoryOf({ known: knownImages(record), images: [] }, sheet, shop) };
}

export function placedRows(places: readonly ImagePlace[]): RowRef[] {
  return places.map(({ ref }) => ref);
}

/** `Image position 3 → 1` */
export function describePlace({ from, to }: ImagePlace): string {
  return `${IMAGE_ORDER} ${from} → ${to}`;
}

export function areEqual<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

interface Following extends Pick<PlannedOrder, 'places'> {
  readonly now: readonly string[];
  readonly wanted: readonly string[];
  readonly ids: ReadonlyMap<string, MediaId>;
}

/** The reordering to send once new images exist; `ids` has the media IDs of the new images by their addresses. */
export function ordersAfter(productId: ProductId, { now, wanted, ids, places }: Following): ReorderImages[] {
  const real = (list: readonly string[]) => list.map((id) => ids.get(id) ?? (id as MediaId));
  const [all, to] = [real(now), real(wanted)];
  const moves = fewestMoves(all, to);
  const [first] = places;
  if (!first || moves.length === 0) return [];
  const order = { moves, places, now: all, from: all.filter((id) => to.includes(id)), to, sheet: to };
  return [{ kind: 'reorder-images', ref: first.ref, productId, ...order }];
}
