import { openStore, setProduct, shirt } from './open-store';

const set = (directive: string): string => `mutation ($input: InventorySetQuantitiesInput!) {
  inventorySetQuantities(input: $input) ${directive} {
    inventoryAdjustmentGroup { reason changes { name delta quantityAfterChange } }
    userErrors { field message code }
  }
}`;

function openStocked() {
  const open = openStore({ locations: ['Main', 'Outlet'] });
  const { product } = open.ask(setProduct, { input: shirt });
  const [main, outlet] = open.store.state.locations.all();
  const inventoryItemId: string = product.variants.nodes[0].inventoryItem.id;
  const line = (quantity: number, changeFromQuantity: number | null, locationId = main?.id) => ({
    name: 'available',
    reason: 'correction',
    quantities: [{ inventoryItemId, locationId, quantity, changeFromQuantity }],
  });
  const available = (): number | undefined =>
    open.store.dump().products[0]?.variants[0]?.inventory.Main?.available;
  return { ...open, product, inventoryItemId, main, outlet, line, available };
}

describe('inventorySetQuantities', () => {
  test('sets what is available and shows what that does to what is on hand', () => {
    const { ask, line, available } = openStocked();
    const { inventoryAdjustmentGroup } = ask(set('@idempotent(key: "1")'), { input: line(5, 0) });
    expect(inventoryAdjustmentGroup.changes).toEqual([
      { name: 'available', delta: 5, quantityAfterChange: null },
      { name: 'on_hand', delta: 5, quantityAfterChange: null },
    ]);
    expect(available()).toBe(5);
  });

  test('refuses when the stock moved, and overwrites when told not to compare', () => {
    const { ask, line, available } = openStocked();
    const stale = ask(set('@idempotent(key: "1")'), { input: line(5, 3) });
    expect(stale.userErrors).toMatchObject([
      { field: ['input', 'quantities', '0', 'changeFromQuantity'], code: 'CHANGE_FROM_QUANTITY_STALE' },
    ]);
    expect(available()).toBe(0);
    ask(set('@idempotent(key: "2")'), { input: line(5, null) });
    expect(available()).toBe(5);
  });

  test('writes nothing when one line is wrong', () => {
    const { ask, line, available } = openStocked();
    const input = line(5, 0);
    const unknown = { ...input.quantities[0], inventoryItemId: 'gid://shopify/InventoryItem/1' };
    const { userErrors } = ask(set('@idempotent(key: "1")'), {
      input: { ...input, quantities: [...input.quantities, unknown] },
    });
    expect(userErrors).toEqual([
      {
        field: ['input', 'quantities', '1', 'inventoryItemId'],
        message: 'The specified inventory item could not be found.',
        code: 'INVALID_INVENTORY_ITEM',
      },
    ]);
    expect(available()).toBe(0);
  });

  test('changes nothing visible where the item was never stocked', () => {
    const { ask, line, outlet, store } = openStocked();
    expect(ask(set('@idempotent(key: "1")'), { input: line(5, 0, outlet?.id) }).userErrors).toEqual([]);
    expect(store.dump().products[0]?.variants[0]?.inventory).toEqual({ Main: { available: 0, onHand: 0 } });
  });

  test('demands the directive and the key changeFromQuantity from 2026-04 on', () => {
    const { graphql, line } = openStocked();
    expect(graphql(set(''), { input: line(5, 0) })).toMatchObject({
      data: { inventorySetQuantities: null },
      errors: [{ path: ['inventorySetQuantities'], extensions: { code: 'BAD_REQUEST' } }],
    });
    const input = line(5, 0);
    const { changeFromQuantity: _left, ...without } = input.quantities[0] ?? {};
    expect(
      graphql(set('@idempotent(key: "1")'), { input: { ...input, quantities: [without] } }),
    ).toMatchObject({
      errors: [
        {
          message: 'InventoryQuantityInput must include the following argument: changeFromQuantity.',
          extensions: { code: 'INVALID_FIELD_ARGUMENTS' },
        },
      ],
    });
  });

  test('takes the old way of comparing before 2026-04', () => {
    const { ask, line, available } = openStocked();
    const { changeFromQuantity: _left, ...without } = line(5, 0).quantities[0] ?? {};
    const input = { ...line(5, 0), ignoreCompareQuantity: true, quantities: [without] };
    ask(set(''), { input }, '2025-01');
    expect(available()).toBe(5);
  });
});

describe('an idempotency key', () => {
  test('answers what was stored instead of writing again', () => {
    const { ask, line, available, store } = openStocked();
    const first = ask(set('@idempotent(key: "k")'), { input: line(5, 0) });
    const level = store.state.inventoryLevels.all()[0];
    if (level)
      store.state.inventoryLevels.put({ ...level, quantities: { ...level.quantities, available: 3 } });
    expect(ask(set('@idempotent(key: "k")'), { input: line(5, 0) })).toEqual(first);
    expect(available()).toBe(3);
  });

  test('is refused with other parameters, and after an attempt that failed', () => {
    const { ask, line } = openStocked();
    ask(set('@idempotent(key: "k")'), { input: line(5, 0) });
    expect(ask(set('@idempotent(key: "k")'), { input: line(6, 5) })).toMatchObject({
      inventoryAdjustmentGroup: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' }],
    });
    ask(set('@idempotent(key: "failed")'), { input: line(6, 1) });
    expect(ask(set('@idempotent(key: "failed")'), { input: line(6, 1) }).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED' },
    ]);
  });

  test('is forgotten after 24 hours', () => {
    const { ask, line, wait, available } = openStocked();
    ask(set('@idempotent(key: "k")'), { input: line(5, 0) });
    wait(24 * 60 * 60 * 1000);
    ask(set('@idempotent(key: "k")'), { input: line(7, 5) });
    expect(available()).toBe(7);
  });
});

describe('inventoryActivate', () => {
  const activate = (key: string): string => `mutation ($item: ID!, $location: ID!, $available: Int) {
    inventoryActivate(inventoryItemId: $item, locationId: $location, available: $available) @idempotent(key: "${key}") {
      inventoryLevel { isActive quantities(names: ["available", "on_hand"]) { name quantity } }
      userErrors { field message } } }`;

  test('stocks an item, and does not take a quantity where it is stocked already', () => {
    const { ask, inventoryItemId: item, outlet } = openStocked();
    const { inventoryLevel } = ask(activate('1'), { item, location: outlet?.id, available: 4 });
    expect(inventoryLevel).toEqual({
      isActive: true,
      quantities: [
        { name: 'available', quantity: 4 },
        { name: 'on_hand', quantity: 4 },
      ],
    });
    expect(ask(activate('2'), { item, location: outlet?.id, available: 9 }).userErrors).toEqual([
      {
        field: ['available'],
        message: 'Not allowed to set available quantity when the item is already active at the location.',
      },
    ]);
  });
});

test('a product’s total inventory lags behind its stock, a variant’s quantity does not', () => {
  const { ask, line, product, wait } = openStocked();
  ask(set('@idempotent(key: "1")'), { input: line(5, 0) });
  const read =
    'query ($id: ID!) { product(id: $id) { totalInventory variants(first: 1) { nodes { inventoryQuantity } } } }';
  expect(ask(read, { id: product.id })).toEqual({
    totalInventory: 0,
    variants: { nodes: [{ inventoryQuantity: 5 }] },
  });
  wait(60_000);
  expect(ask(read, { id: product.id }).totalInventory).toBe(5);
});
