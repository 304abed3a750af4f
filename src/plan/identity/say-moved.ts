import type { DesiredVariant } from '../../catalog/building/desired';
import { describeRow, type RowRef } from '../../catalog/tab/row';
import { nameKey } from '../../catalog/values/plain-name';
import type { ItemContext } from '../model/item-context';
import { formerItem, type RowWords, sayFormer, type Target } from './anchors';
import { forgetHandle, rememberNames } from './former-names';
import { handleNow, productName, shortName } from './item-name';
import { type MovedHandle, type MovedName, movedHandleMessage, movedNameMessage } from './moved-names';

/** Tells the row, and forgets the name: once the row's Shopify ID is cleared, the name is looked up as if it were new. */
export function sayMovedHandle(
  { rows, handle = '' }: Pick<DesiredVariant, 'rows' | 'handle'>,
  { known, now }: MovedHandle,
  context: ItemContext,
): void {
  const { draft, snapshot, base } = context;
  const store = snapshot.products.get(known);
  const message = movedHandleMessage(handle, { known, now }, store);
  const target = { productId: now, id: undefined, name: productName(now, handle) };
  for (const ref of rows) {
    const former = formerItem(ref, { productId: known, id: undefined }, context);
    if (former) sayFormer({ ref, words: { ...NO_WORDS, handle } }, former, target, context);
    else draft.sayName({ ref, name: 'handle' }, 'conflict', message, known);
  }
  const product = base.product(known);
  if (product) draft.adopt(forgetHandle(product, handle, store?.handle ?? ''));
  for (const variant of base.variantsOf(known)) {
    const { handle: own, ...rest } = draft.adoptedVariant(variant.id) ?? variant;
    if (own && nameKey(own) === nameKey(handle)) draft.adopt(rest);
  }
}

/** Tells the row, and forgets a name that another variant has: see `sayMovedHandle`. */
export function sayMovedName(row: DesiredVariant, moved: MovedName, context: ItemContext): void {
  const { draft, snapshot } = context;
  const { known, store, now } = moved;
  const message = movedNameMessage(moved, context);
  const found = now && snapshot.variants.get(now.id);
  const handle = found && handleNow(found, context);
  const target = {
    productId: found?.productId,
    id: now?.id,
    name: found ? shortName(found, handle) : `“${moved.word}”`,
  };
  for (const ref of row.rows) {
    const former = formerItem(ref, { productId: known.productId, id: known.id }, context);
    if (former && former.variantId === now?.id) sayWaiting(ref, row.ref, context);
    else if (former) sayFormer({ ref, words: row }, former, target, context);
    else draft.sayName({ ref, name: moved.by }, 'conflict', message, known.id);
  }
  if (now) {
    const names = rememberNames(store ?? { sku: '', optionValues: [] }, known);
    draft.adopt({ ...(draft.adoptedVariant(known.id) ?? known), ...names });
  }
}

/** Tells the swapped rows what they were before, and the item's other rows that they wait. */
export function refuseRows(
  refs: readonly RowRef[],
  swapped: readonly RowRef[],
  { target, wordsOf }: { readonly target: Target; readonly wordsOf: (ref: RowRef) => RowWords },
  context: ItemContext,
): void {
  const [first] = swapped;
  for (const ref of refs) {
    const former = formerItem(ref, target, context);
    if (former) sayFormer({ ref, words: wordsOf(ref) }, former, target, context);
    else if (first) sayWaiting(ref, first, context);
  }
}

function sayWaiting(ref: RowRef, first: RowRef, { draft }: ItemContext): void {
  draft.say(
    ref,
    'skipped',
    `Not sent: ${describeRow(first, ref)} names the same and was another item at the last sync. Mend that row first.`,
  );
}

export const NO_WORDS = { variantId: undefined, sku: undefined, optionValues: undefined };
