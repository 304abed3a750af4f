import { sumOf } from '../../catalog/values/arrays';
import { asHandle } from '../../catalog/values/names';
import type { ProductNeed, SnapshotNeeds } from '../../plan/model/snapshot';
import type { LookUpSize } from './choose-way';

/** Handles that must find a product, as typed. */
function soughtHandles({ products }: SnapshotNeeds): string[] {
  return distinct(products.flatMap((need) => (need.handle && isFoundByHandle(need) ? [need.handle] : [])));
}

/** All handles to look up. */
export function typedHandles(needs: SnapshotNeeds): string[] {
  return distinct([...soughtHandles(needs), ...(needs.knownHandles ?? [])]);
}

/** Handles as typed and as Shopify writes them: a product that was created under the first has the second. */
export function spellings(handles: readonly string[]): string[] {
  return distinct(handles.flatMap((handle) => [handle, asHandle(handle)])).filter(Boolean);
}

/** True where the handle must be looked up: there is no ID, or one that may be of another shop. */
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

/** Counts what a plan's needs ask to look up. */
export function lookUpSize(needs: SnapshotNeeds): LookUpSize {
  const byHandle = needs.products.filter((need) => need.handle && isFoundByHandle(need));
  const skus = loneSkus(needs).length;
  return {
    products: needs.products.filter(({ id }) => id).length,
    handles: soughtHandles(needs).length,
    skusOfHandles: sumOf(byHandle, ({ skus }) => skus.length),
    variants: needs.variants.length - skus,
    skus,
    stock: needs.stock,
    parts: needs,
  };
}
