import { asHandle } from '../../catalog/values/handle';
import type { ProductNeed, SnapshotNeeds } from '../../plan/model/snapshot';

/** Handles that have to find a product, as typed. */
export function soughtHandles({ products }: SnapshotNeeds): string[] {
  return distinct(products.flatMap((need) => (need.handle && isFoundByHandle(need) ? [need.handle] : [])));
}

/** All handles to look up. */
export function typedHandles(needs: SnapshotNeeds): string[] {
  return distinct([...soughtHandles(needs), ...(needs.knownHandles ?? [])]);
}

/** As typed, and as Shopify writes what was typed: a product that was created under the one has the other. */
export function spellings(handles: readonly string[]): string[] {
  return distinct(handles.flatMap((handle) => [handle, asHandle(handle)])).filter(Boolean);
}

/** An ID that may be of another shop finds nothing for certain. */
export function isFoundByHandle({ id, isIdHint }: ProductNeed): boolean {
  return !id || isIdHint === true;
}

/** SKUs of rows that name nothing else. */
export function loneSkus({ variants }: SnapshotNeeds): string[] {
  return variants.flatMap((need) => ('sku' in need ? [need.sku] : []));
}

export function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
