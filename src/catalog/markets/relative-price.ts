import { currencyDecimals, moneyOfNumber } from '../values/money';
import type { PriceList } from './catalogs';

/** Price that applies where a price list fixes none. */
export interface RelativePrice {
  /** `10 % below the shop's price`; with the amount where the list is in the shop's currency. */
  readonly words: string;
  /** Undefined where Shopify converts it, at a rate that is not published. */
  readonly amount?: string;
}

/** The price that applies to a variant where a list has no fixed one. */
export function relativePrice(
  { percent, currency }: Pick<PriceList, 'percent' | 'currency'>,
  shop: { readonly price: string | undefined; readonly currency: string },
): RelativePrice {
  const share = `${Math.abs(percent)} % ${percent < 0 ? 'below' : 'above'} the shop's price`;
  const words = percent === 0 ? "the shop's price" : share;
  if (shop.price === undefined || shop.currency !== currency) return { words };
  const decimals = currencyDecimals(currency);
  const adjusted = Number((Number(shop.price) * (1 + percent / 100)).toFixed(decimals));
  const reading = moneyOfNumber(adjusted, decimals);
  return reading.kind === 'money'
    ? { words: `${reading.money}, ${words}`, amount: reading.money }
    : { words };
}
