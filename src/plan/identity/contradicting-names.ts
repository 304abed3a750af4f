import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { withoutRows } from '../../catalog/building/strip-rows';
import { describeRow, type RowIssue, rowKey } from '../../catalog/tab/row';
import { legacyId, type ProductId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { matchVariant } from '../compare/match-variant';
import type { ItemContext } from '../model/item-context';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { optionWords } from './former-names';
import { cutName, handleNow, productName, shortName } from './item-name';
import { anchoredItem } from './row-item';

/** A row whose names mean two different items, so that it cannot be determined which one is meant. */
export interface Contradiction {
  readonly kind: 'contradiction';
  /** `conflict` where both meant one item at the last sync. */
  readonly status: 'error' | 'conflict';
  readonly message: string;
}

/** Contradiction between a product's ID and a handle that another product has. `own`: the product of the ID. */
export function productContradiction(
  { productId, handle }: Pick<DesiredProduct, 'productId' | 'handle'>,
  own: ProductId,
  { snapshot, base }: Pick<ItemContext, 'snapshot' | 'base'>,
): Contradiction | undefined {
  const other = handle === undefined ? undefined : snapshot.productIdsByHandle.get(handle);
  if (productId !== own || !handle || !other || other === own) return undefined;
  const known = base.product(own);
  const ownHandle = snapshot.products.get(own)?.handle ?? known?.handle[1];
  return {
    kind: 'contradiction',
    status: known?.handle[0] === nameKey(handle) ? 'conflict' : 'error',
    message: contradicting(
      `The product ID ${legacyId(own)} is ${productName(own, ownHandle)}`,
      `the handle “${cutName(handle)}” is that of the product ${legacyId(other)}`,
    ),
  };
}

/** The product without the rows whose variant ID means another variant than their other names; those rows are told. */
export function withoutContradicting(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): DesiredProduct {
  const refused = new Set<string>();
  for (const row of product.variants) {
    const match = row.variantId ? matchVariant(row, store.variants) : 'new';
    const message =
      match === 'ambiguous'
        ? `The variant ID ${row.variantId && legacyId(row.variantId)} does not belong to “${store.handle}”. Check the ID or the handle.`
        : match === 'new'
          ? undefined
          : variantContradiction(row, match, store, context);
    for (const ref of message ? row.rows : []) {
      context.draft.say(ref, 'error', message ?? '', store.id);
      refused.add(rowKey(ref));
    }
  }
  return refused.size === 0 ? product : withoutRows(product, refused);
}

/** Contradiction of a variant's ID with a handle, a SKU or option values of another one; undefined where they agree. */
export function variantContradiction(
  row: DesiredVariant,
  own: StoreVariant,
  product: StoreProduct | undefined,
  context: ItemContext,
): string | undefined {
  const { snapshot, base } = context;
  if (row.variantId !== own.id) return undefined;
  const { handle, sku, optionValues } = row;
  const ownHandle = product?.handle ?? handleNow(own, context);
  const id = `The variant ID ${legacyId(own.id)} is ${shortName(own, ownHandle)}`;
  const ofHandle = handle && snapshot.productIdsByHandle.get(handle);
  if (handle && ofHandle && ofHandle !== own.productId)
    return contradicting(id, `the handle “${cutName(handle)}” is that of the product ${legacyId(ofHandle)}`);
  const sibling =
    optionValues && optionKey(optionValues) !== optionKey(own.optionValues)
      ? (product ?? snapshot.products.get(own.productId))?.variants.find(
          (each) => optionKey(each.optionValues) === optionKey(optionValues),
        )
      : undefined;
  if (sibling && optionValues)
    return contradicting(
      id,
      `“${cutName(optionWords(optionValues))}” is the variant ${legacyId(sibling.id)}`,
    );
  // Where the sheet had this variant's SKU at the last sync, its cell was edited: the guard of duplicate SKUs handles that.
  const isEdit =
    product !== undefined && row.fields.sku !== undefined && base.variant(own.id)?.fields.sku !== undefined;
  if (!sku || sku === own.sku || isEdit) return undefined;
  const other = context.ownersOfSku(sku).find(({ id }) => id !== own.id);
  return other && !context.losesSku(other.id, sku)
    ? contradicting(id, `the SKU “${cutName(sku)}” is that of the variant ${legacyId(other.id)}`)
    : undefined;
}

function contradicting(one: string, other: string): string {
  return `${one}, and ${other} in Shopify; nothing was sent to either. Correct one of them.`;
}

/** Describes the contradiction. A name that was changed in only one of two rows is no error: the other row waits. */
export function sayIssues(issues: readonly RowIssue[], context: ItemContext): void {
  const told = issues.map(({ names, ...issue }): RowOutcome => {
    const message = names && notFollowed(issue, names, context);
    return message ? { ...issue, status: 'skipped', message } : { ...issue, status: 'error' };
  });
  context.draft.outcomes.push(...told);
}

/** Nothing where neither row, or an unknown one, says what both said at the last sync. */
function notFollowed(
  { ref, column }: RowIssue,
  { key, here, there, other }: NonNullable<RowIssue['names']>,
  context: ItemContext,
): string | undefined {
  const item = anchoredItem(ref, context) ?? anchoredItem(other, context);
  const [was] = (item?.variantId && context.base.variant(item.variantId)?.fields[key]) || [];
  if (was !== here && was !== there) return undefined;
  const row = describeRow(other, ref);
  const [own, its] = [here, there].map((word) => (word ? `“${cutName(word)}”` : '[clear]'));
  return was === there
    ? `Not sent: ${column} is ${own} here and still ${its} in ${row}. Type ${own} there too, or ${its} here again.`
    : `Not sent: ${column} is ${its} in ${row} and still ${own} here. Type ${its} here too, or ${own} there again.`;
}
