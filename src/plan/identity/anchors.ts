import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { describeRow, type RowRef, rowKey } from '../../catalog/tab/row';
import { legacyId, type ProductId, type VariantId } from '../../catalog/values/gid';
import type { Anchor, Anchors } from '../model/anchor';
import type { Base, BaseProduct, BaseVariant } from '../model/base';
import type { RowOutcome } from '../model/row-outcome';
import type { PlanDraft } from '../model/sync-plan';
import { itemName } from './item-name';
import { itemOfNumber, type RowItem } from './row-item';

export interface AnchorContext {
  readonly anchors: Anchors;
  readonly base: Base;
}

export interface SwapContext extends AnchorContext {
  readonly draft: PlanDraft;
}

/** A product that looks new and whose rows were another product at the last sync; undefined where it is really new. */
export function renamedProduct(
  product: DesiredProduct,
  anchors: Anchors,
  base: Base,
): RowOutcome | undefined {
  for (const ref of product.rows) {
    const anchor = anchors.get(rowKey(ref));
    const former = anchor && productOf(anchor.id, base);
    if (!anchor || !former) continue;
    const original = otherRow(anchor, product.rows, anchors);
    return original
      ? { ref, status: 'error', message: copied(ref, original) }
      : {
          ref,
          status: 'conflict',
          message: `This row was “${former.handle[1]}” at the last sync. Type that handle again and rename it in Shopify; for a new product, clear this row's Shopify ID.`,
          shopifyId: former.id,
        };
  }
  return undefined;
}

/** The same for a variant of a known product, whose option values are in none of its rows any more. */
export function renamedVariant(row: DesiredVariant, anchors: Anchors, base: Base): RowOutcome | undefined {
  const anchor = anchors.get(rowKey(row.ref));
  const former = anchor && variantOf(anchor.id, base);
  if (!anchor || !former) return undefined;
  const original = otherRow(anchor, [row.ref], anchors);
  return original
    ? { ref: row.ref, status: 'error', message: copied(row.ref, original) }
    : {
        ref: row.ref,
        status: 'conflict',
        message: `This row was “${former.optionValues.join(' / ')}” at the last sync. Type that again and rename it in Shopify; for a new variant, clear this row's Shopify ID.`,
        shopifyId: former.id,
      };
}

/**
 * The item that a row was at the last sync where its words find another one: a column was sorted apart from the others,
 * or a name went to another item. Nobody can tell which of the two the row's values are meant for.
 */
export function formerItem(
  ref: RowRef,
  { productId, id }: { readonly productId: ProductId | undefined; readonly id: VariantId | undefined },
  { anchors, base }: AnchorContext,
): RowItem | undefined {
  const anchor = anchors.get(rowKey(ref));
  const item = anchor && itemOfNumber(anchor.id, base);
  if (!item) return undefined;
  const isSame = item.productId === productId && (!item.variantId || !id || item.variantId === id);
  return isSame ? undefined : item;
}

/** Says it on the row, which keeps the ID of what it was. */
export function sayFormer(ref: RowRef, former: RowItem, found: string, context: SwapContext): void {
  const { base, draft } = context;
  const variant = former.variantId && base.variant(former.variantId);
  const handle = base.product(former.productId)?.handle[1];
  // A product that was deleted, and whose handle another one has, has none left.
  const name =
    variant || handle ? itemName(variant, handle ?? '') : `the product ${legacyId(former.productId)}`;
  draft.say(
    ref,
    'conflict',
    `This row was ${name} at the last sync and now finds ${found}; nothing was sent to either. Type again what stood here; if the row is meant for the other, clear its Shopify ID and sync again.`,
    former.variantId ?? former.productId,
  );
}

function productOf(id: string, base: Base): BaseProduct | undefined {
  const item = itemOfNumber(id, base);
  return item && base.product(item.productId);
}

function variantOf(id: string, base: Base): BaseVariant | undefined {
  const item = itemOfNumber(id, base);
  return item?.variantId && base.variant(item.variantId);
}

/**
 * Another row of the tab with the same ID: people make a new row by copying one, with everything that stands beside it.
 * The rows of one product share its ID, and other tabs speak of the same variants.
 */
function otherRow({ ref, id }: Anchor, own: readonly RowRef[], anchors: Anchors): RowRef | undefined {
  const ownRows = new Set(own.map(rowKey));
  for (const [key, other] of anchors) {
    if (other.id === id && other.ref.sheetId === ref.sheetId && !ownRows.has(key)) return other.ref;
  }
  return undefined;
}

function copied(ref: RowRef, original: RowRef): string {
  return `This row carries the Shopify ID of ${describeRow(original, ref)}. If it is a copy, clear its Shopify ID.`;
}
