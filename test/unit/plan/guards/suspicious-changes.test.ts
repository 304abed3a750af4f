import fc from 'fast-check';
import type { DesiredVariant } from '../../../../src/catalog/building/desired';
import type { FieldKey } from '../../../../src/catalog/columns/columns';
import { valueCell } from '../../../../src/catalog/values/cell';
import { GUARD_LIMITS } from '../../../../src/plan/guards/limits';
import { NO_STEPS, recentSteps } from '../../../../src/plan/guards/steps';
import { type GuardContext, guardActions, guardUndo } from '../../../../src/plan/guards/suspicious-changes';
import type { FieldChange, SyncAction, UpdateVariants } from '../../../../src/plan/model/action';
import { buildBase } from '../../../../src/plan/model/build-base';
import type { StoreVariant } from '../../../../src/plan/model/snapshot';
import type { SetQuantity } from '../../../../src/plan/model/stock-action';
import { catalogOf } from '../../catalog/catalog-of';

const ref = (row: number) => ({ sheetId: 0, tab: 'Prices', row });

const variantId = (row: number) => `gid://shopify/ProductVariant/${row}` as const;

function fieldsChange(
  row: number,
  ...changes: readonly (readonly [FieldKey, string | null, string | null])[]
) {
  return {
    kind: 'update-variants',
    productId: 'gid://shopify/Product/1',
    variants: [
      {
        id: variantId(row),
        ref: ref(row),
        changes: changes.map(([key, from, to]): FieldChange => {
          return { key, from, to, sheet: to ?? '', ref: ref(row), column: NAMES[key] ?? key };
        }),
      },
    ],
  } satisfies UpdateVariants;
}

const NAMES: Partial<Record<FieldKey, string>> = {
  price: 'Price',
  sku: 'SKU',
  compareAtPrice: 'Compare-at price',
};

const priceChange = (row: number, from: string, to: string) => fieldsChange(row, ['price', from, to]);

/** So many rows, each with the value before and the one after. */
const column = (key: FieldKey, values: readonly (readonly [string | null, string | null])[]) =>
  values.map(([from, to], index) => fieldsChange(index + 2, [key, from, to]));

const upTo = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

