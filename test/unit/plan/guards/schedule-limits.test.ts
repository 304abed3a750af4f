import fc from 'fast-check';
import { guardClock } from '../../../../src/plan/guards/schedule-limits';
import type { SyncAction, UpdateVariants } from '../../../../src/plan/model/action';
import type { SetLimits } from '../../../../src/plan/model/policy';

const ref = (row: number, sheetId = 0) => ({ sheetId, tab: sheetId === 0 ? 'Prices' : 'More', row });

function priceChange(row: number, sheetId = 0): UpdateVariants {
  const change = { key: 'price' as const, from: '10.00', to: '11.00', sheet: '11.00', column: 'Price' };
  const id = `gid://shopify/ProductVariant/${sheetId}${row}` as const;
  return {
    kind: 'update-variants',
    productId: 'gid://shopify/Product/1',
    variants: [{ id, ref: ref(row, sheetId), changes: [{ ...change, ref: ref(row, sheetId) }] }],
  };
}

function newVariant(row: number): SyncAction {
  return {
    kind: 'create-variants',
    productId: 'gid://shopify/Product/1',
    optionNames: [],
    variants: [{ ref: ref(row), optionValues: [], changes: [], blanks: [], stock: [], imageUrl: undefined }],
  };
}

const upTo = <Item>(count: number, make: (row: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index + 2));
const guard = (actions: readonly SyncAction[], rows = 100, others = 100, limits?: SetLimits) =>
  guardClock(
    actions,
    new Map([
      [0, { rows }],
      [1, { rows: others }],
    ]),
    limits,
  );

describe('the clock, alone', () => {
  test.each([
    [20, 100, 0],
    [21, 100, 21],
    [24, 24, 24],
    [5, 10, 0],
    [6, 10, 6],
    [6, 25, 6],
    [5, 25, 0],
  ])('holds of %d changes in a tab of %d rows: %d', (changes, rows, held) => {
    const guarded = guard(upTo(changes, priceChange), rows);
    expect(guarded.held).toHaveLength(held);
    expect(guarded.outcomes.map(({ status }) => status)).toEqual(Array(held).fill('skipped'));
    expect(guarded.actions).toHaveLength(changes - held);
  });

  test('says what is held, how much of the tab it is, and what to do', () => {
    expect(guard(upTo(30, priceChange)).outcomes[0]?.message).toBe(
      'Price 10.00 → 11.00 is held: 30 of 100 rows of this tab change at once, more than the schedule sends by itself. ' +
        'Confirm it in the sidebar, or choose Sync now.',
    );
  });

  test('holds and lets through by the numbers that a merchant set, of one tab alone too', () => {
    const few = { all: { newItems: 2 }, tabs: [] };
    expect(guard(upTo(2, newVariant), 100, 100, few).held).toEqual([]);
    expect(guard(upTo(3, newVariant), 100, 100, few).held).toHaveLength(3);
    const own = { all: { tabRows: 50 }, tabs: [{ sheetId: 1, limits: { tabRows: 10 } }] };
    const inBoth = [...upTo(40, priceChange), ...upTo(11, (row) => priceChange(row, 1))];
    expect(guard(inBoth, 100, 100, own).held.map(({ ref }) => ref.sheetId)).toEqual(Array(11).fill(1));
  });

  test('goes on with another tab', () => {
    const { actions, held } = guard([...upTo(30, priceChange), priceChange(2, 1)]);
    expect(held).toHaveLength(30);
    expect(actions).toEqual([priceChange(2, 1)]);
  });

  test.each([
    [20, 0],
    [21, 21],
  ])('holds of %d new items: %d', (items, held) => {
    const guarded = guard([...upTo(items, newVariant), priceChange(90)]);
    expect(guarded.held).toHaveLength(held);
    expect(guarded.actions).toHaveLength(items - held + 1);
  });

  test('neither loses an action nor sends a held one, however many there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ row: fc.nat(60), sheetId: fc.nat(1) }), {
          selector: ({ row, sheetId }) => `${sheetId}:${row}`,
        }),
        fc.nat(80),
        (places, rows) => {
          const actions = places.map(({ row, sheetId }) => priceChange(row, sheetId));
          const { actions: sent, held } = guard(actions, rows, 30);
          expect(sent.length + held.length).toBe(actions.length);
          const keys = new Set(held.map(({ ref: { sheetId, row } }) => `${sheetId}:${row}`));
          expect(sent.some((action) => keys.has(keyOf(action)))).toBe(false);
        },
      ),
    );
  });

  test('holds a quantity of another tab whose item moves stock from a tab that changes too much', () => {
    const stock = (sheetId: number) =>
      ({
        ...{
          kind: 'set-stock',
          name: 'available',
          variantId: 'v',
          inventoryItemId: 'i',
          locationId: `l${sheetId}`,
        },
        ...{
          ref: { sheetId, tab: `T${sheetId}`, row: 90 },
          column: 'Available',
          locationName: `L${sheetId}`,
        },
        ...{ from: 5, to: 5 + 3 * sheetId, sheet: 5 + 3 * sheetId },
      }) as unknown as SyncAction;
    const others = upTo(30, (row) => priceChange(row, 0));
    const { actions, held } = guard([...others, stock(0), stock(1)], 60, 60);
    expect(actions).toEqual([]);
    expect(held).toHaveLength(32);
  });

  test('names what it holds by its values, so that a confirmation lapses with them', () => {
    const [one] = guard(upTo(30, priceChange)).held;
    const dearer = upTo(30, priceChange).map((action) =>
      JSON.parse(JSON.stringify(action).replaceAll('11.00', '12.00')),
    );
    expect(guard(dearer).held[0]?.key).not.toBe(one?.key);
  });
});

function keyOf(action: SyncAction): string {
  const { sheetId, row } = (action as UpdateVariants).variants[0]!.ref;
  return `${sheetId}:${row}`;
}
