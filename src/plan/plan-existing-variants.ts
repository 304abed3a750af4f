import type { DesiredVariant } from '../catalog/desired';
import type { ProductId } from '../catalog/gid';
import type { VariantChange } from './action';
import type { BaseVariant, GrowingStockNotes, GrowingStockPairs } from './base';
import { planFields } from './changes';
import { fileStem, findMedia, STILL_PROCESSING } from './find-media';
import { planAdjustments } from './plan-adjustments';
import type { ItemContext } from './plan-existing-product';
import { planStock } from './plan-stock';
import type { StoreProduct, StoreVariant } from './snapshot';
import { splitStock } from './split-stock';

export interface VariantPair {
  readonly row: DesiredVariant;
  readonly store: StoreVariant;
}

interface OfProduct {
  readonly store: StoreProduct;
  /** Images that new variants of it bring. */
  readonly brought: ReadonlySet<string>;
}

/**
 * Variants that Shopify has: one action for all that change in a product, and one for each stock level. Answers the
 * images that variants bring, new ones of the product among them.
 */
export function planExistingVariants(
  productId: ProductId,
  pairs: readonly VariantPair[],
  product: OfProduct | undefined,
  context: ItemContext,
): ReadonlySet<string> {
  const { draft, base } = context;
  const variants: VariantChange[] = [];
  for (const { row, store } of pairs) {
    for (const ref of row.rows) draft.say(ref, 'unchanged', '', store.id);
    const known = draft.adoptedVariant(store.id) ?? base.variant(store.id);
    const { changes, pairs: fields } = planFields(
      context,
      store.id,
      row.fields,
      store.fields,
      known?.fields ?? {},
    );
    const image = planVariantImage(row, known, product, context);
    if (changes.length > 0 || image) {
      variants.push({ id: store.id, ref: row.ref, changes, ...(image && { image }) });
    }
    const stock: GrowingStockPairs = { ...known?.stock };
    const becomesTracked = changes.some(({ key, to }) => key === 'tracked' && to === true);
    const tracked = store.fields.tracked === true || becomesTracked;
    const isOurs = known?.isOurs ?? false;
    const stockNotes: GrowingStockNotes = { ...known?.stockNotes };
    if (context.policy.groups.includes('inventory')) {
      const { levels, adjustments } = splitStock(row, store.id, context);
      planStock(levels, store, { pairs: stock, notes: stockNotes, tracked, isOurs }, context);
      planAdjustments(adjustments, store, { notes: stockNotes, tracked }, context);
    }
    draft.adopt({
      kind: 'variant',
      id: store.id,
      productId,
      inventoryItemId: store.inventoryItemId,
      sku: store.sku,
      optionValues: store.optionValues,
      fields,
      stock,
      ...(Object.keys(stockNotes).length > 0 && { stockNotes }),
      image: known?.image ?? urlOf(row),
      ...(isOurs && { isOurs }),
      ...((row.handle ?? known?.handle) && { handle: (row.handle ?? known?.handle)?.toLowerCase() }),
    });
  }
  if (variants.length > 0) draft.actions.push({ kind: 'update-variants', productId, variants });
  const own = variants.flatMap(({ image }) => (image && !image.mediaId ? image.url : []));
  return new Set([...(product?.brought ?? []), ...own]);
}

function urlOf({ imageUrl }: DesiredVariant): string {
  return imageUrl?.cell.kind === 'value' ? imageUrl.cell.value : '';
}

function planVariantImage(
  row: DesiredVariant,
  known: BaseVariant | undefined,
  product: OfProduct | undefined,
  { base, policy, draft }: ItemContext,
): VariantChange['image'] {
  const cell = row.imageUrl?.cell;
  if (cell?.kind !== 'value' || cell.value === known?.image || !policy.groups.includes('products'))
    return undefined;
  // Without a memory of what was sent, an image that Shopify shows beside the variant is not replaced.
  if (!known || !product) return undefined;
  const images = base.product(product.store.id)?.images ?? {};
  // A new picture under the old name is told from the old one by its address alone.
  const isRenewed = fileStem(cell.value) === fileStem(known.image);
  const media = isRenewed && !images[cell.value] ? undefined : findMedia(cell.value, product.store, images);
  if (media === 'processing') {
    draft.say(row.ref, 'skipped', STILL_PROCESSING, product.store.id);
    return undefined;
  }
  if (!media && product.brought.has(cell.value)) {
    // Sent here as well it would be uploaded twice.
    draft.followsUp = true;
    return undefined;
  }
  return { url: cell.value, mediaId: media?.id };
}
