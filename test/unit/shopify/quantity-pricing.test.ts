import type { SetQuantities } from '../../../src/plan/model/action';
import { quantityPricingByVariantUpdate } from '../../../src/shopify/operations/quantity-pricing-by-variant-update';

const MINIMUM = 'listMinimum:variant:orderedAtLeast:USD/1/Acme';
const REF = { sheetId: 1, tab: 'Prices' };

/** A variant whose rule of six at least is removed, or is to be one of this many. */
function setMinimum(row: number, to: string | null): SetQuantities & { readonly kind: 'set-quantities' } {
  const ref = { ...REF, row };
  const none = (family: string, kind: string) =>
    ({ key: `${family}:variant:${kind}:USD/1/Acme`, now: null }) as SetQuantities['fields']['minimum'];
  return {
    kind: 'set-quantities',
    ref,
    id: `gid://shopify/ProductVariant/${row}`,
    list: 'gid://shopify/PriceList/1',
    changes: [{ key: MINIMUM, from: '6', to, sheet: to, ref, column: 'Minimum / Acme' }],
    fields: {
      minimum: { key: MINIMUM, now: '6' },
      maximum: none('listMaximum', 'orderedAtMost'),
      increment: none('listIncrement', 'orderedAtLeast'),
      quantityPrices: none('listQuantityPrices', 'byquantity_USD'),
    },
  };
}

const batchOf = (...actions: (SetQuantities & { readonly kind: 'set-quantities' })[]) =>
  ({ kind: 'set-quantities', actions }) as const;
const { request, answer } = quantityPricingByVariantUpdate;
const inputOf = (batch: ReturnType<typeof batchOf>) =>
  request(batch).variables?.input as Record<string, unknown[]>;

test('a rule that is gone already, as after an answer that was lost, counts as removed, and the others are sent again', () => {
  const batch = batchOf(setMinimum(2, '4'), setMinimum(3, null));
  expect(inputOf(batch).quantityRulesToDeleteByVariantId).toEqual(['gid://shopify/ProductVariant/3']);
  const first = answer(
    batch,
    [
      {
        code: 'QUANTITY_RULE_DELETE_RULE_NOT_FOUND',
        message: 'Quantity rule not found.',
        field: ['input', 'quantityRulesToDeleteByVariantId', '0'],
      },
    ],
    undefined,
  );
  const [again] = first.kind === 'answered' ? first.retry : [];
  const retried = again as ReturnType<typeof batchOf>;
  expect(first).toMatchObject({ kind: 'answered', refused: [] });
  expect(inputOf(retried)).toMatchObject({
    quantityRulesToAdd: [{ minimum: 4 }],
    quantityRulesToDeleteByVariantId: [],
  });
  expect(answer(retried, [], undefined)).toMatchObject({
    written: { fields: [{ [MINIMUM]: '4' }, { [MINIMUM]: null }] },
  });
});

test('a list that is gone is told on every row', () => {
  const batch = batchOf(setMinimum(2, '4'), setMinimum(3, null));
  const error = { code: 'PRICE_LIST_NOT_FOUND', message: 'Price list not found.', field: ['priceListId'] };
  expect(answer(batch, [error], undefined)).toMatchObject({
    refused: [2, 3].map((row) => ({
      ref: { row },
      message: 'Minimum / Acme: Shopify refused: Price list not found.',
    })),
    retry: [],
  });
});
