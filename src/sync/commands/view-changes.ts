import type { ChangeView } from '../../answers/waiting';
import { smallPhoto } from '../../catalog/tab/photo-column';
import type { RowRef } from '../../catalog/tab/row';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import type { RowItem } from '../../plan/identity/row-item';
import { photoOf } from '../../plan/media/find-media';
import type { StoreSnapshot } from '../../plan/model/snapshot';
import { LINE_WORDS, type PreviewLine } from '../../plan/preview/list-changes';
import type { RowName } from '../../plan/preview/name-rows';
import { groupsOf } from '../ground/settings';
import { tickedLimit } from '../run/run-limit';
import { MOST_TICKS, type ShownPreview } from './arguments';
import type { Wanted } from './start-run';

/** Lines that are not sent, on the same page. */
const MOST_OTHERS = 200;

interface Shown {
  readonly lines: readonly PreviewLine[];
  readonly nameOf: (ref: RowRef) => RowName;
  readonly linkTo: (item: RowItem) => string;
  /** The part of the store that was read. */
  readonly snapshot: Pick<StoreSnapshot, 'products' | 'variants'>;
  /** Reads the photos of items, where no images were read. */
  readonly readPhotos: (ids: readonly ItemId[]) => ReadonlyMap<ItemId, string>;
}

type ItemId = ProductId | VariantId;

/** Changes for a page on which each can be ticked; no list where there are too many. */
export function viewChanges({ lines, nameOf, linkTo, snapshot, readPhotos }: Shown) {
  const sent = lines.filter(({ tick }) => tick !== undefined);
  if (sent.length > MOST_TICKS) return { changeCount: sent.length, changes: [] };
  const asked = lines.filter(({ kind }) => kind === 'error' || kind === 'skipped' || kind === 'conflict');
  const listed = [...asked.slice(0, MOST_OTHERS), ...sent];
  const photoAt = photosOf(
    listed.flatMap(({ ref }) => nameOf(ref).item ?? []),
    snapshot,
    readPhotos,
  );
  const view = ({ kind, ref, change, why, tick }: PreviewLine): ChangeView => {
    const { item, ...name } = nameOf(ref);
    const { size: _, ...shown } = change;
    const photo = item && smallPhoto(photoAt(item));
    return {
      ...ref,
      ...name,
      ...shown,
      why,
      what: LINE_WORDS[kind],
      tick: tick ?? null,
      ...(item && { link: linkTo(item) }),
      ...(photo && { photo }),
    };
  };
  return {
    changeCount: sent.length,
    changes: listed.map(view),
  };
}

/** Photos of items: of the images that were read for the preview, else each is read by itself. */
function photosOf(
  items: readonly RowItem[],
  { products, variants }: Shown['snapshot'],
  readPhotos: Shown['readPhotos'],
): (item: RowItem) => string {
  if ([...products.values()].some(({ media }) => media.length > 0))
    return ({ productId, variantId }) =>
      photoOf(variantId && variants.get(variantId), products.get(productId) ?? { media: [] });
  const ids = new Set(
    items.flatMap(({ productId, variantId }): ItemId[] => [productId, ...(variantId ? [variantId] : [])]),
  );
  const photos = readPhotos([...ids]);
  return ({ productId, variantId }) => (variantId && photos.get(variantId)) || (photos.get(productId) ?? '');
}

/** A preview is sent as a whole, or as far as a person ticked it. */
export function sendingOf({ preview, ticks }: ShownPreview): Wanted {
  const groups = groupsOf(undefined);
  return ticks
    ? { groups, limit: tickedLimit(ticks), ticks }
    : { groups, limit: { kind: 'preview', id: preview } };
}
