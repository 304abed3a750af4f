import { fieldOf } from '../../catalog/columns/columns';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import type { FieldChange, SyncAction, VariantChange } from '../model/action';
import type { ShopFacts, StoreSnapshot } from '../model/snapshot';
import { planPublishing } from '../publishing/plan-publishing';

/** Field changes by item, as the actions that send them: one for each product, and one for all variants of a product. */
export function fieldActions(
  changes: ReadonlyMap<ProductId | VariantId, readonly FieldChange[]>,
  snapshot: StoreSnapshot,
  shop: ShopFacts,
): SyncAction[] {
  const actions: SyncAction[] = [];
  const variants = new Map<ProductId, VariantChange[]>();
  for (const [id, ofItem] of changes) {
    const [first] = ofItem;
    if (!first) continue;
    if (isVariant(id)) {
      const productId = snapshot.variants.get(id)?.productId;
      if (!productId) continue;
      const siblings = variants.get(productId) ?? [];
      variants.set(productId, siblings);
      siblings.push({ id, ref: first.ref, changes: ofItem });
    } else {
      const plain = ofItem.filter(({ key }) => fieldOf(key).writtenBy !== 'publishing');
      if (plain.length > 0)
        actions.push({
          kind: 'update-product',
          ref: first.ref,
          productId: id,
          changes: plain,
          images: [],
          imageOrder: [],
        });
      actions.push(...planPublishing(id, ofItem, { shop }));
    }
  }
  for (const [productId, ofProduct] of variants)
    actions.push({ kind: 'update-variants', productId, variants: ofProduct });
  return actions;
}
