import { type FieldKey, fieldOf, isKeptApart } from '../../catalog/columns/columns';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import type {
  ChangePublishing,
  FieldChange,
  SetListPrice,
  SetQuantities,
  SetValue,
  SyncAction,
} from '../model/action';
import { target } from '../model/replaced-value';
import type { ShopFacts, StoreFields, StoreSnapshot } from '../model/snapshot';
import { planListPrices } from '../price-lists/plan-list-prices';
import { planQuantities } from '../price-lists/plan-quantities';

/** Whether Shopify keeps a field apart from its item, so that it is written by itself. */
export function isApart({ key }: { readonly key: FieldKey }): boolean {
  return isKeptApart(fieldOf(key));
}

interface Known {
  readonly snapshot: Pick<StoreSnapshot, 'versions' | 'variants'>;
  readonly shop: ShopFacts;
}

/** Changes of such fields, as the actions that send them. */
export function planValues(
  id: ProductId | VariantId,
  changes: readonly FieldChange[],
  { snapshot, shop }: Known,
): SyncAction[] {
  return [
    ...ownValues(id, changes, snapshot),
    ...(isVariant(id) ? inLists(id, changes, snapshot.variants.get(id)?.fields, shop) : []),
    ...(isVariant(id) ? [] : inSelections(id, changes)),
  ];
}

/** Actions for the values of an item that was just created. */
export function valuesOfNew(id: ProductId | VariantId, changes: readonly FieldChange[]): SyncAction[] {
  return [
    ...ownValues(id, changes, {}).map((action) => ({ ...action, isOfNew: true as const })),
    ...(isVariant(id) ? inLists(id, changes).map((action) => ({ ...action, isOfNew: true as const })) : []),
    ...(isVariant(id) ? [] : inSelections(id, changes)),
  ];
}

/** Prices and quantities of a variant on price lists. */
function inLists(
  id: VariantId,
  changes: readonly FieldChange[],
  store?: StoreFields,
  shop?: ShopFacts,
): (SetListPrice | SetQuantities)[] {
  return [
    ...planListPrices(id, changes, { store, ...(shop && { shop }) }),
    ...planQuantities(id, changes, store),
  ];
}

/** Values with a version each, by which Shopify refuses one that is no longer what was read. */
function ownValues(
  id: ProductId | VariantId,
  changes: readonly FieldChange[],
  { versions }: Pick<StoreSnapshot, 'versions'>,
): SetValue[] {
  return changes
    .filter(({ key }) => fieldOf(key).writtenBy === 'values')
    .map((change) => ({
      kind: change.to === null ? 'clear-value' : 'set-value',
      ref: change.ref,
      id,
      change,
      version: versions?.get(target(id, change.key)) ?? null,
    }));
}

/** Products to add to a catalog, or to remove from it. */
function inSelections(productId: ProductId, changes: readonly FieldChange[]): ChangePublishing[] {
  return changes.flatMap((change): ChangePublishing[] => {
    const { publication } = fieldOf(change.key);
    const kind = change.to === true ? 'publish' : 'unpublish';
    return publication ? [{ kind, ref: change.ref, productId, onlineStore: publication, change }] : [];
  });
}
