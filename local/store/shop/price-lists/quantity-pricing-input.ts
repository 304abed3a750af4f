import type { MoneyInput, PriceInput } from './price-input';
import type { QuantityRuleInput } from './quantity-rules';

export interface QuantityBreakInput {
  readonly variantId: string;
  readonly minimumQuantity: number;
  readonly price: MoneyInput;
}

export interface QuantityPricingInput {
  readonly pricesToAdd: readonly PriceInput[];
  readonly pricesToDeleteByVariantId: readonly string[];
  readonly quantityRulesToAdd: readonly QuantityRuleInput[];
  readonly quantityRulesToDeleteByVariantId: readonly string[];
  readonly quantityPriceBreaksToAdd: readonly QuantityBreakInput[];
  readonly quantityPriceBreaksToDelete: readonly string[];
  readonly quantityPriceBreaksToDeleteByVariantId?: readonly string[] | null;
}
