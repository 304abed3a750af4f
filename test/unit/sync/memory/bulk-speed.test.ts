import fc from 'fast-check';
import type { Batch } from '../../../../src/plan/model/batch';
import type { StoreReader } from '../../../../src/ports/store';
import { estimate } from '../../../../src/sync/execution/progress';
import { loadBulkSpeed, noteBulkSpeed } from '../../../../src/sync/memory/bulk-speed';
import { sampled } from '../../../support/sampled';

const SHOP = 'hats.myshopify.com';
const NONE = Symbol('nothing kept');

/** What a spreadsheet remembers of the speed, and what a run does with it. */
function open(kept: string | typeof NONE = NONE) {
  const saved = new Map(kept === NONE ? [] : [['bulk-speed', kept]]);
  const settings = { load: (key: string) => saved.get(key) };
  const settingsAtOnce = { saveAlong: (key: string, value: string) => void saved.set(key, value) };
  const services = { settings, settingsAtOnce } as never;
  return {
    saved,
    speed: (shop = SHOP) => loadBulkSpeed(services, shop),
    note: (lines: number, tookMs: number) => noteBulkSpeed(services, SHOP, { lines, tookMs }),
    /** How long so many changed prices are said to take, and how many of them would go in bulk. */
    ahead(products: number) {
      const batches = Array.from({ length: products }, (_, index) => price(index));
      return estimate(services, { store, shop: { domain: SHOP } }, batches);
    },
  };
}

const store = {
  pace: () => ({ availablePoints: 2_000, pointsPerSecond: 100 }),
  costOf: () => 12,
  limits: { listEntries: 250, variantsOfProduct: 2_048, linesOfFile: 5_000, filesAtOnce: 5 },
} as unknown as StoreReader;

const ref = { sheetId: 1, tab: 'Prices', row: 2 };
function price(index: number): Batch {
  const productId = `gid://shopify/Product/${index}` as const;
  const change = {
    ...({ key: 'price', from: '1.00', to: '2.00', sheet: '2.00', column: 'Price' } as const),
    ref,
  };
  const variants = [{ id: `gid://shopify/ProductVariant/${index}` as const, ref, changes: [change] }];
  return { kind: 'update-variants', action: { kind: 'update-variants', productId, variants } };
}

describe('how fast Shopify takes files in this shop', () => {
  test('is unknown before the first one', () => {
    expect(open().speed()).toBeUndefined();
  });

  test('is what was seen, and later what was seen halved with what was known', () => {
    const memory = open();
    memory.note(1_000, 25_000);
    expect(memory.speed()).toBe(40);
    memory.note(1_000, 10_000);
    expect(memory.speed()).toBe(70);
  });

  test('is that of one shop: another begins unknown', () => {
    const memory = open();
    memory.note(1_000, 25_000);
    expect(memory.speed('caps.myshopify.com')).toBeUndefined();
  });

  test('makes the next run say more time where Shopify was slow, and less where it was quick', () => {
    const said = [250, 25, 5].map((linesPerSecond) => {
      const memory = open();
      memory.note(5_000, 5_000_000 / linesPerSecond);
      return memory.ahead(20_000).seconds;
    });
    expect(said).toEqual([...said].sort((a, b) => a - b));
    expect(new Set(said).size).toBe(3);
  });

  test('makes the next run leave the files where they are slower than request by request', () => {
    const memory = open();
    expect(memory.ahead(2_000).mutations).toEqual({ direct: 0, bulk: 2_000 });
    memory.note(500, 500_000);
    expect(memory.ahead(2_000).mutations).toEqual({ direct: 2_000, bulk: 0 });
    for (let times = 0; times < 8; times += 1) memory.note(5_000, 50_000);
    expect(memory.ahead(2_000).mutations).toEqual({ direct: 0, bulk: 2_000 });
  });

  test.each([
    ['a file of a few lines', 49, 1_000],
    ['no time at all', 1_000, 0],
    ['a clock that was set back', 1_000, -60_000],
    ['a clock that was set to next week', 1_000, 7 * 24 * 3_600_000],
    ['no number', 1_000, Number.NaN],
    ['endless time', 1_000, Number.POSITIVE_INFINITY],
  ])('is not learned from %s', (_, lines, tookMs) => {
    const memory = open();
    memory.note(lines, tookMs);
    expect(memory.saved.size).toBe(0);
  });

  const speedIs = (linesPerSecond: unknown) => JSON.stringify({ shop: SHOP, linesPerSecond });
  test.each([
    ['half of a text', speedIs(40).slice(0, 20)],
    ['nothing', ''],
    ['another form', '[40]'],
    ['a text', speedIs('40')],
    ['no speed', speedIs(null)],
    ['standing still', speedIs(0)],
    ['going backwards', speedIs(-40)],
    ['next to nothing', speedIs(1e-9)],
    ['a million lines a second', speedIs(1e6)],
    ['more than a number holds', `{"shop":"${SHOP}","linesPerSecond":1e999}`],
  ])('is unknown where %s is kept, and learned anew', (_, kept) => {
    const memory = open(kept);
    expect(memory.speed()).toBeUndefined();
    expect(memory.ahead(20_000)).toEqual(open().ahead(20_000));
    memory.note(1_000, 25_000);
    expect(memory.speed()).toBe(40);
  });

  test('whatever is kept or seen, the time that is said is a number that somebody may wait for', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.double().map(speedIs)),
        fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 3 }),
        (kept, seen) => {
          const memory = open(kept);
          for (const [lines, tookMs] of seen) memory.note(lines, tookMs);
          const { seconds } = memory.ahead(500);
          expect(seconds).toBeGreaterThan(0);
          expect(seconds).toBeLessThan(3_600);
        },
      ),
      { numRuns: sampled(20, 600) },
    );
  });
});
