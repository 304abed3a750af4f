import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { nameKey } from '../../catalog/values/plain-name';
import { matchVariant } from '../compare/match-variant';
import type { SyncAction } from '../model/action';
import type { ItemContext } from '../model/item-context';
import type { StoreOption, StoreProduct, StoreVariant } from '../model/snapshot';
import { PlanDraft } from '../model/sync-plan';
import { planExistingVariants } from './plan-existing-variants';

interface Rename {
  readonly row: DesiredVariant;
  readonly former: StoreVariant;
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Rows that look new and have the SKU of a variant that no row means any more, from which they differ in one option value:
 * the value was corrected. Where no row has the old value left and no variant the new one, it can be renamed, which is
 * asked about. Answers the rows of which that is planned.
 */
export function planRenames(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): ReadonlySet<RowRef> {
  const { draft, policy } = context;
  const { options } = store;
  if (!options || !policy.groups.includes('products')) return new Set();
  const meant = new Set(product.variants.map((row) => matchVariant(row, store.variants)));
  const renames = product.variants.flatMap((row) => renameOf(row, meant, store));
  const planned = new Set<RowRef>();
  for (const group of groupBy(renames, ({ index, from }) => `${index} ${nameKey(from)}`).values()) {
    const { row, index, from, to } = group[0] as Rename;
    const option = options[index] as StoreOption;
    const value = option.optionValues.find(({ name }) => name === from);
    const isLeft = product.variants.some(({ optionValues }) => isValue(optionValues, index, from));
    const isTaken = option.optionValues.some(({ name }) => nameKey(name) === nameKey(to));
    if (!value || isLeft || isTaken || group.some((other) => nameKey(other.to) !== nameKey(to))) continue;
    for (const { row: own } of group) planned.add(own.ref);
    draft.actions.push({
      kind: 'rename-option-value',
      ref: row.ref,
      rows: group.map((other) => other.row.ref),
      column: option.name,
      productId: store.id,
      optionId: option.id,
      valueId: value.id,
      index,
      from,
      to,
      waiting: changesAfter(group, store, context),
    });
    // What else changes in these rows is planned once they mean their variants again.
    draft.followsUp = true;
  }
  return planned;
}

/** Other changes in these rows, as if their variants had the new name already. */
function changesAfter(
  renames: readonly Rename[],
  store: StoreProduct,
  context: ItemContext,
): readonly SyncAction[] {
  const draft = new PlanDraft();
  const pairs = renames.map(({ row, former }) => ({ row, store: former }));
  planExistingVariants(store.id, pairs, { store, brought: new Set() }, { ...context, draft });
  return draft.actions;
}

function renameOf(row: DesiredVariant, meant: ReadonlySet<unknown>, store: StoreProduct): Rename[] {
  const { optionValues: wanted, sku } = row;
  const [former, another] = store.variants.filter((variant) => sku && variant.sku === sku);
  if (!wanted || !former || another || meant.has(former)) return [];
  if (matchVariant(row, store.variants) !== 'new' || wanted.length !== former.optionValues.length) return [];
  const [first, ...more] = wanted.flatMap((_, index) =>
    isValue(wanted, index, valueAt(former, index)) ? [] : index,
  );
  if (first === undefined || more.length > 0) return [];
  return [{ row, former, index: first, from: valueAt(former, first), to: wanted[first] as string }];
}

function valueAt({ optionValues }: StoreVariant, index: number): string {
  return optionValues[index] ?? '';
}

function isValue(values: readonly string[] | undefined, index: number, value: string): boolean {
  return nameKey(values?.[index] ?? '') === nameKey(value);
}