function stockChange(row: number, from: number, to: number): SetQuantity {
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

/** A tab whose cells say this, row by row, in the columns of these fields. */
function tabOf(values: readonly string[], keys: readonly FieldKey[]): readonly DesiredVariant[] {
  const { variants } = catalogOf({
    Prices: [['SKU', 'Price', 'Available'], ...values.map((_, index) => [`S-${index}`, '7.00', 7])],
  });
  return variants.map((variant, index) => {
    const at = { ref: ref(variant.ref.row), cell: valueCell(values[index] ?? '') };
    const fields = keys.map((key) => [key, { ...at, column: NAMES[key] ?? key }]);
    const stock = variant.stock.map((level) => ({ ...level, ref: at.ref }));
    return { ...variant, fields: Object.fromEntries(fields), stock };
  });
}

const FIELD_KEYS: readonly FieldKey[] = [
  'sku',
  'barcode',
  'price',
  'compareAtPrice',
  'cost',
  'vendor',
  'tracked',
];

/** A tab of which so many cells of each column hold something. */
function context(cells: number, confirmed: readonly string[] = []): GuardContext {
  return {
    desired: { products: [], variants: tabOf(upTo(cells, String), FIELD_KEYS) },
    snapshot: { products: new Map(), variants: new Map(), matchesBySku: new Map(), levels: new Map() },
    base: buildBase([]),
    recent: () => NO_STEPS,
    confirmed: new Set(confirmed),
  };
}

const guard = (actions: readonly SyncAction[], cells = 100, confirmed: readonly string[] = []) =>
  guardActions(actions, context(cells, confirmed));

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

  test.each([
    [3, 1, 3],
    [4, 1, 5],
    [4, 35, 39],
    [4, 36, 4],
    [10, 50, 60],
  ])('of %d that jump and %d that do not, these are held: %d', (wrong, fine, held) => {
    const jumping = upTo(wrong, (index) => priceChange(index + 2, `${index + 100}.00`, `${index + 10}.10`));
    const plain = upTo(fine, (index) => priceChange(index + 100, `${index + 20}.00`, `${index + 20}.50`));
    expect(guard([...jumping, ...plain]).held).toHaveLength(held);
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

  test('nine quantities may go to 0 in a tab of which they are a part', () => {
    expect(guard(zeros(9), 13).held).toEqual([]);
  });

  test.each([3, 9])('all %d quantities of a small tab are held where they go to 0', (count) => {
    expect(guard(zeros(count), count).held).toHaveLength(count);
  });

  test('ten of a hundred may go to 0, and eleven are held', () => {
    expect(guard(zeros(10), 100).held).toEqual([]);
    expect(guard(zeros(11), 100).held).toHaveLength(11);
  });

  test('what was 0 before does not count', () => {
    expect(guard([...zeros(10), stockChange(40, 0, 0)], 100).held).toEqual([]);
  });
});

describe('every guard, by the column of a tab', () => {
  const skus = (count: number, to: (index: number) => string | null) =>
    column(
      'sku',
      upTo(count, (index) => [`S-${index}`, to(index)] as const),
    );
  const around = (count: number) => (index: number) => `S-${(index + 1) % count}`;
  const price = (from: string, to: string | null) => column('price', [[from, to]]);
  const compareAt = (from: string | null, to: string | null) => column('compareAtPrice', [[from, to]]);
  const quantities = (count: number, to: (index: number) => number) =>
    upTo(count, (index) => stockChange(index + 2, index + 2, to(index)));

  test.each<[string, readonly SyncAction[], number, RegExp?]>([
    ['four SKUs that go round', skus(4, around(4)), 0],
    ['five SKUs that go round', skus(5, around(5)), 5, /rows look shifted: the 5 changed SKU values/],
    [
      'five that go round among eleven new ones',
      [
        ...skus(5, around(5)),
        ...column(
          'sku',
          upTo(6, (n) => [`T-${n}`, `U-${n}`] as const),
        ).map((action, n) => moved(action, n + 20)),
      ],
      0,
    ],
    [
      'prices that go round',
      column(
        'price',
        upTo(9, (n) => [`${10 + ((n * 4) % 9)}.00`, `${10 + (((n + 1) * 4) % 9)}.00`] as const),
      ),
      9,
      /shifted/,
    ],
    [
      'prices that are raised and meet others by chance',
      column(
        'price',
        upTo(40, (n) => [`${100 + 10 * n}.00`, `${100 + 10 * n + 10 * Math.ceil(n / 9)}.00`] as const),
      ),
      0,
    ],
    ['30 of 100 SKUs that are emptied', skus(30, () => null), 0],
    [
      '31 of 100 SKUs that are emptied',
      skus(31, () => null),
      31,
      /31 of the 100 SKU values of this tab are emptied, such as rows 2, 3 and 4 \(S-0, S-1, S-2\)/,
    ],
    ['31 of 100 SKUs that become one', skus(31, () => 'X'), 31, /become “X”/],
    [
      '31 of 100 fields that were empty',
      column(
        'cost',
        upTo(31, () => [null, '4.00'] as const),
      ),
      0,
    ],
    [
      '31 of 100 barcodes that were empty and become one',
      column(
        'barcode',
        upTo(31, () => [null, '4'] as const),
      ),
      31,
    ],
    ['a compare-at price that is emptied', compareAt('20.00', null), 0],
    ['a compare-at price × 100', compareAt('20.00', '2000.00'), 1, /goes up by 9900 %/],
    [
      'a compare-at price × 10¹⁹',
      compareAt('20.00', '200000000000000000000.00'),
      1,
      /goes up more than a thousand times/,
    ],
    ['a first compare-at price', compareAt(null, '2000.00'), 0],
    ['a price to 0', price('20.00', '0.00'), 1, /down to 0/],
    [
      'price and compare-at price that change places',
      [fieldsChange(2, ['price', '10.00', '12.00'], ['compareAtPrice', '12.00', '10.00'])],
      2,
      /change places/,
    ],
    [
      'a compare-at price that was below the price and changes places with it',
      [fieldsChange(2, ['price', '12.00', '10.00'], ['compareAtPrice', '10.00', '12.00'])],
      0,
    ],
    ['31 of 100 quantities that become 1', quantities(31, () => 1), 31, /become “1”/],
    ['30 of 100 quantities that become 1', quantities(30, () => 1), 0],
    ['31 of 100 quantities × 1000', quantities(31, (n) => (n + 2) * 1000), 31, /go up to 1000 times/],
    ['31 of 100 quantities × 10', quantities(31, (n) => (n + 2) * 10), 31, /go up to 10 times/],
    ['31 of 100 quantities × 9', quantities(31, (n) => (n + 2) * 9), 31, /multiplied by 9/],
    ['31 of 100 quantities × 9 and some', quantities(31, (n) => (n + 2) * 9 + ((n * 7) % 17)), 0],
    [
      '31 of 100 quantities to different, much higher numbers',
      quantities(31, (n) => (n + 2) * 15 + n * n),
      0,
    ],
    ['one quantity below 0', [stockChange(2, 3, -1)], 1, /below 0/],
    ['a quantity that was below 0 already', [stockChange(2, -3, -1)], 0],
    ['an adjustment below 0', [{ ...stockChange(2, 3, -1), adds: 'adjustment' as const }], 0],
    ['five of six rows of a small tab', skus(5, () => null), 5],
  ])('%s', (name, actions, held, reason = /./) => {
    const guarded = guard(actions, /small/.test(name) ? 6 : 100);
    expect(guarded.held).toHaveLength(held);
    for (const change of guarded.held) expect(change.reason).toMatch(reason);
    if (held === 0) expect(guarded.actions).toEqual(actions);
  });

  const texts = (key: FieldKey, ...values: readonly (readonly [string | null, string | null])[]) =>
    column(key, values);
  const levels = (...values: readonly (readonly [number, number])[]) =>
    values.map(([from, to], index) => stockChange(index + 2, from, to));

  test.each<[string, readonly SyncAction[], number, number?]>([
    ['three of three SKUs go round', skus(3, around(3)), 3],
    ['three of four SKUs go round', skus(3, around(3)), 3, 4],
    ['four of four titles go round', texts('title', ['A', 'B'], ['B', 'C'], ['C', 'D'], ['D', 'A']), 4],
    ['four of four quantities go round', levels([5, 8], [8, 3], [3, 6], [6, 5]), 4],
    [
      'three of three prices of which two meet others by chance',
      texts('price', ['10', '13'], ['13', '16'], ['16', '12']),
      0,
    ],
    ['three of three prices exchanged', texts('price', ['16', '13'], ['13', '18'], ['18', '16']), 3],
    [
      'three of three archived',
      texts('status', ['ACTIVE', 'ARCHIVED'], ['ACTIVE', 'ARCHIVED'], ['DRAFT', 'ARCHIVED']),
      3,
    ],
    ['three of three SKUs emptied', skus(3, () => null), 3],
    ['three of three titles made one', texts('title', ['A', 'X'], ['B', 'X'], ['C', 'X']), 3],
    ['three of three quantities × 1000', levels([1, 1000], [2, 2000], [3, 3000]), 3],
    ['three of three quantities × 10', levels([1, 10], [2, 20], [3, 30]), 3],
    ['three of three quantities to 1', levels([5, 1], [6, 1], [9, 1]), 3],
    ['one quantity × 1000', levels([6, 6000]), 1, 100],
    ['one adjustment by a thousand times', [{ ...stockChange(2, 6, 6006), adds: 'adjustment' }], 1, 100],
    ['a delivery where one was left', levels([1, 120]), 0],
    ['a first delivery', levels([0, 6000]), 0],
    ['a delivery of the same number for three of three', levels([3, 13], [4, 14], [5, 15]), 0],
    ['two of two archived', texts('status', ['ACTIVE', 'ARCHIVED'], ['ACTIVE', 'ARCHIVED']), 0],
    [
      'three of twelve no longer tracked',
      texts('tracked', ['true', 'false'], ['true', 'false'], ['true', 'false']),
      0,
      12,
    ],
    ['three of three titles that are new', texts('title', ['A', 'A 2'], ['B', 'B 2'], ['C', 'C 2']), 0],
    ['three of three prices raised', texts('price', ['10', '12'], ['12', '14'], ['14', '16']), 0],
    ['a stock take of three', levels([5, 4], [6, 3], [7, 7 + 1]), 0],
    [
      'a vendor renamed in 13 of 40 rows',
      column(
        'vendor',
        upTo(13, () => ['V0', 'V0 GmbH']),
      ),
      0,
      40,
    ],
    [
      'the vendor of all twelve renamed',
      column(
        'vendor',
        upTo(12, () => ['Acme', 'Acme GmbH']),
      ),
      0,
    ],
    [
      'the vendor of all twelve renamed, of which one was spelled otherwise',
      column(
        'vendor',
        upTo(12, (n) => [n === 3 ? 'ACME!' : 'Acme', 'Acme GmbH']),
      ),
      0,
    ],
    [
      'vendors that differed made one',
      column(
        'vendor',
        upTo(12, (n) => [`V${n % 3}`, 'Acme']),
      ),
      12,
    ],
    [
      'one title of twelve items for another',
      column(
        'title',
        upTo(12, () => ['Tee', 'T-shirt']),
      ),
      0,
    ],
    [
      'all prices of a ladder + 1',
      column(
        'price',
        upTo(30, (n) => [`${21 + n}`, `${22 + n}`]),
      ),
      0,
    ],
    [
      'all prices of a ladder - 1',
      column(
        'price',
        upTo(30, (n) => [`${50 - n}`, `${49 - n}`]),
      ),
      0,
    ],
    [
      'a ladder of prices that goes round',
      column(
        'price',
        upTo(30, (n) => [`${21 + n}`, `${21 + ((n + 1) % 30)}`]),
      ),
      30,
    ],
    [
      'a stock take of twelve of which five come out as 2',
      upTo(12, (n) => stockChange(n + 2, 3 + ((n * 7) % 11), n < 5 ? 2 : 20 + n)),
      0,
    ],
    ['a delivery to twelve that had equally many', upTo(12, (n) => stockChange(n + 2, 4, 24)), 0],
    ['seven of twelve quantities to 1', upTo(7, (n) => stockChange(n + 2, 3 + n, 1)), 7, 12],
  ])('in a small tab: %s', (_, actions, held, cells = actions.length) => {
    expect(guard(actions, cells).held).toHaveLength(held);
  });

  test('a ladder of prices one row up is known by the last one, which stays as it was', () => {
    const cells = [...upTo(29, (n) => `${22 + n}`), '50'];
    const desired = { products: [], variants: tabOf(cells, ['price']) };
    const slid = column(
      'price',
      upTo(29, (n) => [`${21 + n}`, `${22 + n}`]),
    );
    expect(guardActions(slid, { ...context(0), desired }).held).toHaveLength(29);
  });

  test('a column of few values that slid by some rows is known by the distance', () => {
    const vendors = 'AABCACBBACABCCABACBCABBACCAB'.split('');
    const slid = (count: number) =>
      vendors.slice(0, count).flatMap((vendor, index) => {
        const to = vendors[index + 2];
        return to === undefined || to === vendor ? [] : [fieldsChange(index + 2, ['sku', vendor, to])];
      });
    const desired = { products: [], variants: tabOf(vendors, ['sku']) };
    const guarded = guardActions(slid(28), { ...context(0), desired });
    expect(guarded.held[0]?.reason).toMatch(/rows look shifted/);
    expect(guarded.actions).toEqual([]);
  });

  test('quantities that are the prices of their items are a column in the wrong place', () => {
    const actions = quantities(8, (n) => 20 + 3 * n);
    const variants = actions.map(({ variantId: id, to }) => [id, { id, fields: { price: `${to}.00` } }]);
    const snapshot = {
      products: new Map(),
      matchesBySku: new Map(),
      levels: new Map(),
      variants: new Map(variants as [`gid://shopify/ProductVariant/${number}`, StoreVariant][]),
    };
    expect(guardActions(actions, { ...context(100), snapshot }).held[0]?.reason).toMatch(/equal the Price/);
    expect(guard(actions).held).toEqual([]);
  });

  test('a whole tab is held with all that changes in it, and no other tab', () => {
    const other = { sheetId: 1, tab: 'More', row: 2 };
    const far: SyncAction = { ...stockChange(50, 1, 2), ref: other };
    const { actions, held } = guard([
      ...skus(6, around(6)),
      priceChange(30, '10.00', '11.00'),
      stockChange(40, 1, 2),
      far,
    ]);
    expect(held).toHaveLength(8);
    expect(actions).toEqual([far]);
  });

  test('what is seen in the whole is held in a part of it', () => {
    const whole = skus(31, () => null);
    const guarded = guardActions(whole.slice(0, 2), { ...context(100), whole });
    expect(guarded.held).toHaveLength(2);
    expect(guarded.actions).toEqual([]);
  });

  test('an undo may move, empty and hide as much as the run did that it takes back', () => {
    expect(guardUndo(skus(31, around(31)), context(31)).held).toEqual([]);
    expect(
      guardUndo(
        skus(31, () => null),
        context(31),
      ).held,
    ).toEqual([]);
    expect(guardUndo(price('10.00', '1.00'), context(31)).held).toHaveLength(1);
  });

  test('no limit is zero', () => {
    expect(GUARD_LIMITS.mass.atLeast).toBeGreaterThan(1);
    expect(GUARD_LIMITS.moved.atLeast).toBeGreaterThan(GUARD_LIMITS.mass.atLeast);
  });
});

function moved(action: UpdateVariants, row: number): UpdateVariants {
  return JSON.parse(
    JSON.stringify(action)
      .replace(/ProductVariant\/\d+/g, `ProductVariant/${row}`)
      .replace(/"row":\d+/g, `"row":${row}`),
  );
}

describe('whatever column of codes is put into another order', () => {
  const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 6, maxLength: 40 });
  const field = fc.constantFrom<FieldKey>('sku', 'barcode', 'title', 'seoTitle', 'vendor', 'handle');
  const changesOf = (key: FieldKey, before: readonly string[], after: readonly string[]) =>
    before.flatMap((from, row) => {
      const to = after[row] ?? '';
      return from.trim() === to.trim() ? [] : [fieldsChange(row + 2, [key, from, to])];
    });

  test('it is held as a whole once more than four rows changed', () => {
    fc.assert(
      fc.property(
        codes.chain((before) =>
          fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
        ),
        field,
        ([before, after], key) => {
          fc.pre(new Set(before.map((text) => text.trim())).size === before.length);
          const changes = changesOf(key, before, after);
          const { actions, held } = guard(changes);
          if (changes.length < GUARD_LIMITS.moved.atLeast) return;
          expect(actions).toEqual([]);
          expect(held).toHaveLength(changes.length);
        },
      ),
    );
  });

  test('and codes that no item had before are sent', () => {
    fc.assert(
      fc.property(codes, field, (before, key) => {
        const changes = before.map((from, row) => fieldsChange(row + 2, [key, from, `new ${row} ${from}`]));
        expect(guard(changes).held).toEqual([]);
      }),
    );
  });
});

