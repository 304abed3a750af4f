import type { DesiredCatalog } from '../catalog/building/desired';
import { cellsOf, type RowRef, type SaidInCells } from '../catalog/tab/row';
import { type Gid, isVariant, type ProductId } from '../catalog/values/gid';
import { fileName, imageKey } from '../catalog/values/image-address';
import { canonical } from './compare/canonical';
import { describeReplaced, textsOf } from './compare/describe-replaced';
import { describeGroups } from './compare/merge-groups';
import { show, updated } from './compare/messages';
import { pairOf } from './compare/pairs';
import { itemOf } from './compare/undone-marks';
import { cellsNow, placeOf } from './identity/current-cells';
import { rowItems } from './identity/row-item';
import { describeAdded } from './media/describe-images';
import { knownImages } from './media/known-images';
import type { Base, BaseRecord } from './model/base';
import type { SyncPolicy } from './model/policy';
import {
  type AddedImage,
  listedField,
  type Replaced,
  target,
  targetOf,
  type UndoEntry,
  VARIANT_IMAGE,
  valueKey,
} from './model/replaced-value';
import type { RowOutcome } from './model/row-outcome';
import type { ShopFacts } from './model/snapshot';
import { describePublishing } from './publishing/change-publishing';
import { describeSum } from './stock/adjustment';
import { foldReplaced } from './undo/fold-replaced';

interface Known {
  readonly desired: DesiredCatalog;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/**
 * Tells rows what a run sent and Shopify has, using the saved entries of the run. A killed execution has remembered more
 * than its rows say.
 */
export function sentBefore(entries: readonly UndoEntry[], known: Known): RowOutcome[] {
  const { desired, base, policy, shop } = known;
  const { values, tags, images, created } = foldReplaced(entries);
  const now = cellsNow(desired, base, policy, shop);
  const itemAt = rowItems(desired, base);
  const idAt = (ref: RowRef) => {
    const { variantId, productId } = itemAt(ref) ?? {};
    return variantId ?? productId;
  };
  const ids = new Set<string | undefined>(created.map(({ id }) => id));
  const sayValue = (one: Replaced): RowOutcome[] => {
    const cell = now.cells.get(targetOf(one));
    const isGone = !cell || cell.sheet === null;
    // A number that was added has no cell of its own any more; its row may still be in the same place.
    const places: SaidInCells = isGone && idAt(one.ref) === one.id ? one : placeOf(one, now, base);
    return cellsOf(places).flatMap(({ ref, column }) =>
      (one.kind === 'stock' && isGone ? [describeSum(one)] : describe(one, column)).map((words) =>
        updated(ref, words, one.id),
      ),
    );
  };
  const sayImage = ({ id, url }: AddedImage): RowOutcome[] => {
    const key = imageKey(url);
    const place = now.cells.get(target(id, isVariant(id) ? VARIANT_IMAGE : `image ${key}`));
    const isThere = isVariant(id)
      ? isShown(itemOf(id, base), url)
      : knownImages(base.product(id as ProductId)).images[key];
    if (!place || !isThere) return [];
    // An image that is added to a product with a variant is reported for the variant.
    const own = now.cells.get(target(idAt(place.ref) as Gid, VARIANT_IMAGE));
    if (!isVariant(id) && own?.column === place.column) return [];
    return [updated(place.ref, isVariant(id) ? describeShown(url) : describeAdded({ url }), id)];
  };
  return [
    ...desired.rows
      .filter((ref) => ids.has(idAt(ref)))
      .map((ref): RowOutcome => ({ ref, status: 'created', message: '' })),
    ...[...values.values(), ...tags.values()].filter((one) => isRemembered(one, base)).flatMap(sayValue),
    ...images.flatMap(sayImage),
  ];
}

/** Whether Shopify had the new value when it was last read; false for names and orders, which are not remembered. */
function isRemembered(replaced: Replaced, base: Base): boolean {
  const item = itemOf(replaced.id, base);
  if (replaced.kind === 'variant-image') return isShown(item, replaced.to);
  const pair = pairOf(item, valueKey(replaced));
  if (!pair) return false;
  if (replaced.kind !== 'tags') return pair[1] === textsOf(replaced).to;
  const has = pair[1].split(',');
  const isThere = (name: string) => has.includes(canonical(listedField(replaced), [name]));
  return replaced.added.every(isThere) && !replaced.removed.some(isThere);
}

const isShown = (item: BaseRecord | undefined, url: string): boolean =>
  item?.kind === 'variant' && url !== '' && imageKey(item.image) === imageKey(url);

/** Worded as the run itself would have said it. */
function describe(one: Replaced, column: string): string[] {
  if (one.kind === 'variant-image') return [describeShown(one.to)];
  if (one.kind !== 'tags')
    return [(one.kind === 'field' && describePublishing(one)) || describeReplaced({ ...one, column })];
  const { key, added, removed } = one;
  if (key) return [describeGroups(column, removed, added)];
  const parts = { added, removed };
  return Object.entries(parts).flatMap(([done, names]) =>
    names.length > 0 ? `${column} ${done}: ${names.join(', ')}` : [],
  );
}

const describeShown = (url: string): string => `Variant image: ${show(fileName(url))}`;
