import { NO_STEPS } from '../../../../src/plan/guards/steps';
import { guardActions, waitingName } from '../../../../src/plan/guards/suspicious-changes';
import type { CreateProduct, UpdateVariants } from '../../../../src/plan/model/action';
import { buildBase } from '../../../../src/plan/model/build-base';
import type { StoreVariant } from '../../../../src/plan/model/snapshot';

const id = (row: number) => `gid://shopify/ProductVariant/${row}` as const;

const setSku = (row: number, from: string, to: string): UpdateVariants => {
  const ref = { sheetId: 1, tab: 'Products', row };
  const changes = [{ key: 'sku' as const, from, to, sheet: to, ref, column: 'SKU' }];
  return {
    kind: 'update-variants',
    productId: `gid://shopify/Product/${row}`,
    variants: [{ id: id(row), ref, changes }],
  };
};

const has = (row: number, sku: string): [StoreVariant['id'], StoreVariant] => [
  id(row),
  {
    id: id(row),
    productId: `gid://shopify/Product/${row}`,
    inventoryItemId: `gid://shopify/InventoryItem/${row}`,
    sku,
    optionValues: ['Default Title'],
    fields: {},
  },
];

/** The SKUs that are sent when so many of an exchange were held, and these are confirmed. */
function sentOf(confirmed: readonly number[]) {
  const actions = [setSku(2, 'S1', 'S2'), setSku(3, 'S2', 'S1')];
  const key = (row: number) => `${id(row)}|sku|${row === 2 ? 'S1|S2' : 'S2|S1'}`;
  const { actions: sent, held } = guardActions(actions, {
    desired: { products: [], variants: [] },
    snapshot: {
      products: new Map(),
      variants: new Map([has(2, 'S1'), has(3, 'S2')]),
      matchesBySku: new Map(),
      levels: new Map(),
    },
    base: buildBase([]),
    recent: () => NO_STEPS,
    confirmed: new Set(confirmed.map(key)),
    waiting: new Set([2, 3].map((row) => waitingName(key(row)))),
  });
  return { sent: sent.length, held: held.map(({ reason }) => reason) };
}

describe('two exchanged SKUs that were held', () => {
  test('are sent together when both are confirmed', () => {
    expect(sentOf([2, 3])).toEqual({ sent: 2, held: [] });
  });

  test.each([2, 3])('both wait when only row %i is confirmed, so that no SKU is doubled', (row) => {
    const { sent, held } = sentOf([row]);
    expect(sent).toBe(0);
    expect(held.join()).toMatch(/has the SKU “S\d” too until its own change is sent: confirm both together/);
  });
});

describe('a new product that shares a SKU with one that was created', () => {
  const creation = (handle: string): CreateProduct => {
    const ref = { sheetId: 1, tab: 'Products', row: 3 };
    const changes = [{ key: 'sku' as const, from: null, to: 'S1', sheet: 'S1', ref, column: 'SKU' }];
    return {
      ...{
        kind: 'create-product',
        ref,
        rows: [ref],
        handle,
        publishing: { kind: 'not-asked' },
        changes: [],
        blanks: [],
        optionNames: [],
        images: [],
      },
      note: '',
      variants: [{ ref, optionValues: [], changes, blanks: [], stock: [], imageUrl: undefined }],
    };
  };
  const guarded = (noted: string | undefined) =>
    guardActions([creation('b')], {
      desired: { products: [], variants: [] },
      snapshot: {
        products: new Map(),
        variants: new Map([has(2, 'S1')]),
        matchesBySku: new Map(),
        levels: new Map(),
      },
      base: buildBase(noted === undefined ? [] : [{ kind: 'creation', handle: noted }]),
      recent: () => NO_STEPS,
      confirmed: new Set(),
    });

  test('is held, and sent again where the answer of its creation was lost', () => {
    expect(guarded(undefined).actions).toEqual([]);
    expect(guarded('other').actions).toEqual([]);
    expect(guarded('b').actions).toHaveLength(1);
    expect(
      guarded('b')
        .outcomes.map(({ message }) => message)
        .join(),
    ).toMatch(/has the SKU “S1” too/);
  });
});
