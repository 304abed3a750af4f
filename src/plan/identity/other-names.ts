import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { handlesOf } from '../../catalog/building/join-tabs';
import { distinctRows } from '../../catalog/tab/row';
import { asHandle, optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { describeDrift } from '../compare/messages';
import type { FieldChange } from '../model/action';
import type { BaseProduct, Pair } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { optionWords, otherCase } from './former-names';
import { handleNow } from './item-name';

/** Shopify ignores capitals in names, so its spelling stays. Returns the spelling of the row. */
export function sayOtherCase(
  { ref, optionValues }: Pick<DesiredVariant, 'ref' | 'optionValues'>,
  store: Pick<StoreVariant, 'id' | 'optionValues'>,
  { draft }: Pick<ItemContext, 'draft'>,
): string | undefined {
  const typed = otherCase(optionValues, store.optionValues);
  if (!typed) return undefined;
  // Remembered, so that nothing is read again because of it: see `markOpen`.
  const column = WORDS.options;
  const drift = describeDrift({
    column,
    key: 'sku',
    from: optionWords(store.optionValues),
    to: typed,
  });
  const advice = 'It keeps its own letters: rename the value in Shopify admin, or type it as there.';
  const told = { ref, column, name: 'options', status: 'differs' } as const;
  draft.outcomes.push({ ...told, message: `${drift} ${advice}`, shopifyId: store.id });
  return typed;
}

/**
 * Memory of a handle. Where Shopify renamed a product that its rows still find, because they are known, the
 * row says so for as long as both differ.
 */
export function planHandle(
  product: DesiredProduct,
  store: StoreProduct,
  known: BaseProduct | undefined,
  { draft }: ItemContext,
): Pair {
  const [, last, kept] = known?.handle ?? [];
  // Created under a name that Shopify wrote in another form.
  const isOwnForm = !known || (last === store.handle && !kept);
  const others = isOwnForm
    ? []
    : rowsByHandle(product, store).filter(({ handle }) => !isHandle(handle, store));
  for (const { ref, handle } of others) {
    const change = { column: 'Handle', key: 'handle', from: store.handle, to: handle } as const;
    draft.sayName({ ref, name: 'handle' }, 'differs', describeDrift(change), store.id);
  }
  const [other] = others;
  return other
    ? [nameKey(other.handle), store.handle, 'kept']
    : [nameKey(product.handle ?? store.handle), store.handle];
}

function rowsByHandle(product: DesiredProduct, { id }: Pick<StoreProduct, 'id'>) {
  return handlesOf(product).filter(({ productId }) => productId !== id);
}

/** A change of the handle, with the rows of other tabs that use the old one. */
export function withHandleRows(
  change: FieldChange,
  product: DesiredProduct,
  store: StoreProduct,
  { rowsOfHandle }: Pick<ItemContext, 'rowsOfHandle'>,
): FieldChange {
  if (change.key !== 'handle') return change;
  const loose = product.variants.flatMap(({ joined = [] }) => joined);
  const named = [...rowsByHandle(product, store), ...loose].filter(
    ({ handle }) => handle && isHandle(handle, store),
  );
  const calledBy = [...named.map(({ ref }) => ref), ...rowsOfHandle(nameKey(store.handle))];
  return calledBy.length > 0 ? { ...change, calledBy: distinctRows(calledBy) } : change;
}

/** The same for a SKU. */
export function withSkuRows(change: FieldChange, row: DesiredVariant, store: StoreVariant): FieldChange {
  const isCalled = ({ variantId, handle, optionValues, sku, fields }: DesiredVariant) =>
    !variantId && !handle && !optionValues && !fields.sku && sku === store.sku;
  const calledBy =
    change.key === 'sku' ? (row.joined ?? []).filter(isCalled).flatMap(({ rows }) => rows) : [];
  return calledBy.length > 0 ? { ...change, calledBy } : change;
}

function isHandle(typed: string, { handle }: Pick<StoreProduct, 'handle'>): boolean {
  return nameKey(typed) === nameKey(handle) || asHandle(typed) === handle;
}

/** A row that means a variant by its ID, or by its handle, and has other names for it than Shopify. */
export function sayOtherNames(row: DesiredVariant, store: StoreVariant, context: ItemContext): void {
  for (const each of [row, ...(row.joined ?? [])]) sayNames(each, store, context);
}

function sayNames(row: DesiredVariant, store: StoreVariant, context: ItemContext): void {
  const { draft, base } = context;
  const { handle, sku, optionValues, fields } = row;
  const known = base.product(store.productId)?.handle ?? [];
  const own = handleNow(store, context);
  // Created under a name that Shopify wrote in another form.
  const isOwnForm = known[0] === nameKey(handle ?? '') && !known[2];
  const say = (name: keyof typeof WORDS, from: string, to: string, advice = '') => {
    const drift = describeDrift({ column: WORDS[name], key: 'sku', from, to });
    draft.sayName({ ref: row.ref, name }, 'differs', drift + advice, store.id);
  };
  if (handle && own && !isHandle(handle, { handle: own }) && !isOwnForm) say('handle', own, handle);
  if (row.variantId !== store.id) return;
  if (sku && !fields.sku && sku !== store.sku) say('sku', store.sku, sku);
  if (optionValues && optionKey(optionValues) !== optionKey(store.optionValues))
    say('options', optionWords(store.optionValues), optionWords(optionValues), BESIDE_ID);
}

const WORDS = { handle: 'Handle', sku: 'SKU', options: 'Option values' } as const;

const BESIDE_ID =
  ' Next to a Variant ID it is not renamed: rename it in Shopify admin, or type it here as there.';
