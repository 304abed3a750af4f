import fc from 'fast-check';
import type { SetStock, SyncAction, UpdateVariants } from '../../src/plan/action';
import { GUARD_LIMITS, guardActions } from '../../src/plan/guards';

const ref = (row: number) => ({ sheetId: 0, tab: 'Prices', row });

function priceChange(row: number, from: string, to: string): UpdateVariants {
  const change = { key: 'price' as const, from, to, sheet: to, ref: ref(row), column: 'Price' };
  const id = `gid://shopify/ProductVariant/${row}` as const;
  return {
    kind: 'update-variants',
    productId: 'gid://shopify/Product/1',
    variants: [{ id, ref: ref(row), changes: [change] }],
  };
}

function stockChange(row: number, from: number, to: number): SetStock {
  return {
    kind: 'set-stock',
    ref: ref(row),
    column: 'Available',
    variantId: `gid://shopify/ProductVariant/${row}`,
    inventoryItemId: `gid://shopify/InventoryItem/${row}`,
    locationId: 'gid://shopify/Location/1',
    name: 'available',
    locationName: 'Shop',
    from,
    to,
    sheet: to,
  };
}

const guard = (actions: readonly SyncAction[], stockRows = 100, confirmed: readonly string[] = []) =>
  guardActions(actions, {
    sizes: new Map([[0, { rows: 100, stockRows }]]),
    confirmed: new Set(confirmed),
  });

describe('prices', () => {
  test.each([
    ['10.00', '7.00', false],
    ['49.00', '34.30', false],
    ['1.00', '0.70', false],
    ['10.00', '6.99', true],
    ['10.00', '20.00', false],
    ['10.00', '20.01', true],
    ['10.00', '0.00', true],
    ['0.00', '10.00', false],
    ['0.00', '0.00', false],
  ])('from %s to %s is held: %s', (from, to, isHeld) => {
    const { actions, held, outcomes } = guard([priceChange(2, from, to)]);
    expect(held).toHaveLength(isHeld ? 1 : 0);
    expect(actions).toHaveLength(isHeld ? 0 : 1);
    expect(outcomes.map(({ status }) => status)).toEqual(isHeld ? ['skipped'] : []);
  });

  test('a held price says from what to what, why, and what to do', () => {
    expect(guard([priceChange(2, '10.00', '5.00')]).outcomes[0]?.message).toBe(
      'Price 10.00 → 5.00 is held: it goes down by 50 %. Confirm it in the sidebar, or change the cell.',
    );
  });

  test('more than ten held prices hold the other prices of their tab as well', () => {
    const wrong = Array.from({ length: GUARD_LIMITS.heldPricesOfTab + 1 }, (_, index) =>
      priceChange(index + 2, '10.00', '1.00'),
    );
    const fine = priceChange(50, '10.00', '10.50');
    expect(guard([...wrong.slice(1), fine]).actions).toEqual([fine]);
    expect(guard([...wrong, fine]).actions).toEqual([]);
  });

  test('a variant whose price is held is still sent what else changed', () => {
    const action = priceChange(2, '10.00', '1.00');
    const sku = { key: 'sku' as const, from: 'A', to: 'B', sheet: 'B', ref: ref(2), column: 'SKU' };
    const [variant] = action.variants;
    const both = {
      ...action,
      variants: [{ ...variant, changes: [...(variant?.changes ?? []), sku] }],
    } as UpdateVariants;
    const [left] = guard([both]).actions as UpdateVariants[];
    expect(left?.variants[0]?.changes).toEqual([sku]);
  });
});

describe('stock', () => {
  const zeros = (count: number) => Array.from({ length: count }, (_, index) => stockChange(index + 2, 5, 0));

  test('nine quantities may go to 0 in a tab of any size', () => {
    expect(guard(zeros(9), 9).held).toEqual([]);
  });

  test('ten of a hundred may go to 0, and eleven are held', () => {
    expect(guard(zeros(10), 100).held).toEqual([]);
    expect(guard(zeros(11), 100).held).toHaveLength(11);
  });

  test('what was 0 before does not count', () => {
    expect(guard([...zeros(9), stockChange(40, 0, 0)], 10).held).toEqual([]);
  });
});

test('a confirmed change is sent, and another value of the same item is held again', () => {
  const [held] = guard([priceChange(2, '10.00', '5.00')]).held;
  const key = held?.key ?? '';
  expect(guard([priceChange(2, '10.00', '5.00')], 100, [key]).actions).toHaveLength(1);
  expect(guard([priceChange(2, '10.00', '4.00')], 100, [key]).held).toHaveLength(1);
  expect(guard([priceChange(2, '11.00', '5.00')], 100, [key]).held).toHaveLength(1);
});

test('nothing is lost: each change is either sent or held', () => {
  const price = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }));
  fc.assert(
    fc.property(fc.array(price, { maxLength: 60 }), fc.array(price, { maxLength: 60 }), (prices, stock) => {
      const actions: SyncAction[] = [
        ...prices.map(([from, to], index) => priceChange(index + 2, `${from}.00`, `${to}.00`)),
        ...stock.map(([from, to], index) => stockChange(index + 1000, from, to)),
      ];
      const { actions: sent, held } = guard(actions);
      expect(sent.length + held.length).toBe(actions.length);
      expect(
        guard(
          actions,
          100,
          held.map(({ key }) => key),
        ).actions,
      ).toHaveLength(actions.length);
    }),
  );
});
