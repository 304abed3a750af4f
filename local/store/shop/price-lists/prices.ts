import { money } from '../../graphql/types/values';
import { moneyText } from '../normalise/money';
import type { Variant } from '../state/product';
import type { StoreState } from '../state/store-state';
import { type FixedPrice, fixedPriceId, type PriceList } from './price-list';

/** A PriceListPrice as it is answered; `id`, that of a fixed price, only places it in a connection. */
export interface ShownPrice {
  readonly id: string;
  readonly originType: 'FIXED' | 'RELATIVE';
  readonly price: ReturnType<typeof money>;
  readonly compareAtPrice: ReturnType<typeof money> | null;
  readonly variant: Variant;
}

/** Those of variants that still exist. */
export const fixedPricesOf = (state: StoreState, list: PriceList): readonly FixedPrice[] =>
  state.fixedPrices.find('priceList', list.id).filter(({ variantId }) => state.variants.get(variantId));

export function shownFixedPrice(
  state: StoreState,
  list: PriceList,
  fixed: FixedPrice,
): readonly ShownPrice[] {
  const variant = state.variants.get(fixed.variantId);
  if (!variant) return [];
  const amount = (text: string) => money(text, list.currency);
  return [
    {
      id: fixed.id,
      originType: 'FIXED',
      price: amount(fixed.price),
      compareAtPrice: fixed.compareAtPrice === null ? null : amount(fixed.compareAtPrice),
      variant,
    },
  ];
}

/** Every variant's price on a list: its own, or the shop's price adjusted. Currencies are not converted here. */
export function shownPrices(state: StoreState, list: PriceList): readonly ShownPrice[] {
  return state.variants.all().flatMap((variant) => {
    const fixed = state.fixedPrices.get(fixedPriceId(list.id, variant.id));
    return fixed ? shownFixedPrice(state, list, fixed) : [adjustedPrice(list, variant)];
  });
}

function adjustedPrice(list: PriceList, variant: Variant): ShownPrice {
  const { adjustment, settings } = list.parent;
  const sign = adjustment.type === 'PERCENTAGE_DECREASE' ? -1 : 1;
  const factor = 1 + (sign * adjustment.value) / 100;
  const adjusted = (amount: string) => {
    const decimals = (Number(amount) * factor).toFixed(6);
    return money(moneyText(decimals, list.currency), list.currency);
  };
  const keepsCompareAt = settings.compareAtMode === 'ADJUSTED' && variant.compareAtPrice !== null;
  return {
    id: fixedPriceId(list.id, variant.id),
    originType: 'RELATIVE',
    price: adjusted(variant.price),
    compareAtPrice: keepsCompareAt && variant.compareAtPrice ? adjusted(variant.compareAtPrice) : null,
    variant,
  };
}
