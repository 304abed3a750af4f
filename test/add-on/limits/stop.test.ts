import type { Answer, RunSummary, RunView } from '../../../src/answers/answers';
import { testInFull } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const sheetOf = (length: number) => ({
  Products: [
    'Handle,Title,Variant Price',
    ...Array.from({ length }, (_, index) => `item-${index},Item ${index},10.00`),
  ].join('\n'),
});
const SHEET = sheetOf(40);
/** More than the prices that one wave takes. */
const MANY = sheetOf(140);

/** A synced-to-be workbook whose run is stopped by somebody once some of the products are there. */
function stoppedBench(by: 'cancelSync' | 'disconnect' = 'cancelSync'): Workbench {
  let isStopped = false;
  const bench = openWorkbench({
    gate: ({ service }) => {
      if (isStopped || service !== 'UrlFetchApp' || bench.store.dump().products.length < 8) return;
      isStopped = true;
      expect(bench.call(by).ok).toBe(true);
    },
  });
  return bench;
}

const statusesOf = ({ runtime }: Workbench) => {
  const rows = runtime.state.workbook.sheets[0]?.rows ?? [];
  const column = rows[0]?.indexOf('Sync status') ?? -1;
  return rows.slice(1).map((row) => row[column]);
};

describe('a run that a person stops', () => {
  test('ends before its next wave, and says so', () => {
    const bench = stoppedBench();
    const report = bench.sync(SHEET);
    expect(report).toMatchObject({
      outcome: 'stopped',
      problem: {
        message: 'The sync was stopped. What was sent until then stays.',
        nextStep: 'Choose Sync now to send the rest.',
      },
    });
    const { products } = bench.store.dump();
    expect(products.length).toBeGreaterThanOrEqual(8);
    expect(products.length).toBeLessThanOrEqual(20);
    expect(report.totals).toMatchObject({ created: products.length, unchanged: 0 });
    expect(statusesOf(bench).filter((status) => status === 'Created')).toHaveLength(products.length);
  });

  test('ends as well where that person disconnects, although it has its token', () => {
    const report = stoppedBench('disconnect').sync(SHEET);
    expect(report).toMatchObject({ outcome: 'stopped' });
  });

  test('goes on when a person continues it, and sends nothing twice', () => {
    const bench = stoppedBench();
    bench.sync(SHEET);
    expect(bench.call<RunSummary>('continueSync')).toMatchObject({
      ok: true,
      value: { outcome: 'finished' },
    });
    expect(bench.store.dump().products).toHaveLength(40);
    expect(statusesOf(bench)).toEqual(Array(40).fill('Created'));
  });

  test('leaves the rest to the next run that is started', () => {
    const bench = stoppedBench();
    bench.sync(SHEET);
    expect(bench.call<RunSummary>('startSync')).toMatchObject({ ok: true, value: { outcome: 'finished' } });
    expect(bench.store.dump().products).toHaveLength(40);
  });

  test('stops only the run that it was meant for', () => {
    const bench = openWorkbench();
    bench.sync(SHEET);
    bench.call('cancelSync');
    const column = 2;
    const rows = bench.runtime.state.workbook.sheets[0]?.rows ?? [];
    for (const row of rows.slice(1)) row[column] = '11.00';
    expect(bench.call<RunSummary>('startSync')).toMatchObject({ ok: true, value: { outcome: 'finished' } });
  });
});

describe('what a person confirms in the panel of a run that they stopped', () => {
  testInFull('is sent: the request to stop was for what they had started then', () => {
    let isArmed = false;
    const bench = openWorkbench({
      gate: ({ service }) => {
        const { products } = bench.store.dump();
        if (
          !isArmed ||
          service !== 'UrlFetchApp' ||
          !products.some(({ variants }) => variants[0]?.price === '11.00')
        )
          return;
        isArmed = false;
        bench.call('cancelSync');
      },
    });
    bench.sync(MANY);
    const rows = bench.runtime.state.workbook.sheets[0]?.rows ?? [];
    for (const row of rows.slice(1)) row[2] = '11.00';
    rows[1]![2] = '1.00';
    isArmed = true;
    const stopped = bench.call<RunSummary>('startSync');
    if (!stopped.ok) throw new Error(stopped.problem.message);
    expect(stopped.value).toMatchObject({ outcome: 'stopped', held: { count: 1 } });
    const keys = stopped.value.held.shown.map(({ key }) => key);
    expect(bench.call('confirmHeld', { run: stopped.value.run, keys })).toMatchObject({
      value: { outcome: 'finished', run: stopped.value.run },
    });
    expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('1.00');
  });
});

describe('an undo that a person stops while it reads', () => {
  test('reads no further', () => {
    let fetches = 0;
    let fetchesWhenStopped = 0;
    const bench = openWorkbench({
      gate: ({ service }) => {
        if (service === 'UrlFetchApp') fetches += 1;
      },
      answering: (request, answer) => {
        if (fetchesWhenStopped !== -1 || !String(request.body).includes('nodes(ids:')) return answer;
        bench.call('cancelSync');
        bench.clock.advance(3_000);
        fetchesWhenStopped = fetches;
        return answer;
      },
    });
    // Products are read first, levels of stock after them.
    const stocked = (title: string, quantity: number) => ({
      Products: `Handle,Title,SKU,Inventory tracker,Inventory quantity\nhat,${title},H-1,shopify,${quantity}`,
    });
    bench.sync(stocked('Old', 1));
    bench.sync(stocked('New', 2));
    const runs: Answer<readonly RunView[]> = bench.call('listRuns');
    fetchesWhenStopped = -1;
    const undone = bench.call('undoRun', { run: runs.ok ? runs.value[0]?.number : undefined });
    expect(undone).toMatchObject({ ok: true, value: { outcome: 'stopped', sent: 0 } });
    expect(fetches).toBe(fetchesWhenStopped);
  });
});
