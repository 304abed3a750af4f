import { KilledError } from '../../../local/apps-script/runtime';
import { seedCatalog } from '../../../local/store/seed-catalog';
import type { StoreOptions } from '../../../local/store/store-types';
import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sampled, sampleOf } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

/** Enough to be read in bulk. */
const COUNT = 700;
const indexes = Array.from({ length: COUNT }, (_, index) => index);
const sheet = (changed: number) => ({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price'],
    ...indexes.map((index) => [
      `product-${index}`,
      `Product ${index}`,
      `SKU-${index}`,
      index < changed ? '5.50' : '5.00',
    ]),
  ]),
});

/** A shop that has the products, and a spreadsheet that has never met it. */
function otherProducts(): string {
  const bench = openWorkbench();
  seedCatalog(bench.store, {
    products: indexes.map((index) => ({
      handle: `product-${index}`,
      title: `Product ${index}`,
      variants: [{ sku: `SKU-${index}`, price: '5.00' }],
    })),
  });
  return bench.save();
}

const saved = otherProducts();
const begin = (store: Partial<StoreOptions> = {}, gate?: BenchOptions['gate']): Workbench =>
  openWorkbench({ saved, store, ...(gate && { gate }) });

function countOf({ requests }: Workbench, operation: string): number {
  return requests.counts().byOperation[operation] ?? 0;
}

describe('a spreadsheet that meets a shop of its size', () => {
  test('reads it in bulk, and has nothing to send', () => {
    const bench = begin();
    const report = bench.sync(sheet(0));
    expect(report.totals).toMatchObject({ unchanged: COUNT, error: 0, conflict: 0 });
    expect(countOf(bench, 'bulkOperationRunQuery')).toBe(2);
    expect(countOf(bench, 'nodes') + countOf(bench, 'productByIdentifier')).toBe(0);
  });

  test.each(sampleOf(['unreachable', 'gzip-stored'] as const, 1))(
    'gets there although the file that Shopify makes is %s, and what changed is sent',
    (files) => {
      const bench = begin({ bulk: { files } });
      const report = bench.sync(sheet(0));
      expect(report.totals).toMatchObject({ unchanged: COUNT, error: 0 });
      const changed = bench.sync(sheet(400));
      expect(changed.totals).toMatchObject({ updated: 400, error: 0 });
      expect(
        bench.store.dump().products.filter(({ variants }) => variants[0]?.price === '5.50'),
      ).toHaveLength(400);
    },
  );

  test('asks for no file in bulk for a day once one could not be fetched', () => {
    const bench = begin({ bulk: { files: 'unreachable' } });
    bench.sync(sheet(0));
    // The preview's; the sync that followed read page by page from the start.
    expect(countOf(bench, 'bulkOperationRunQuery')).toBe(1);
    const { 'bulk-unreadable': noted } = bench.runtime.state.documentProperties;
    const later = begin();
    later.runtime.state.documentProperties['bulk-unreadable'] = noted ?? '';
    later.clock.advance(25 * 3_600_000);
    later.sync(sheet(0));
    expect(countOf(later, 'bulkOperationRunQuery')).toBeGreaterThan(0);
  });

  test('gets there although Shopify answers no request for more than a few products in time', () => {
    const bench = openWorkbench({ store: { mostIdsInTime: 8 } });
    const few = (price: string) => ({
      Products: csvOf([
        ['Handle', 'Title', 'SKU', 'Price'],
        ...indexes.slice(0, 60).map((index) => [`p-${index}`, `P ${index}`, `S-${index}`, price]),
      ]),
    });
    expect(bench.sync(few('5.00')).totals).toMatchObject({ created: 60 });
    expect(bench.sync(few('5.50')).totals).toMatchObject({ updated: 60, error: 0 });
  });

  test('gets there although Shopify takes longer for it than Google lets an execution run', () => {
    const bench = begin({ bulk: { queryRowsPerSecond: 2 } });
    const report = bench.sync(sheet(0));
    expect(report.totals).toMatchObject({ unchanged: COUNT });
    expect(report.executions).toBeGreaterThan(3);
    // One for the preview and one for the sync, whose executions found it again.
    expect(countOf(bench, 'bulkOperationRunQuery')).toBe(2);
  });

  test('says in a preview that reading is not done, and what to do', () => {
    const bench = begin({ bulk: { queryRowsPerSecond: 1 } });
    bench.sync({
      Products: csvOf([
        ['Handle', 'Title'],
        ['product-0', 'Product 0'],
      ]),
    });
    const sheetIds = bench.paste(sheet(0));
    bench.call('chooseTabs', { sheetIds });
    const preview = bench.call<RunSummary>('previewSync');
    expect(preview.ok && preview.value.problem).toEqual({
      kind: 'time-up',
      message: 'Reading the store takes longer than Google lets a script run at a time.',
      nextStep: 'Try again in a minute; what was begun is gone on with.',
    });
  });

  test('stops reading when a person wants it to', () => {
    let isStopped = false;
    const bench: Workbench = begin({ bulk: { queryRowsPerSecond: 2 } }, ({ service }) => {
      // The second bulk query is that of the sync, after the preview's.
      if (isStopped || service !== 'Utilities' || bench.store.state.bulkOperations.all().length < 2) return;
      isStopped = true;
      bench.call('cancelSync');
    });
    const report = bench.sync(sheet(0));
    expect(report.outcome).toBe('stopped');
    expect(bench.call<RunSummary>('continueSync')).toMatchObject({ ok: true });
    expect(countOf(bench, 'bulkOperationRunQuery')).toBe(2);
  });

  test('reads nothing and sends nothing where nothing changed since', () => {
    const bench = begin();
    bench.sync(sheet(0));
    const before = { ...bench.requests.counts().byOperation };
    const report = bench.sync(sheet(0));
    expect(report.totals).toMatchObject({ 'not-compared': COUNT });
    const beyond = Object.entries(bench.requests.counts().byOperation).filter(
      ([name, count]) => count !== before[name],
    );
    // What the connection is asked for, whatever the sheet says.
    expect(beyond.map(([name]) => name).sort()).toEqual([
      'currentAppInstallation',
      'locations',
      'productsCount',
      'publications',
      'shop',
    ]);
  });
});

const KILLS = sampled(1, Number.POSITIVE_INFINITY);

describe('a sync that is killed while it reads', () => {
  test('ends, once it is started again, as if it had not been', () => {
    const changed = 3;
    let calls = 0;
    let firstFetch = 0;
    const watched = begin({}, ({ service }) => {
      calls += 1;
      if (!firstFetch && service === 'UrlFetchApp') firstFetch = calls;
    });
    const wanted = watched.sync(sheet(changed));
    expect(wanted.totals).toMatchObject({ updated: changed, 'not-compared': COUNT - changed });
    const stride = Math.max(1, Math.floor((calls - firstFetch) / KILLS));
    for (let nth = firstFetch; nth <= calls; nth += stride) {
      let passed = 0;
      const bench = begin({}, () => {
        passed += 1;
        if (passed === nth) throw new KilledError('Killed by the test');
      });
      bench.sync(sheet(changed));
      bench.clock.advance(60_000);
      expect(bench.sync(sheet(changed)).totals).toMatchObject({ error: 0, conflict: 0, skipped: 0 });
      expect(bench.store.dump()).toEqual(watched.store.dump());
    }
  });
});
