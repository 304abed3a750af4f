import { type Field, type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { relativePrice } from '../../catalog/markets/relative-price';
import { groupBy } from '../../catalog/values/arrays';
import type { VariantId } from '../../catalog/values/gid';
import type { FieldChange, SetListPrice } from '../model/action';
import type { ShopFacts, StoreFields } from '../model/snapshot';
import { whyNotWithQuantities } from './quantities';

interface Known {
  readonly store?: StoreFields | undefined;
  readonly shop?: ShopFacts;
}

/** Fixed prices of a variant, one action for each list. */
export function planListPrices(
  id: VariantId,
  changes: readonly FieldChange[],
  { store = {}, shop }: Known = {},
): SetListPrice[] {
  const listed = changes.filter(({ key }) => fieldOf(key).soldAt?.list);
  return [...groupBy(listed, ({ key }) => fieldOf(key).soldAt?.list)].flatMap(
    ([list, own]): SetListPrice[] => {
      const [first] = own;
      const { soldAt } = fieldOf((first as FieldChange).key);
      if (!list || !first || !soldAt) return [];
      const [price, compareAt] = [soldAt.price, soldAt.compareAt].map((name) => {
        const key = name as FieldKey;
        return { key, now: store[key] ?? null };
      }) as [SetListPrice['price'], SetListPrice['compareAt']];
      const unset = shop && whatApplies(first.key, changes, { store, shop });
      const asked = own.map((change) => (change.key === price.key && unset ? { ...change, unset } : change));
      const action = {
        kind: 'set-list-price',
        ref: first.ref,
        id,
        list,
        price,
        compareAt,
        changes: asked,
      } as const;
      return [withFollowing(action)];
    },
  );
}

/** Removing the fixed price also removes its compare-at price, so both are recorded for an undo. */
function withFollowing(action: SetListPrice): SetListPrice {
  const { changes, price, compareAt } = action;
  const removed = changes.find(({ key, to }) => key === price.key && to === null);
  if (!removed || compareAt.now === null || changes.some(({ key }) => key === compareAt.key)) return action;
  const [column = ''] = fieldOf(compareAt.key).headers;
  const { ref } = removed;
  const follower: FieldChange = {
    ref,
    column,
    key: compareAt.key,
    from: compareAt.now,
    to: null,
    sheet: null,
    follows: true,
  };
  return { ...action, changes: [...changes, follower] };
}

/** The price on a list of a variant without a fixed price. */
function whatApplies(
  key: FieldKey,
  changes: readonly FieldChange[],
  { store, shop }: { readonly store: StoreFields; readonly shop: ShopFacts },
) {
  const list = listOf(fieldOf(key), shop);
  const price = changes.find((change) => isShopPrice(change.key))?.to ?? store.price;
  return (
    list && relativePrice(list, { price: price ? String(price) : undefined, currency: shop.currencyCode })
  );
}

function isShopPrice(key: FieldKey): boolean {
  const { soldAt } = fieldOf(key);
  return soldAt?.price === key && !soldAt.list;
}

function listOf({ soldAt }: Field, { families }: ShopFacts) {
  return families?.catalogs?.all.flatMap(({ list }) => list ?? []).find(({ id }) => id === soldAt?.list);
}

/** Reason why a list would refuse a change, as a sentence; `said`: fields for which the item's cells have values. */
export function whyNotListed(
  change: FieldChange,
  changes: readonly FieldChange[],
  { store = {}, isSaid }: { readonly store?: StoreFields; isSaid(key: FieldKey): boolean },
): string | undefined {
  const why = whyNotWithQuantities(change, changes, store);
  const { soldAt } = fieldOf(change.key);
  if (why || !soldAt?.list) return why;
  const [price, compareAt] = [soldAt.price as FieldKey, soldAt.compareAt as FieldKey];
  const asked = (key: FieldKey) => changes.find((each) => each.key === key);
  if (change.key === compareAt && change.to !== null) {
    const own = asked(price);
    const isFixed = (own ? own.to : (store[price] ?? null)) !== null;
    return isFixed
      ? undefined
      : `${change.column} needs a fixed price beside it. Type one into ${fieldOf(price).headers[0]}.`;
  }
  const keepsOther = change.key === price && change.to === null && (store[compareAt] ?? null) !== null;
  return keepsOther && !asked(compareAt) && isSaid(compareAt)
    ? `${change.column}: without a fixed price the compare-at price goes as well. Empty its cell, or clear it too.`
    : undefined;
}
