import type { RowStatus } from '../../catalog/tab/status-block';
import { isVariant } from '../../catalog/values/gid';
import { kindOf, piecesOf } from '../action-kinds';
import { describeShare } from '../compare/shown-change';
import type { SyncAction } from '../model/action';
import type { Base } from '../model/base';
import type { Planned, PlannedChanges, PlannedDeletions, PlannedNew } from '../model/planned';
import type { RowResult } from '../model/row-outcome';

export function countPlanned(actions: readonly SyncAction[], base: Pick<Base, 'variant'>): Planned {
  const create: PlannedNew = { products: 0, variants: 0, stockLevels: 0, images: 0 };
  const change: PlannedChanges = {
    prices: 0,
    stockLevels: 0,
    otherFields: 0,
    altTexts: 0,
    imageOrders: 0,
    variantImages: 0,
    optionValues: 0,
    options: 0,
  };
  const deleted: PlannedDeletions = { products: 0, variants: 0 };
  let [publish, unpublish, remove] = [0, 0, 0];
  for (const action of actions) {
    const counted = kindOf(action).count(action);
    add(create, counted.create);
    add(change, counted.change);
    add(deleted, counted.delete);
    publish += counted.publish ?? 0;
    unpublish += counted.unpublish ?? 0;
    remove += counted.remove ?? 0;
  }
  const planned = { create, change, delete: deleted, publish, unpublish, remove };
  return { ...planned, words: describePlanned(planned, itemsChanged(actions, base)) };
}

function add<Key extends string>(
  sums: Record<Key, number>,
  counted: Partial<Record<Key, number>> = {},
): void {
  for (const key of Object.keys(counted) as Key[]) sums[key] += counted[key] ?? 0;
}

interface ItemsChanged {
  readonly products: number;
  readonly variants: number;
  /** Price changes, each as a share of the old price (0.1 is 10 %). */
  readonly priceSteps: readonly number[];
}

/** Existing items with changes. */
function itemsChanged(actions: readonly SyncAction[], base: Pick<Base, 'variant'>): ItemsChanged {
  const products = new Set<string>();
  const variants = new Set<string>();
  const priceSteps: number[] = [];
  for (const action of actions) {
    // Products to publish or unpublish on the Online Store are counted separately.
    const { publish, unpublish } = kindOf(action).count(action);
    if (publish || unpublish) continue;
    for (const { item, kind, from, to, creates } of piecesOf(action)) {
      if (creates) continue;
      if (item === '') continue;
      const productId = isVariant(item) ? base.variant(item)?.productId : item;
      if (isVariant(item)) variants.add(item);
      if (productId) products.add(productId);
      if (kind === 'price' && Number(from) > 0) priceSteps.push((Number(to) - Number(from)) / Number(from));
    }
  }
  return { products: products.size, variants: variants.size, priceSteps };
}

/** `3 products, 12 variants: 14 prices (−2.1 % on average), 5 stock levels` */
function listChanged(change: PlannedChanges, { products, variants, priceSteps }: ItemsChanged): string {
  const what = listed(change);
  if (!what) return '';
  const mean = priceSteps.reduce((sum, step) => sum + step, 0) / (priceSteps.length || 1);
  const average = priceSteps.length > 0 ? ` (${describeShare(mean)} on average)` : '';
  return `${listed({ products, variants })}: ${what.replace(/^\d+ prices?/, `$&${average}`)}`;
}

/** The sentence on top of a preview: what is sent, what waits, and how much stays as it is. */
export function sumInWords({ words }: Planned, results: readonly RowResult[]): string {
  const count = (...wanted: readonly RowStatus[]) =>
    results.filter(({ status }) => wanted.includes(status)).length;
  const waiting = listed({
    errors: count('error'),
    rowsHeld: count('skipped'),
    rowsChangedInBoth: count('conflict'),
  });
  const quiet = listed({ rows: count('unchanged', 'not-compared') });
  return [
    words ? `To send: ${words}.` : 'Nothing to send.',
    ...(waiting ? [`Not sent: ${waiting}.`] : []),
    ...(quiet ? [`${quiet} without a change.`] : []),
  ].join(' ');
}

function describePlanned(
  { create, change, delete: deleted, publish, unpublish, remove }: Omit<Planned, 'words'>,
  items: ItemsChanged,
): string {
  const parts = [
    [listed(create), 'to create'],
    [listChanged(change, items), 'to change'],
    [listed(deleted), 'to delete'],
    [listed({ products: publish }), 'to publish'],
    [listed({ products: unpublish }), 'to take off the Online Store'],
    [listed({ images: remove }), 'to remove'],
  ];
  return parts.flatMap(([what, end]) => (what ? `${what} ${end}` : [])).join('; ');
}

/** `8 products, 1 stock level` */
function listed(
  counts: Readonly<Record<string, number>> | PlannedNew | PlannedChanges | PlannedDeletions,
): string {
  return Object.entries(counts)
    .flatMap(([kind, count]) => {
      const word = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return count > 0 ? `${count} ${count === 1 ? word.replace(/s\b/, '') : word}` : [];
    })
    .join(', ');
}