describe('what is left of a run that goes on', () => {
  const prices = upTo(60, (n) => ['40.00', n % 15 === 14 ? '10.00' : '41.00'] as const);
  const sent = prices.slice(0, 42).flatMap(([from, to], n) =>
    to === '10.00'
      ? []
      : [
          {
            ...{ kind: 'field' as const, id: variantId(n + 2), key: 'price' as const, from, to },
            ...{ ref: ref(n + 2), column: 'Price' },
          },
        ],
  );
  const left = column('price', prices).filter((_, n) => n >= 42 || n % 15 === 14);
  const heldIn = (run: number) =>
    guardActions(left, { ...context(60), run, recent: () => recentSteps([{ entries: sent, run: 7 }]) }).held;

  test('is judged with what the run has sent: four jumps of sixty prices hold themselves alone', () => {
    expect(guard(column('price', prices)).held).toHaveLength(4);
    expect(heldIn(7)).toHaveLength(4);
  });

  test('but another run is judged alone', () => {
    expect(heldIn(8)).toHaveLength(left.length);
  });
});

describe('what is left of a run that broke off', () => {
  const cells = upTo(150, (index) => `${9 + (index % 3)}.50`);
  const sentOf = (from: (index: number) => string, to: readonly string[]) =>
    to.map((text, index) => ({
      kind: 'field' as const,
      id: variantId(index + 2),
      key: 'price' as const,
      from: from(index),
      to: text,
      ref: ref(index + 2),
      column: 'Price',
    }));
  const guardRest = (rest: readonly UpdateVariants[], sent: ReturnType<typeof sentOf>, isForeign = false) =>
    guardActions(rest, {
      ...context(0),
      desired: { products: [], variants: tabOf(cells, ['price']) },
      recent: () => recentSteps([{ entries: sent, ...(isForeign && { isForeign }) }]),
    }).held;

  test('is no shift, although the rows that it reached say the same by now, whoever ran it', () => {
    const sent = sentOf(() => '10.00', cells.slice(0, 80));
    const rest = cells.slice(80).map((to, index) => priceChange(index + 82, '10.00', to));
    expect(guardRest(rest, sent)).toEqual([]);
    expect(guardRest(rest, sent, true)).toEqual([]);
  });

  test('is a shift where values left their rows, whatever somebody else recorded of the others', () => {
    const priceAt = (index: number) => `${100 + ((index * 47) % 150)}.00`;
    const rest = upTo(70, (index) => priceChange(index + 82, priceAt(index + 80), priceAt(index + 81)));
    expect(
      guardRest(
        rest,
        sentOf(() => '10.00', cells.slice(0, 80)),
        true,
      ),
    ).toHaveLength(70);
  });
});

