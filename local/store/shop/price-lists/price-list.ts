import type { Row } from '../state/table';

interface PriceListAdjustment {
  readonly type: 'PERCENTAGE_DECREASE' | 'PERCENTAGE_INCREASE';
  readonly value: number;
}

export interface PriceList extends Row {
  readonly name: string;
  readonly currency: string;
  readonly parent: {
    readonly adjustment: PriceListAdjustment;
    readonly settings: { readonly compareAtMode: 'ADJUSTED' | 'NULLIFY' };
  };
  readonly catalogId: string | null;
}

/** A variant's own price on a list; the id is `price list|variant`. */
export interface FixedPrice extends Row {
  readonly priceListId: string;
  readonly variantId: string;
  /** In the list's currency, with its decimals. */
  readonly price: string;
  readonly compareAtPrice: string | null;
}

export const fixedPriceId = (priceListId: string, variantId: string): string => `${priceListId}|${variantId}`;

/** Quantity of a variant that may be bought from a list; the id is that of a fixed price. */
export interface QuantityRule extends Row {
  readonly priceListId: string;
  readonly variantId: string;
  readonly minimum: number;
  readonly maximum: number | null;
  readonly increment: number;
}

/** A price from so many on. */
export interface QuantityPriceBreak extends Row {
  readonly priceListId: string;
  readonly variantId: string;
  readonly minimumQuantity: number;
  readonly price: string;
}
