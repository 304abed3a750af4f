import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import type { FieldChange, SetValue } from '../model/action';
import { target } from '../model/replaced-value';
import type { StoreSnapshot } from '../model/snapshot';

/** Whether Shopify keeps a field apart from its item, so that it is written by itself. */
export function isApart({ key }: { readonly key: FieldKey }): boolean {
  return fieldOf(key).writtenBy === 'values';
}

/** Changes of such fields, each refused by Shopify where it is no longer what was read. */
export function planValues(
  id: ProductId | VariantId,
  changes: readonly FieldChange[],
  { versions }: Pick<StoreSnapshot, 'versions'>,
): SetValue[] {
  return changes.filter(isApart).map((change) => ({
    kind: change.to === null ? 'clear-value' : 'set-value',
    ref: change.ref,
    id,
    change,
    version: versions?.get(target(id, change.key)) ?? null,
  }));
}

/** Those of an item that was just created. */
export function valuesOfNew(id: ProductId | VariantId, changes: readonly FieldChange[]): SetValue[] {
  return planValues(id, changes, {}).map((action) => ({ ...action, isOfNew: true }));
}
