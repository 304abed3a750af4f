import { fieldOf } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import type { SetListPrice } from '../../plan/model/action';
import { answered, type BatchAnswer } from '../../plan/model/batch-outcome';
import type { StoreFields } from '../../plan/model/snapshot';
import { willHave } from '../../plan/price-lists/set-list-price';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import { type SetListPricesData, SetListPricesDocument } from '../documents/generated/markets';
import type { PriceListPriceInput, PriceListPriceUserErrorCode } from '../documents/generated/schema-types';
import { currencyOf } from '../queries/fields';
import { amountIn } from '../queries/markets';
import { type BatchOf, indexAfter, type OperationOf, type PayloadOf, refuseCells } from './operation';

type PriceBatch = BatchOf<'set-list-price'>;

/** Code for a price that is not fixed any more, as after a request whose answer was lost: nothing is left to remove. */
const GONE = 'PRICE_NOT_FIXED' satisfies PriceListPriceUserErrorCode;

function isRemoved(action: SetListPrice): boolean {
  return willHave(action, action.price) === null;
}

function currency(action: SetListPrice): string {
  return currencyOf(fieldOf(action.price.key));
}

/** Adds what is fixed and removes what is not any more; each variant stands in one of the two lists. */
export const priceListFixedPricesUpdate: OperationOf<PriceBatch, PayloadOf<SetListPricesData>> = {
  request({ actions }) {
    const [fixed, removed] = split(actions);
    const variables = {
      list: actions[0]?.list ?? '',
      prices: fixed.map(priceInput),
      removed: removed.map(({ id }) => id),
    };
    return writeRequest(SetListPricesDocument, variables, { cost: 11, repeatable: true });
  },
  answer(batch, errors, payload) {
    if (errors.length > 0) return withoutRefused(batch, errors);
    const added = new Map((payload?.pricesAdded ?? []).map((price) => [price.variant.id as string, price]));
    const fields = batch.actions.map((action): StoreFields => {
      const price = added.get(action.id);
      const amount = (money: { readonly amount: string } | null | undefined, asked: FieldValue | null) =>
        price ? (money ? amountIn(money.amount, currency(action)) : null) : asked;
      return {
        [action.price.key]: amount(price?.price, willHave(action, action.price)),
        [action.compareAt.key]: isRemoved(action)
          ? null
          : amount(price?.compareAtPrice, willHave(action, action.compareAt)),
      };
    });
    return answered({ fields });
  },
};

function split(
  actions: readonly SetListPrice[],
): readonly [readonly SetListPrice[], readonly SetListPrice[]] {
  return [actions.filter((action) => !isRemoved(action)), actions.filter(isRemoved)];
}

function priceInput(action: SetListPrice): PriceListPriceInput {
  const currencyCode = currency(action) as PriceListPriceInput['price']['currencyCode'];
  const money = (amount: FieldValue | null) =>
    amount === null ? null : { amount: String(amount), currencyCode };
  return {
    variantId: action.id,
    price: { amount: String(willHave(action, action.price)), currencyCode },
    compareAtPrice: money(willHave(action, action.compareAt)),
  };
}

/** Nothing was written: what is refused is told, and the others are sent again. */
function withoutRefused({ kind, actions }: PriceBatch, errors: readonly UserError[]): BatchAnswer {
  const [fixed, removed] = split(actions);
  const named = groupBy(errors, (error) => {
    const [added, gone] = [indexAfter(error, 'pricesToAdd'), indexAfter(error, 'variantIdsToDelete')];
    return added === undefined ? (gone === undefined ? undefined : removed[gone]) : fixed[added];
  });
  const of = (action: SetListPrice) => named.get(action) ?? [];
  const isGone = (action: SetListPrice) => of(action).some(({ code }) => code === GONE);
  const bad = actions.filter((action) => of(action).length > 0 && !isGone(action));
  const left = actions.filter((action) => !bad.includes(action));
  const again = (parts: readonly (readonly SetListPrice[])[]) =>
    parts.filter((part) => part.length > 0).map((part): PriceBatch => ({ kind, actions: part }));
  if (named.size === 1 && named.has(undefined)) {
    // Shopify refused without saying which, such as a list that is gone.
    const refused = actions.flatMap((action) => refuseCells(action.changes, errors));
    return answered({}, { refused });
  }
  const gone = left.filter(isGone);
  const retry = again([left.filter((action) => !isGone(action))]);
  const refused = bad.flatMap((action) => refuseCells(action.changes, of(action)));
  if (gone.length === actions.length) {
    const fields = actions.map(
      ({ price, compareAt }): StoreFields => ({ [price.key]: null, [compareAt.key]: null }),
    );
    return answered({ fields }, { refused, retry });
  }
  // What is gone already is asked for alone, and answers so.
  return answered({}, { refused, retry: [...retry, ...again([gone])] });
}
