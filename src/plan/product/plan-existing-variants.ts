import type { DesiredVariant } from '../../catalog/building/desired';
import type { FieldKey } from '../../catalog/columns/columns';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { compact } from '../../catalog/values/arrays';
import type { ProductId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { nameKey } from '../../catalog/values/plain-name';
import { planFields } from '../compare/plan-fields';
import { joinDifferences } from '../identity/differences';
import { rememberNames } from '../identity/former-names';
import { sayOtherCase, sayOtherNames, withSkuRows } from '../identity/other-names';
import { anchoredItem } from '../identity/row-item';
import { planVariantImage } from '../media/plan-variant-image';
import type { FieldChange, VariantChange } from '../model/action';
import type { Difference, GrowingStockNotes, GrowingStockPairs } from '../model/base';
import type { ItemContext, OfProduct, VariantPair } from '../model/item-context';
import { VARIANT_IMAGE } from '../model/replaced-value';
import type { StoreVariant } from '../model/snapshot';
import { whyNotListed } from '../price-lists/plan-list-prices';
import { planAdjustments } from '../stock/plan-adjustments';
import { planStock } from '../stock/plan-stock';
import { splitStock } from '../stock/set-or-adjust';
import { isApart, planValues } from '../values/plan-values';
import { withoutContradiction } from './contradicting-barcodes';
import { doubtCompareAt } from './prices';

/** A row that is refused keeps the Shopify ID of another item: it asks for nothing only because nothing of it is sent. */
function keepsOtherId(ref: RowRef, { id }: StoreVariant, context: ItemContext): boolean {
  const item = context.refused.has(rowKey(ref)) ? anchoredItem(ref, context) : undefined;
  return item?.variantId !== undefined && item.variantId !== id;
}

/** The changes without those that a price list would not take, which their rows are told. */
function takenByLists(
  changes: readonly FieldChange[],
  { fields }: DesiredVariant,
  store: StoreVariant,
  { draft }: ItemContext,
): readonly FieldChange[] {
  const isSaid = (key: FieldKey) => fields[key]?.cell.kind === 'value';
  return changes.filter((change) => {
    const why = whyNotListed(change, changes, { store: store.fields, isSaid });
    if (why) draft.tell(change, { status: 'error', words: () => why, shopifyId: store.id });
    return !why;
  });
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
    for (const ref of row.rows)
      draft.say(ref, 'unchanged', '', keepsOtherId(ref, store, context) ? undefined : store.id);
    sayOtherNames(row, store, context);
    const typedOptions = sayOtherCase(row, store, context);
    const known = draft.adoptedVariant(store.id) ?? base.variant(store.id);
    const {
      changes: plain,
      pairs: fields,
      differs: ofFields,
    } = planFields(
      context,
      store.id,
      withoutContradiction(row.fields, draft),
      store.fields,
      known?.fields ?? {},
    );
    draft.actions.push(...planValues(store.id, takenByLists(plain, row, store, context), context));
    const changes = doubtCompareAt(
      plain.filter((change) => !isApart(change)),
      store.fields,
    ).map((change) => withSkuRows(change, row, store));
    const {
      image,
      inStep,
      left,
      differs: ofImage,
    } = planVariantImage({ pair: { row, store }, known, product }, context);
    if (changes.length > 0 || image) {
      variants.push({ id: store.id, ref: row.ref, changes, ...(image && { image }) });
    }
    const stock: GrowingStockPairs = { ...known?.stock };
    const becomesTracked = changes.some(({ key, to }) => key === 'tracked' && to === true);
    const tracked = store.fields.tracked === true || becomesTracked;
    const isOurs = known?.isOurs ?? false;
    const stockNotes: GrowingStockNotes = { ...known?.stockNotes };
    const differs: Record<string, Difference> = {
      ...ofFields,
      ...(ofImage && { [VARIANT_IMAGE]: ofImage }),
    };
    if (context.policy.groups.includes('inventory')) {
      const { levels, adjustments } = splitStock(row, store.id, context);
      planStock(levels, store, { pairs: stock, notes: stockNotes, differs, tracked, isOurs }, context);
      const isForgotten = !known && context.base.wasLost();
      const ofStock = { pairs: stock, notes: stockNotes, tracked, isForgotten };
      planAdjustments(adjustments, store, ofStock, context);
    }
    draft.adopt({
      kind: 'variant',
      id: store.id,
      productId,
      inventoryItemId: store.inventoryItemId,
      ...rememberNames(store, known),
      fields,
      stock,
      ...(Object.keys(stockNotes).length > 0 && { stockNotes }),
      image: inStep,
      ...(left && { leftImage: left }),
      ...(isOurs && { isOurs }),
      ...(typedOptions && { typedOptions }),
      ...joinDifferences(differs, known, context.policy),
      ...((row.handle ?? known?.handle) && { handle: nameKey(row.handle ?? known?.handle ?? '') }),
    });
  }
  if (variants.length > 0)
    draft.actions.push({ kind: 'update-variants', productId, variants: compact(variants) });
  const own = variants.flatMap(({ image }) => (image && !image.mediaId ? imageKey(image.url) : []));
  return new Set([...(product?.brought ?? []), ...own]);
}
