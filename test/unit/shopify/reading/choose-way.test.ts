import fc from 'fast-check';
import type { Pace } from '../../../../src/plan/batches/choose-lane';
import type { ShopSize } from '../../../../src/shopify/queries/shop';
import {
  chooseLookUp,
  type LookUpSize,
  type LookUpWay,
  lookUpWays,
} from '../../../../src/shopify/reading/choose-way';

const NOTHING: LookUpSize = {
  products: 0,
  handles: 0,
  skusOfHandles: 0,
  variants: 0,
  skus: 0,
  stock: false,
  parts: { media: false, descriptions: false, onlineStore: null },
};
const EXECUTION_SECONDS = 270;
const STANDARD_PLAN: Pace = { availablePoints: 2_000, pointsPerSecond: 100 };

function choose(size: Partial<LookUpSize>, shop: ShopSize, secondsLeft = EXECUTION_SECONDS): LookUpWay {
  return chooseLookUp(lookUpWays({ ...NOTHING, ...size }, shop, STANDARD_PLAN), secondsLeft);
}

describe('a look-up', () => {
  test('of a few variants in a large shop asks for them by their ids', () => {
    expect(choose({ variants: 500 }, { products: 50_000, variants: 100_000 }).kind).toBe('direct');
  });

  test('of ten thousand variants that are the shop reads the shop in bulk', () => {
    const way = choose({ variants: 10_000 }, { products: 10_000, variants: 10_000 });
    expect(way).toMatchObject({ kind: 'bulk', of: 'variants' });
  });

  test('of ten thousand products that are the shop reads the shop in bulk, variants and all', () => {
    const way = choose({ products: 10_000 }, { products: 10_000, variants: 30_000 });
    expect(way).toMatchObject({ kind: 'bulk', of: 'products' });
  });

  test('of some SKUs lists those of a small shop and searches a large one', () => {
    expect(choose({ skus: 300 }, { products: 300, variants: 300 })).toMatchObject({ skus: 'list' });
    expect(choose({ skus: 300 }, { products: 9_000, variants: 90_000 })).toEqual({
      kind: 'direct',
      skus: 'search',
    });
  });

  test('of a hundred thousand new handles reads what the shop has, be it nothing, and asks for none of them', () => {
    for (const products of [0, 3, 2_000]) {
      const way = choose({ handles: 100_000, skusOfHandles: 100_000 }, { products, variants: products });
      expect(way).toMatchObject({ kind: 'bulk', of: 'products' });
    }
    expect(choose({ handles: 30 }, { products: 0, variants: 0 }).kind).toBe('direct');
  });

  test('of a hundred thousand SKUs reads in bulk', () => {
    expect(choose({ skus: 100_000 }, { products: 80_000, variants: 100_000 })).toMatchObject({
      kind: 'bulk',
      of: 'variants',
    });
  });

  test('reads stock levels directly where there is time for it, and else in bulk', () => {
    const some = { products: 5_000, variants: 5_000 };
    const many = { products: 100_000, variants: 100_000 };
    expect(choose({ ...some, stock: true }, some)).not.toMatchObject({ levels: true });
    expect(choose({ ...many, stock: true }, many)).toMatchObject({ kind: 'bulk', levels: true });
  });

  test('reads in bulk whatever it is, where there is no time for anything else', () => {
    expect(choose({ variants: 1_000 }, { products: 1_000, variants: 1_000 }, 0).kind).toBe('bulk');
  });

  const amount = fc.integer({ min: 0, max: 200_000 });
  const sizes = fc.record({
    products: amount,
    handles: amount,
    skusOfHandles: amount,
    variants: amount,
    skus: amount,
    stock: fc.boolean(),
    parts: fc.record({
      media: fc.boolean(),
      descriptions: fc.boolean(),
      onlineStore: fc.constantFrom(null, 'gid://shopify/Publication/1' as const),
    }),
  });
  const shops = fc.record({ products: amount, variants: amount });
  const paces = fc.record({
    availablePoints: fc.integer({ min: 0, max: 40_000 }),
    pointsPerSecond: fc.constantFrom(0, 50, 100, 2_000),
  });

  test('takes no way of which nothing else has time, where there is another', () => {
    fc.assert(
      fc.property(sizes, shops, paces, fc.integer({ min: 1, max: 270 }), (size, shop, pace, secondsLeft) => {
        const ways = lookUpWays(size, shop, pace);
        const chosen = chooseLookUp(ways, secondsLeft);
        const taken = ways.find(({ way }) => way === chosen);
        if (!taken) return false;
        const isInTime = taken.cost.seconds <= secondsLeft / 2;
        return isInTime || ways.every(({ cost }) => cost.seconds > secondsLeft / 2);
      }),
    );
  });

  test('foretells amounts that are finite and not below zero', () => {
    fc.assert(
      fc.property(sizes, shops, paces, (size, shop, pace) =>
        lookUpWays(size, shop, pace).every(({ cost, direct }) =>
          [...Object.values(cost), ...Object.values(direct)].every(
            (amount) => Number.isFinite(amount) && amount >= 0,
          ),
        ),
      ),
    );
  });
});
