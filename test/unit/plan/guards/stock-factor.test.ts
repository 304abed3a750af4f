import fc from 'fast-check';
import { NO_STEPS } from '../../../../src/plan/guards/steps';
import { guardActions } from '../../../../src/plan/guards/suspicious-changes';
import { buildBase } from '../../../../src/plan/model/build-base';
import type { SetQuantity } from '../../../../src/plan/model/stock-action';
import { catalogOf } from '../../catalog/catalog-of';

type Pair = readonly [from: number, to: number];

const change = ([from, to]: Pair, index: number): SetQuantity => ({
  kind: 'set-stock',
  ref: { sheetId: 0, tab: 'Stock', row: index + 2 },
  column: 'Available',
  variantId: `gid://shopify/ProductVariant/${index}`,
  inventoryItemId: `gid://shopify/InventoryItem/${index}`,
  locationId: 'gid://shopify/Location/1',
  name: 'available',
  locationName: 'Shop',
  from,
  to,
  sheet: to,
});

/** How many are held of a tab in which nothing else is. */
function heldOf(pairs: readonly Pair[]): number {
  const actions = pairs.map(change).filter(({ from, to }) => from !== to);
  const { variants } = catalogOf({
    Stock: [['SKU', 'Available'], ...pairs.map(([, to], index) => [`S${index}`, to])],
  });
  const { held } = guardActions(actions, {
    desired: { products: [], variants },
    snapshot: { products: new Map(), variants: new Map(), matchesBySku: new Map(), levels: new Map() },
    base: buildBase([]),
    recent: () => NO_STEPS,
    confirmed: new Set(),
  });
  return held.length;
}

const quantities = (constraints: { min: number; minLength: number }) =>
  fc.uniqueArray(fc.integer({ min: constraints.min, max: 400 }), { ...constraints, maxLength: 40 });

test('any column of different quantities that is multiplied or divided by a pack is held as a whole', () => {
  const pack = fc.constantFrom(2, 3, 4, 5, 6, 8, 10, 12, 24);
  const rounded = fc.constantFrom(Math.round, Math.floor, Math.ceil);
  fc.assert(
    fc.property(
      quantities({ min: 60, minLength: 6 }),
      pack,
      rounded,
      fc.boolean(),
      (before, by, round, isUp) => {
        const pairs = before.map((from): Pair => [from, isUp ? from * by : round(from / by)]);
        expect(heldOf(pairs)).toBe(pairs.length);
      },
    ),
  );
});

test('any column to which everybody adds or sells a few pieces is sent', () => {
  const few = fc.integer({ min: -3, max: 12 });
  fc.assert(
    fc.property(
      quantities({ min: 20, minLength: 5 }),
      fc.array(few, { minLength: 40, maxLength: 40 }),
      (before, moved) => {
        expect(heldOf(before.map((from, index): Pair => [from, from + (moved[index] ?? 0)]))).toBe(0);
      },
    ),
  );
});

test.each<[string, readonly Pair[], number]>([
  [
    'five tenths',
    [
      [10, 1],
      [20, 2],
      [30, 3],
      [40, 4],
      [50, 5],
    ],
    5,
  ],
  [
    'three tenths, the whole tab',
    [
      [10, 1],
      [20, 2],
      [30, 3],
    ],
    3,
  ],
  [
    'small stock in cartons of 6',
    [
      [1, 6],
      [2, 12],
      [3, 18],
      [2, 12],
      [5, 30],
      [4, 24],
    ],
    6,
  ],
  [
    'small stock, of each of which 6 came',
    [
      [1, 7],
      [2, 8],
      [3, 9],
      [2, 8],
      [5, 11],
      [4, 10],
    ],
    0,
  ],
  [
    'ten pieces of each, and ten came',
    [
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
    ],
    0,
  ],
  [
    'half sold of a little',
    [
      [2, 1],
      [4, 2],
      [3, 1],
      [2, 1],
      [5, 2],
    ],
    0,
  ],
  [
    'a fifth less of everything, exactly',
    [
      [100, 80],
      [140, 112],
      [70, 56],
      [220, 176],
      [50, 40],
      [180, 144],
    ],
    6,
  ],
  [
    'a tenth less of everything',
    [
      [100, 90],
      [140, 126],
      [70, 63],
      [220, 198],
      [50, 45],
      [180, 162],
    ],
    0,
  ],
  [
    'four of a large tab',
    [[10, 60], [20, 120], [30, 180], [40, 240], ...Array.from({ length: 20 }, (): Pair => [7, 7])],
    0,
  ],
  [
    'five of a large tab',
    [[10, 60], [20, 120], [30, 180], [40, 240], [50, 300], ...Array.from({ length: 20 }, (): Pair => [7, 7])],
    5,
  ],
  [
    'sold down to nearly nothing',
    [
      [100, 3],
      [140, 20],
      [70, 9],
      [220, 11],
      [50, 8],
      [180, 6],
    ],
    0,
  ],
  [
    'half of them in cartons',
    [
      [100, 10],
      [140, 14],
      [70, 7],
      [220, 223],
      [50, 48],
      [180, 181],
    ],
    0,
  ],
])('%s', (_, pairs, held) => {
  expect(heldOf(pairs)).toBe(held);
});
