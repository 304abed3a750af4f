import { KilledError } from '../../../local/apps-script/runtime';
import type { CatalogDump } from '../../../local/store/dump';
import { EVERY_REQUEST } from '../../interleavings/scenarios';
import { csvOf } from '../../support/csv';
import { sampled, sampleOf, testInFull } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'Tags',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Inventory tracker',
];
const sheet = (...rows: (readonly string[])[]) =>
  csvOf([[...HEADER, 'Inventory quantity', 'Image Src'], ...rows]);
const IMAGE = 'https://images.example.com';

const BEFORE = sheet(
  ['hat', 'Hat', 'a, b', '', '', 'H-1', '5.00', 'shopify', '3', `${IMAGE}/hat.jpg`],
  ['tee', 'Tee', '', 'Size', 'S', 'T-S', '9.00', 'shopify', '7', ''],
  ['tee', '', '', '', 'M', 'T-M', '9.50', 'shopify', '8', ''],
);
/** An edit of every kind: fields, tags, a variant, a price, stock, an image, and a product of its own. */
const AFTER = sheet(
  ['hat', 'Top hat', 'b, c', '', '', 'H-1', '5.50', 'shopify', '4', `${IMAGE}/hat.jpg`],
  ['tee', 'Tee', '', 'Size', 'S', 'T-S', '9.90', 'shopify', '6', `${IMAGE}/tee.jpg`],
  ['tee', '', '', '', 'M', 'T-M', '9.50', 'shopify', '8', ''],
  ['tee', '', '', '', 'L', 'T-L', '9.70', 'shopify', '9', ''],
  ['New Cap & Co', 'Cap', 'x', '', '', 'C-1', '4.00', 'shopify', '2', `${IMAGE}/cap.jpg`],
);

/** Ids and the order of creation depend on how often somebody tried; what the merchant sees does not. */
function seen({ products }: CatalogDump) {
  return products
    .map(({ id: _, variants, ...product }) => ({
      ...product,
      variants: variants.map(({ id: __, ...variant }) => variant),
    }))
    .sort((a, b) => a.handle.localeCompare(b.handle));
}

const synced = openWorkbench();
synced.sync({ Products: BEFORE });
const saved = synced.save();
const begin = (options: BenchOptions = {}): Workbench => openWorkbench({ saved, ...options });

function syncUndisturbed(): { readonly calls: number; readonly requests: number; readonly wanted: object } {
  let calls = 0;
  const bench = begin({
    gate: () => {
      calls += 1;
    },
  });
  const report = bench.sync({ Products: AFTER });
  expect(report.totals).toMatchObject({ error: 0, conflict: 0, skipped: 0, created: 2 });
  return { calls, requests: report.requests.total, wanted: seen(bench.store.dump()) };
}

const STRIDE = sampled(61, 1);

describe('a sync that is killed', () => {
  const { calls, wanted } = syncUndisturbed();

  /** Kills the `nth` service call of the sync's first execution, then lets it go on as a person would. */
  function killAt(nth: number): Workbench {
    let passed = 0;
    let isArmed = false;
    const bench = begin({
      gate: () => {
        if (!isArmed) return;
        passed += 1;
        if (passed === nth) throw new KilledError('Killed by the test');
      },
    });
    const sheetIds = bench.paste({ Products: AFTER });
    bench.call('chooseTabs', { sheetIds });
    isArmed = true;
    bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    isArmed = false;
    bench.runtime.clock.advance(60_000);
    return bench;
  }

  test('at a service call ends, once it is started again, in the same store', () => {
    const differing: number[] = [];
    for (let nth = 1; nth <= calls; nth += STRIDE) {
      const bench = killAt(nth);
      const report = bench.sync({ Products: AFTER });
      const isSame = JSON.stringify(seen(bench.store.dump())) === JSON.stringify(wanted);
      if (!isSame || report.outcome !== 'finished' || report.totals.error + report.totals.conflict > 0)
        differing.push(nth);
    }
    expect(differing).toEqual([]);
  });

  test('leaves nothing to do once it was started again', () => {
    for (let nth = 1; nth <= calls; nth += 2 * STRIDE) {
      const bench = killAt(nth);
      bench.sync({ Products: AFTER });
      const sentBefore = mutationsSent(bench);
      expect(bench.sync({ Products: AFTER }).totals).toMatchObject({ 'not-compared': 5 });
      expect(mutationsSent(bench)).toBe(sentBefore);
    }
  });
});

function mutationsSent({ wire }: Workbench): number {
  return wire.filter((text) => text.startsWith('{"query":"mutation')).length;
}

