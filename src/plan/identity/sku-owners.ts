import { groupBy } from '../../catalog/values/arrays';
import { skuKey } from '../../catalog/values/plain-name';
import type { Base } from '../model/base';
import type { SkuOwner, StoreSnapshot } from '../model/snapshot';
import { handleNow, itemName } from './item-name';

/** Who has a SKU in Shopify: search lags behind the writes, so what was read counts as well as what it found. */
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