describe('steps of one day count together', () => {
  const step = (from: string, to: string) =>
    ({ kind: 'field', id: variantId(2), key: 'price', from, to, ref: ref(2), column: 'Price' }) as const;
  const after = (steps: readonly (readonly [string, string])[], from: string, to: string) =>
    guardActions([priceChange(2, from, to)], {
      ...context(100),
      recent: () => recentSteps([{ entries: steps.map(([a, b]) => step(a, b)) }]),
    }).held.map(({ reason }) => reason);

  test.each<readonly [string, readonly (readonly [string, string])[], string, string, readonly string[]]>([
    ['× 0.75 twice', [['10.00', '7.50']], '7.50', '5.63', ['it goes down by 43.7 % within a day, from 10']],
    ['× 0.9 twice', [['10.00', '9.00']], '9.00', '8.10', []],
    ['doubled twice', [['8.00', '16.00']], '16.00', '32.00', ['it goes up by 300 % within a day, from 8']],
    ['back to what it was a day ago', [['10.00', '4.00']], '4.00', '10.00', []],
    ['on from what was confirmed', [['10.00', '4.00']], '4.00', '3.90', []],
    ['on from what somebody else typed in Shopify', [['10.00', '7.50']], '20.00', '15.00', []],
    [
      'a step that Shopify refused',
      [
        ['10.00', '7.50'],
        ['10.00', '10.00'],
      ],
      '10.00',
      '7.50',
      [],
    ],
    [
      'a value that Shopify wrote otherwise',
      [
        ['10.00', '7.49'],
        ['10.00', '7.50'],
      ],
      '7.50',
      '5.63',
      ['it goes down by 43.7 % within a day, from 10'],
    ],
  ])('%s', (_, steps, from, to, reasons) => {
    expect(after(steps, from, to)).toEqual(reasons);
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
