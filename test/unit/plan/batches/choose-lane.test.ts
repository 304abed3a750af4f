import fc from 'fast-check';
import { SENDING_ORDER } from '../../../../src/plan/action-kinds';
import {
  canGoInBulk,
  type LaneFacts,
  secondsOf,
  splitByLane,
} from '../../../../src/plan/batches/choose-lane';
import type { VariantChange } from '../../../../src/plan/model/action';
import type { Batch } from '../../../../src/plan/model/batch';
import type { StockItem } from '../../../../src/plan/model/stock-action';
import { STORE_LIMITS } from '../../../../src/shopify/client/limits';

const ref = { sheetId: 1, tab: 'Prices', row: 2 };
const STANDARD = { availablePoints: 2_000, pointsPerSecond: 100 };
const facts = (pace = STANDARD): LaneFacts => ({ pace, costOf: () => 13, limits: STORE_LIMITS });

function price(index: number, image?: VariantChange['image']): Batch {
  const variant = {
    id: `gid://shopify/ProductVariant/${index}`,
    ref,
    changes: [],
    ...(image && { image }),
  } as const;
  const productId = `gid://shopify/Product/${index}` as const;
  return {
    kind: 'update-variants',
    action: { kind: 'update-variants', productId, variants: [variant] },
  };
}

function stock(index: number): Batch {
  const action = { kind: 'activate-stock', ref, to: index } as StockItem;
  return { kind: 'activate-stock', action, key: `key-${index}` };
}

function tags(index: number): Batch {
  const productId = `gid://shopify/Product/${index}` as const;
  const change = { key: 'tags', from: [], to: ['a'], sheet: 'a', ref, column: 'Tags' } as const;
  const action = { kind: 'add-tags', ref, productId, tags: ['a'], change, completes: true } as const;
  return { kind: 'add-tags', action };
}

const times = (count: number, make: (index: number) => Batch) =>
  Array.from({ length: count }, (_, index) => make(index));
const lanes = (batches: readonly Batch[], pace?: LaneFacts['pace']) =>
  splitByLane(batches, facts(pace)).map(({ lane, batches: own }) => `${lane} ${own.length}`);

test('a few changes go directly, ten thousand in bulk', () => {
  expect(lanes(times(50, price))).toEqual(['direct 50']);
  expect(lanes(times(10_000, price))).toEqual(['bulk 10000']);
});

test('a store with many points to spend is sent more directly', () => {
  const plus = { availablePoints: 20_000, pointsPerSecond: 1_000 };
  expect(lanes(times(600, price))).toEqual(['bulk 600']);
  expect(lanes(times(600, price), { ...plus, availablePoints: 0 })).toEqual(['direct 600']);
  expect(lanes(times(200, price), plus)).toEqual(['direct 200']);
});

test('a bucket that never fills leaves the engine, which needs none', () => {
  expect(lanes(times(200, price), { availablePoints: 0, pointsPerSecond: 0 })).toEqual(['bulk 200']);
});

test('stock goes directly, however much of it there is', () => {
  expect(lanes(times(10_000, stock))).toEqual(['direct 10000']);
});

test('a new image goes directly, one that Shopify has may go in bulk', () => {
  const url = 'https://images.example.com/a.jpg';
  expect(canGoInBulk(price(1, { url, mediaId: undefined }))).toBe(false);
  expect(canGoInBulk(price(1, { url, mediaId: 'gid://shopify/MediaImage/1' }))).toBe(true);
});

test('operations keep their order, whichever way each goes', () => {
  expect(lanes([...times(3_000, price), ...times(5, tags), ...times(2, stock)])).toEqual([
    'direct 5',
    'bulk 3000',
    'direct 2',
  ]);
});

test('nothing is lost or doubled, and no part would be faster in the other lane', () => {
  const counts = fc.record({ tags: fc.nat(3_000), prices: fc.nat(3_000), stock: fc.nat(300) });
  const paces = fc.record({ availablePoints: fc.nat(20_000), pointsPerSecond: fc.nat(2_000) });
  fc.assert(
    fc.property(counts, paces, (count, pace) => {
      const all = [
        ...times(count.tags, tags),
        ...times(count.prices, price),
        ...times(count.stock, stock),
      ].sort((a, b) => SENDING_ORDER.indexOf(a.kind) - SENDING_ORDER.indexOf(b.kind));
      const parts = splitByLane(all, facts(pace));
      expect(parts.flatMap(({ batches }) => batches)).toEqual(all);
      for (const part of parts) {
        if (part.lane === 'bulk')
          expect(secondsOf(part, facts(pace))).toBeLessThan(
            secondsOf({ ...part, lane: 'direct' }, facts(pace)),
          );
      }
    }),
    { numRuns: 20 },
  );
});
