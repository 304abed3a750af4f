import { fieldOf } from '../../catalog/columns/columns';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import type { FieldChange, SyncAction, VariantChange } from '../model/action';
import type { ShopFacts, StoreSnapshot } from '../model/snapshot';
import { planOrders } from '../options/value-order';
import { forProduct, withChannels } from '../publishing/plan-channels';
import { planPublishing } from '../publishing/plan-publishing';
import { isApart, planValues } from '../values/plan-values';

/** Field changes by item, as the actions that send them: one for each product, and one for all variants of a product. */
export function fieldActions(
  changes: ReadonlyMap<ProductId | VariantId, readonly FieldChange[]>,
  snapshot: StoreSnapshot,
  shop: ShopFacts,
): SyncAction[] {
  const actions: SyncAction[] = [];
  const variants = new Map<ProductId, VariantChange[]>();
  for (const [id, ofItem] of changes) {
    actions.push(...planValues(id, ofItem, { snapshot, shop }));
    const own = ofItem.filter((change) => !isApart(change));
    const [first] = own;
    if (!first) continue;
    if (isVariant(id)) {
      const productId = snapshot.variants.get(id)?.productId;
      if (!productId) continue;
      const siblings = variants.get(productId) ?? [];
      variants.set(productId, siblings);
      siblings.push({ id, ref: first.ref, changes: own });
    } else {
      const plain = own.filter(({ key }) => !fieldOf(key).writtenBy);
      if (plain.length > 0)
        actions.push({
          kind: 'update-product',
          ref: first.ref,
          productId: id,
          changes: plain,
          images: [],
        });
      actions.push(...planOrders(id, own, snapshot));
      actions.push(...forProduct(withChannels(planPublishing(id, own, { shop }), own, { shop }), id));
    }
  }
  for (const [productId, ofProduct] of variants)
    actions.push({ kind: 'update-variants', productId, variants: ofProduct });
  return actions;
}
