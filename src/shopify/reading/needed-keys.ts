import { asHandle } from '../../catalog/values/handle';
import type { ProductNeed, SnapshotNeeds } from '../../plan/model/snapshot';
import type { LookUpSize } from './choose-way';

/** Handles that have to find a product, as typed. */
function soughtHandles({ products }: SnapshotNeeds): string[] {
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

export function lookUpSize(needs: SnapshotNeeds): LookUpSize {
  const byHandle = needs.products.filter((need) => need.handle && isFoundByHandle(need));
  const skus = loneSkus(needs).length;
  return {
    products: needs.products.filter(({ id }) => id).length,
    handles: soughtHandles(needs).length,
    skusOfHandles: byHandle.reduce((sum, need) => sum + need.skus.length, 0),
    variants: needs.variants.length - skus,
    skus,
    stock: needs.stock,
    parts: needs,
  };
}
