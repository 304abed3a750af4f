import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { checkFixed, checkPrices, type PriceInput, priceListNotFound, putPrices } from './price-input';
import { fixedPriceId } from './price-list';
import { shownFixedPrice } from './prices';

interface AddArgs {
  readonly priceListId: string;
  readonly prices: readonly PriceInput[];
}

/** All or nothing: with one error nothing is priced and the list of prices is empty (recorded). */
export function priceListFixedPricesAdd(args: AddArgs, { state }: ExecutionContext): Payload {
  const list = state.priceLists.get(args.priceListId);
  if (!list) return { prices: null, userErrors: [priceListNotFound] };
  const userErrors = checkPrices(state, list, 'prices', args.prices);
  if (userErrors.length > 0) return { prices: [], userErrors };
  const written = putPrices(state, list, args.prices);
  return { prices: written.flatMap((fixed) => shownFixedPrice(state, list, fixed)), userErrors: [] };
}

interface UpdateArgs {
  readonly priceListId: string;
  readonly pricesToAdd: readonly PriceInput[];
  readonly variantIdsToDelete: readonly string[];
}

/** Adds or replaces; a variant need not have had a price before (recorded). */
export function priceListFixedPricesUpdate(args: UpdateArgs, { state }: ExecutionContext): Payload {
  const { pricesToAdd, variantIdsToDelete } = args;
  const list = state.priceLists.get(args.priceListId);
  if (!list) {
    const userErrors = [priceListNotFound];
    return { priceList: null, pricesAdded: null, deletedFixedPriceVariantIds: null, userErrors };
  }
  const userErrors = [
    ...checkPrices(state, list, 'pricesToAdd', pricesToAdd),
    ...checkFixed(state, list, 'variantIdsToDelete', variantIdsToDelete),
  ];
  if (userErrors.length > 0) {
    return { priceList: list, pricesAdded: [], deletedFixedPriceVariantIds: [], userErrors };
  }
  for (const variantId of variantIdsToDelete) state.fixedPrices.delete(fixedPriceId(list.id, variantId));
  const written = putPrices(state, list, pricesToAdd);
  return {
    priceList: list,
    pricesAdded: written.flatMap((fixed) => shownFixedPrice(state, list, fixed)),
    deletedFixedPriceVariantIds: variantIdsToDelete,
    userErrors: [],
  };
}

interface DeleteArgs {
  readonly priceListId: string;
  readonly variantIds: readonly string[];
}

export function priceListFixedPricesDelete(args: DeleteArgs, { state }: ExecutionContext): Payload {
  const list = state.priceLists.get(args.priceListId);
  if (!list) return { deletedFixedPriceVariantIds: null, userErrors: [priceListNotFound] };
  const userErrors = checkFixed(state, list, 'variantIds', args.variantIds);
  if (userErrors.length > 0) return { deletedFixedPriceVariantIds: [], userErrors };
  for (const variantId of args.variantIds) state.fixedPrices.delete(fixedPriceId(list.id, variantId));
  return { deletedFixedPriceVariantIds: args.variantIds, userErrors: [] };
}
