import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { variantsOf } from '../state/lookups';
import type { Product } from '../state/product';
import type { StoreState } from '../state/store-state';
import { type MoneyInput, putPrices } from './price-input';
import { fixedPriceId, type PriceList } from './price-list';

interface ProductPriceInput {
  readonly productId: string;
  readonly price: MoneyInput;
  readonly compareAtPrice?: MoneyInput | null;
}

interface Args {
  readonly priceListId: string;
  readonly pricesToAdd?: readonly ProductPriceInput[] | null;
  readonly pricesToDeleteByProductIds?: readonly string[] | null;
}

/** One price for all variants of a product. Not recorded: codes and texts are the schema's. */
export function priceListFixedPricesByProductUpdate(args: Args, { state }: ExecutionContext): Payload {
  const list = state.priceLists.get(args.priceListId);
  const toAdd = args.pricesToAdd ?? [];
  const toDelete = args.pricesToDeleteByProductIds ?? [];
  const nothing = { priceList: list ?? null, pricesToAddProducts: null, pricesToDeleteProducts: null };
  if (!list) {
    const message = 'Price list does not exist.';
    return { ...nothing, userErrors: [userError(['priceListId'], message, 'PRICE_LIST_DOES_NOT_EXIST')] };
  }
  const userErrors = check(state, list, toAdd, toDelete);
  if (userErrors.length > 0) return { ...nothing, userErrors };
  for (const product of productsOf(state, toDelete)) {
    for (const { id } of variantsOf(state, product)) state.fixedPrices.delete(fixedPriceId(list.id, id));
  }
  for (const { productId, ...prices } of toAdd) {
    for (const product of productsOf(state, [productId])) {
      putPrices(
        state,
        list,
        variantsOf(state, product).map(({ id }) => ({ variantId: id, ...prices })),
      );
    }
  }
  return {
    priceList: list,
    pricesToAddProducts: productsOf(
      state,
      toAdd.map(({ productId }) => productId),
    ),
    pricesToDeleteProducts: productsOf(state, toDelete),
    userErrors: [],
  };
}

const productsOf = (state: StoreState, ids: readonly string[]): Product[] =>
  ids.flatMap((id) => state.products.get(id) ?? []);

function check(
  state: StoreState,
  list: PriceList,
  toAdd: readonly ProductPriceInput[],
  toDelete: readonly string[],
): UserError[] {
  if (toAdd.length + toDelete.length === 0) {
    return [userError(null, 'No update operations specified.', 'NO_UPDATE_OPERATIONS_SPECIFIED')];
  }
  const added = toAdd.map(({ productId }) => productId);
  const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
  if (hasTwice(added) || hasTwice(toDelete)) {
    return [userError(null, 'Duplicate ID in input.', 'DUPLICATE_ID_IN_INPUT')];
  }
  if (added.some((id) => toDelete.includes(id))) {
    const message = 'IDs must be mutually exclusive across add or delete operations.';
    return [userError(null, message, 'ID_MUST_BE_MUTUALLY_EXCLUSIVE')];
  }
  const missing = (field: readonly string[]) =>
    userError(field, 'Product does not exist.', 'PRODUCT_DOES_NOT_EXIST');
  const mismatch = (field: readonly string[]) =>
    userError(
      field,
      "The currency specified does not match the price list's currency.",
      'PRICES_TO_ADD_CURRENCY_MISMATCH',
    );
  return [
    ...toAdd.flatMap(({ productId, price, compareAtPrice }, index) => {
      const at = ['pricesToAdd', String(index)];
      if (!state.products.get(productId)) return [missing([...at, 'productId'])];
      const wrong = (field: string, money: MoneyInput | null | undefined) =>
        money && money.currencyCode !== list.currency ? [mismatch([...at, field, 'currencyCode'])] : [];
      return [...wrong('price', price), ...wrong('compareAtPrice', compareAtPrice)];
    }),
    ...toDelete.flatMap((id, index) =>
      state.products.get(id) ? [] : [missing(['pricesToDeleteByProductIds', String(index)])],
    ),
  ];
}
