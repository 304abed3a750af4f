import type { DesiredCatalog } from '../../catalog/building/desired';
import { groupBy } from '../../catalog/values/arrays';
import { asHandle } from '../../catalog/values/names';
import { nameKey, skuKey } from '../../catalog/values/plain-name';
import type { Base } from '../model/base';
import type { SkuOwner, StoreSnapshot } from '../model/snapshot';
import { handleNow, itemName } from './item-name';

/** Finds the variants that have a SKU in Shopify. Search lags behind the writes, so what was read counts as well as what it found. */
export function skuOwners(
  snapshot: Pick<StoreSnapshot, 'products' | 'variants' | 'matchesBySku'>,
  base: Pick<Base, 'product'>,
): (sku: string) => readonly SkuOwner[] {
  const bySku = groupBy([...snapshot.variants.values()], ({ sku }) => skuKey(sku));
  return (sku) => {
    const matches = snapshot.matchesBySku.get(sku) ?? [];
    const read = (bySku.get(skuKey(sku)) ?? []).map((variant): SkuOwner => {
      const { id, productId } = variant;
      const match = matches.find(({ variantId }) => variantId === id);
      const handle = handleNow({ handle: match?.productHandle, ...variant }, { snapshot, base });
      return { id, productId, sku: variant.sku, handle, name: itemName({ ...variant, sku: '' }, handle) };
    });
    const found = matches.flatMap(({ variantId: id, productHandle: handle }): SkuOwner[] =>
      snapshot.variants.has(id) ? [] : [{ id, sku, handle, name: `“${handle}”` }],
    );
    return [...read, ...found];
  };
}

/** Which handles of the sheet, as typed and as Shopify writes them, carry a SKU: two products may share one there. */
export function handlesBySku(desired: DesiredCatalog): ReadonlyMap<string, ReadonlySet<string>> {
  const handles = new Map<string, Set<string>>();
  for (const { handle, variants } of desired.products) {
    for (const { sku } of variants) {
      if (!sku || !handle) continue;
      const own = handles.get(sku) ?? new Set<string>();
      handles.set(sku, own.add(nameKey(handle)).add(asHandle(handle)));
    }
  }
  return handles;
}