describe('a sync whose requests fail', () => {
  const { requests, wanted } = syncUndisturbed();
  const effects = ['timeout-before', 'timeout-after', '502-before', '502-after', 'truncated', 'html', '429'];

  test.each(
    sampleOf(
      EVERY_REQUEST.flatMap((root) => effects.map((effect) => [root, effect] as const)),
      14,
    ),
  )('%s, %s, ends in the same store', (root, effect) => {
    const bench = begin({ store: { faults: `${root}#1: ${effect}` } });
    const report = bench.sync({ Products: AFTER });
    expect(report.outcome).toBe('finished');
    expect(seen(bench.store.dump())).toEqual(wanted);
    expect(report.totals).toMatchObject({ error: 0, conflict: 0 });
    expect(report.requests.total).toBeGreaterThan(requests);
  });

  test('at random, again and again, ends in the same store', () => {
    for (const seed of sampleOf([1, 2, 3, 4, 5], 1)) {
      const bench = begin({
        store: { seed, faults: '8%: timeout-after; 8%: 503-before; 5%: truncated; 5%: 429' },
      });
      bench.sync({ Products: AFTER });
      for (let again = 0; again < 5; again += 1) {
        bench.runtime.clock.advance(60_000);
        bench.sync({ Products: AFTER });
      }
      expect(seen(bench.store.dump())).toEqual(wanted);
    }
  });
});

describe('an image whose answer is lost', () => {
  const header = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Image Src', 'Variant Image'];
  const shirt = (image: string, variantImage: string) => ({
    Products: csvOf([header, ['shirt', 'Shirt', 'Size', 'S', image, variantImage]]),
  });
  const before = openWorkbench();
  before.sync(shirt('', ''));
  const savedBefore = before.save();

  test.each(
    ['productUpdate', 'productVariantsBulkUpdate'].flatMap((root) =>
      ['truncated', '503-after', 'timeout-after'].map((effect) => [root, effect]),
    ),
  )('in %s, %s, is uploaded once', (root, effect) => {
    const bench = openWorkbench({ saved: savedBefore, store: { faults: `${root}#1: ${effect}` } });
    const report = bench.sync(shirt(`${IMAGE}/front.jpg`, `${IMAGE}/small.jpg`));
    const [product] = bench.store.dump().products;
    const files = product?.media.map(({ originalSource }) => originalSource).sort();
    expect(files).toEqual([`${IMAGE}/front.jpg`, `${IMAGE}/small.jpg`]);
    expect(report.totals).toMatchObject({ error: 0, conflict: 0, skipped: 0 });
  });
});

describe('a sync that takes longer than Google lets one execution', () => {
  const rows = Array.from({ length: 120 }, (_, index) => [
    `product-${index}`,
    `Product ${index}`,
    '',
    '',
    '',
    `SKU-${index}`,
    '5.00',
    'shopify',
    `${index}`,
    '',
  ]);

  test('pauses in time, goes on where it stood, and creates every product once', () => {
    const bench = openWorkbench({ store: { latencyMs: 30_000 } });
    const report = bench.sync({ Products: sheet(...rows) });
    expect(report.outcome).toBe('finished');
    expect(report.executions).toBeGreaterThan(1);
    expect(report.totals).toMatchObject({ created: 120, error: 0 });
    expect(bench.store.dump().products).toHaveLength(120);
  });
});

describe('a store that never says what it did', () => {
  test('is left alone after a few tries, with a sentence, and by the clock too', () => {
    const bench = openWorkbench({ store: { faults: 'productSet: 502-before' } });
    const report = bench.sync({ Products: BEFORE });
    expect(report).toMatchObject({
      outcome: 'paused',
      problem: { kind: 'network', message: 'Shopify does not say what became of the last changes.' },
    });
    expect(report.requests.byOperation.productSet).toBeLessThan(60);
    expect(bench.runtime.state.triggers).toEqual([]);
  });

  testInFull('is not asked about one request of stock after another, each for a minute', () => {
    const rows = (quantity: number) =>
      sheet(
        ...Array.from({ length: 800 }, (_, index) => [
          ...[`product-${index}`, `Product ${index}`, '', '', '', `SKU-${index}`, '5.00', 'shopify'],
          ...[`${quantity + index}`, ''],
        ]),
      );
    const before = openWorkbench();
    before.sync({ Products: rows(1) });
    let isKilled = false;
    const isStock = (args: readonly unknown[]) => JSON.stringify(args).includes('inventorySetQuantities(');
    const bench = openWorkbench({
      saved: before.save(),
      store: { faults: 'inventorySetQuantities: timeout-before' },
      gate: ({ service, args }) => {
        if (isKilled || service !== 'UrlFetchApp' || !isStock(args)) return;
        isKilled = true;
        throw new KilledError('Killed by the test');
      },
    });
    bench.paste({ Products: rows(2) });
    bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    expect(isKilled).toBe(true);
    expect(bench.runtime.run('startSync', [{}], { kind: 'sidebar' })).toMatchObject({ outcome: 'returned' });
  });
});
