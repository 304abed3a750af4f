import { inAdmin } from '../../support/in-admin';
import type { Workbench } from '../../support/workbench';
import { listOf, variantOf } from './shop';

type Bench = Pick<Workbench, 'store'>;

const NOTHING = {
  pricesToAdd: [],
  pricesToDeleteByVariantId: [],
  quantityRulesToAdd: [],
  quantityRulesToDeleteByVariantId: [],
  quantityPriceBreaksToAdd: [],
  quantityPriceBreaksToDelete: [],
  quantityPriceBreaksToDeleteByVariantId: [],
};

interface Asked {
  readonly rule?: readonly [minimum: number, maximum: number | null, increment: number];
  readonly prices?: Readonly<Record<string, string>>;
}

/** Somebody else sets quantities of a variant in Shopify. */
export function setQuantities(bench: Bench, title: string, sku: string, { rule, prices }: Asked): void {
  const list = listOf(bench, title);
  const variantId = variantOf(bench, sku)?.id;
  const input = {
    ...NOTHING,
    ...(rule && {
      quantityRulesToAdd: [{ variantId, minimum: rule[0], maximum: rule[1], increment: rule[2] }],
    }),
    ...(prices && {
      quantityPriceBreaksToDeleteByVariantId: [variantId],
      quantityPriceBreaksToAdd: Object.entries(prices).map(([from, amount]) => ({
        variantId,
        minimumQuantity: Number(from),
        price: { amount, currencyCode: list?.currency },
      })),
    }),
  };
  const { quantityPricingByVariantUpdate: answer } = inAdmin<{
    readonly quantityPricingByVariantUpdate: { readonly userErrors: readonly { readonly code: string }[] };
  }>(
    bench,
    'mutation($id:ID!,$input:QuantityPricingByVariantUpdateInput!){quantityPricingByVariantUpdate(priceListId:$id,input:$input){userErrors{code message}}}',
    { id: list?.id, input },
  );
  if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
}

/** `A 6–60 by 6`, and `A 10: 9.50`, of all lists in order. */
export function quantitiesIn({ store }: Bench): string[] {
  const { state } = store;
  const skuOf = (variantId: string) =>
    state.inventoryItems.get(state.variants.get(variantId)?.inventoryItemId ?? '')?.sku;
  const rules = state.quantityRules
    .all()
    .map(
      ({ variantId, minimum, maximum, increment }) =>
        `${skuOf(variantId)} ${minimum}–${maximum ?? ''} by ${increment}`,
    );
  const prices = state.quantityPriceBreaks
    .all()
    .map(({ variantId, minimumQuantity, price }) => `${skuOf(variantId)} ${minimumQuantity}: ${price}`);
  return [...rules, ...prices].sort();
}
