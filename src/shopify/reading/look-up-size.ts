import type { SnapshotNeeds } from '../../plan/model/snapshot';
import type { LookUpSize } from './choose-way';
import { isFoundByHandle, loneSkus, soughtHandles } from './needed-keys';

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
