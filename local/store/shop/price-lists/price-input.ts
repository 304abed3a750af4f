import { type UserError, userError } from '../../graphql/user-errors';
import { moneyText } from '../normalise/money';
import type { StoreState } from '../state/store-state';
import { type FixedPrice, fixedPriceId, type PriceList } from './price-list';

export interface MoneyInput {
  readonly amount: string;
  readonly currencyCode: string;
}

export interface PriceInput {
  readonly variantId: string;
  readonly price: MoneyInput;
  readonly compareAtPrice?: MoneyInput | null;
}

export const priceListNotFound = userError(
  ['priceListId'],
  'Price list does not exist.',
  'PRICE_LIST_NOT_FOUND',
);

/** A variant that does not exist is named alone; otherwise both prices must be in the list's currency (recorded). */
export function checkPrices(
  state: StoreState,
  list: PriceList,
  argument: string,
  prices: readonly PriceInput[],
): UserError[] {
  return prices.flatMap(({ variantId, price, compareAtPrice }, index) => {
    const at = [argument, String(index)];
    if (!state.variants.get(variantId)) {
      return [userError([...at, 'variantId'], 'Product variant ID does not exist.', 'VARIANT_NOT_FOUND')];
    }
    const wrong = (field: string, money: MoneyInput | null | undefined) =>
      money && money.currencyCode !== list.currency ? [currencyMismatch([...at, field, 'currencyCode'])] : [];
    return [...wrong('price', price), ...wrong('compareAtPrice', compareAtPrice)];
  });
}

const currencyMismatch = (field: readonly string[]): UserError =>
  userError(
    field,
    "The specified currency does not match the price list's currency.",
    'PRICE_LIST_CURRENCY_MISMATCH',
  );

/** Only what the list itself prices can be taken off it; the text is the schema's. */
export function checkFixed(
  state: StoreState,
  list: PriceList,
  argument: string,
  variantIds: readonly string[],
): UserError[] {
  return variantIds.flatMap((variantId, index) => {
    const at = [argument, String(index)];
    if (!state.variants.get(variantId)) {
      return [userError(at, 'Product variant ID does not exist.', 'VARIANT_NOT_FOUND')];
    }
    if (state.fixedPrices.get(fixedPriceId(list.id, variantId))) return [];
    return [userError(at, 'Only fixed prices can be deleted.', 'PRICE_NOT_FIXED')];
  });
}

/** The last of several prices for one variant stays (recorded). */
export function putPrices(
  state: StoreState,
  list: PriceList,
  prices: readonly PriceInput[],
): readonly FixedPrice[] {
  const last = new Map(prices.map((price) => [price.variantId, price]));
  return [...last.values()].map(({ variantId, price, compareAtPrice }) =>
    state.fixedPrices.put({
      id: fixedPriceId(list.id, variantId),
      priceListId: list.id,
      variantId,
      price: moneyText(price.amount, list.currency),
      compareAtPrice: compareAtPrice ? moneyText(compareAtPrice.amount, list.currency) : null,
    }),
  );
}
