import type { DesiredVariant } from '../../catalog/building/desired';
import { legacyId, type ProductId } from '../../catalog/values/gid';
import { namedVariant } from '../compare/known-items';
import type { BaseVariant } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreSnapshot, StoreVariant } from '../model/snapshot';
import { itemName } from './item-name';

/** The product of a handle was another one at the last sync: renamed or deleted since, and the handle given away. */
export interface MovedHandle {
  readonly kind: 'moved';
  readonly known: ProductId;
  readonly now: ProductId;
}

/** `known`: the product that the rows meant at the last sync, told by their handle. */
export function movedHandle(
  handle: string | undefined,
  known: ProductId | undefined,
  { productIdsByHandle }: StoreSnapshot,
): MovedHandle | undefined {
  const now = handle === undefined ? undefined : productIdsByHandle.get(handle);
  return known && now && now !== known ? { kind: 'moved', known, now } : undefined;
}

/** Says it, and forgets the name: once the row's Shopify ID is cleared, it is looked for as if it were new. */
export function sayMovedHandle(
  { rows, handle }: Pick<DesiredVariant, 'rows' | 'handle'>,
  { known, now }: MovedHandle,
  { draft, snapshot, base }: ItemContext,
): void {
  const store = snapshot.products.get(known);
  const was = store ? `, now ${itemName(undefined, store.handle)},` : '';
  const message = movedMessage(
    `“${handle}” was the product ${legacyId(known)}${was}`,
    `the product ${legacyId(now)}`,
    store !== undefined,
  );
  for (const ref of rows) draft.say(ref, 'conflict', message, known);
  const product = base.product(known);
  if (product) draft.adopt({ ...product, handle: [null, store?.handle ?? ''] });
  for (const variant of base.variantsOf(known)) {
    const { handle: own, ...rest } = draft.adoptedVariant(variant.id) ?? variant;
    if (own) draft.adopt(rest);
  }
}

/** The variant that a row's words meant at the last sync, where they mean another one now, or none. */
export function movedVariant(
  row: DesiredVariant,
  match: StoreVariant | string,
  store: StoreProduct,
  { base }: Pick<ItemContext, 'base'>,
): BaseVariant | undefined {
  if (row.variantId && !row.isIdHint) return undefined;
  const known = namedVariant(row, base.variantsOf(store.id));
  if (!known) return undefined;
  if (typeof match !== 'string') return known.id === match.id ? undefined : known;
  return match === 'new' && store.variants.some(({ id }) => id === known.id) ? known : undefined;
}

export function sayMovedVariant(
  row: DesiredVariant,
  known: BaseVariant,
  match: StoreVariant | string,
  { store, context: { draft } }: { readonly store: StoreProduct; readonly context: ItemContext },
): void {
  const former = store.variants.find(({ id }) => id === known.id);
  const name = itemName(known, '');
  const message =
    typeof match === 'string'
      ? `${name} is ${itemName(former, '')} in Shopify now. Type that here, or rename it back in Shopify.`
      : movedMessage(
          `${name} was the variant ${legacyId(known.id)}${former ? `, now ${itemName(former, '')},` : ''}`,
          `the variant ${legacyId(match.id)}`,
          former !== undefined,
        );
  for (const ref of row.rows) draft.say(ref, 'conflict', message, known.id);
  if (typeof match !== 'string')
    draft.adopt({ ...known, sku: former?.sku ?? '', optionValues: former?.optionValues ?? [] });
}

function movedMessage(was: string, now: string, isThere: boolean): string {
  return `${was} at the last sync and is ${now} in Shopify now; nothing was sent to either. If you mean the one of now, clear this row's Shopify ID and sync again${isThere ? "; else type the other's name" : '. The other is deleted'}.`;
}
