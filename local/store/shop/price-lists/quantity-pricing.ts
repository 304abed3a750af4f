import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { moneyText } from '../normalise/money';
import { putPrices } from './price-input';
import { fixedPriceId, type PriceList } from './price-list';
import { checkQuantityPricing } from './quantity-pricing-checks';
import type { QuantityBreakInput, QuantityPricingInput } from './quantity-pricing-input';
import { breaksOf, putRules } from './quantity-rules';

interface Args {
  readonly priceListId: string;
  readonly input: QuantityPricingInput;
}

/** All or nothing; what is deleted goes before what is made (schema). */
export function quantityPricingByVariantUpdate(
  { priceListId, input }: Args,
  context: ExecutionContext,
): Payload {
  const { state } = context;
  const refused = (userErrors: readonly UserError[]): Payload => ({ productVariants: null, userErrors });
  const list = state.priceLists.get(priceListId);
  if (!list) return refused([userError(['priceListId'], 'Price list not found.', 'PRICE_LIST_NOT_FOUND')]);
  const before = {
    fixedPrices: new Set(state.fixedPrices.find('priceList', list.id).map(({ id }) => id)),
    rules: new Set(state.quantityRules.find('priceList', list.id).map(({ id }) => id)),
  };
  /** Within a transaction, so that what was deleted comes back where something is wrong. */
  remove(context, list, input);
  const userErrors = checkQuantityPricing(state, list, input, before);
  if (userErrors.length > 0) return refused(userErrors);
  for (const id of input.quantityPriceBreaksToDelete) state.quantityPriceBreaks.delete(id);
  putPrices(state, list, input.pricesToAdd);
  putRules(state, list, input.quantityRulesToAdd);
  for (const one of input.quantityPriceBreaksToAdd) putBreak(context, list, one);
  return {
    productVariants: variantsNamed(input).flatMap((id) => state.variants.get(id) ?? []),
    userErrors: [],
  };
}

function remove({ state }: ExecutionContext, list: PriceList, input: QuantityPricingInput): void {
  for (const id of input.pricesToDeleteByVariantId) state.fixedPrices.delete(fixedPriceId(list.id, id));
  for (const id of input.quantityRulesToDeleteByVariantId)
    state.quantityRules.delete(fixedPriceId(list.id, id));
  for (const variantId of input.quantityPriceBreaksToDeleteByVariantId ?? [])
    for (const one of breaksOf(state, list.id, variantId)) state.quantityPriceBreaks.delete(one.id);
}

/** One for each quantity: a second takes the place of the first. */
function putBreak({ state }: ExecutionContext, list: PriceList, input: QuantityBreakInput): void {
  const { variantId, minimumQuantity, price } = input;
  const known = breaksOf(state, list.id, variantId).find((one) => one.minimumQuantity === minimumQuantity);
  state.quantityPriceBreaks.put({
    id: known?.id ?? state.newId('QuantityPriceBreak'),
    priceListId: list.id,
    variantId,
    minimumQuantity,
    price: moneyText(price.amount, list.currency),
  });
}

const variantsNamed = (input: QuantityPricingInput): readonly string[] => [
  ...new Set([
    ...input.pricesToAdd.map(({ variantId }) => variantId),
    ...input.pricesToDeleteByVariantId,
    ...input.quantityRulesToAdd.map(({ variantId }) => variantId),
    ...input.quantityRulesToDeleteByVariantId,
    ...input.quantityPriceBreaksToAdd.map(({ variantId }) => variantId),
    ...(input.quantityPriceBreaksToDeleteByVariantId ?? []),
  ]),
];
