import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deleteSheetRows, insertSheetRows } from '../../../local/apps-script/workbook/cells';
import type { Overview, RunSummary } from '../../../src/answers/answers';
import { call, history, keysOf, lastRunOf, mutationsSent, undo } from '../../support/deciding';
import { openWorkbench, type Workbench } from '../../support/workbench';

const read = (name: string) => readFileSync(path.join(__dirname, '../../fixtures', name), 'utf8');

/**
 * A spreadsheet as release 1.0 of the memory left it: synced, one run undone, a slip held and another refused, and a
 * preview of 32 prices under way in bulk when Google killed the execution.
 */
const MEMORY = read('memory-of-1.0.json');

/** What that release kept of runs that ended in each way. */
const RUNS = JSON.parse(read('runs-of-1.0.json')) as Record<
  string,
  { readonly number: number; readonly summary: RunSummary | null; readonly undoes?: number }
>;

const begin = (): Workbench => openWorkbench({ saved: MEMORY });

/** As the sidebar does: execution after execution, because Shopify is slow here. */
function goOn(bench: Workbench): RunSummary {
  let ended = call(bench, 'continueSync');
  for (let more = 0; more < 5 && ended.outcome === 'paused'; more += 1) ended = call(bench, 'continueSync');
  return ended;
}

const prices = ({ store }: Workbench) =>
  store.dump().products.flatMap(({ variants }) => variants.map(({ price }) => price));
const bulkStarts = ({ wire }: Workbench) =>
  wire.filter((text) => text.includes('bulkOperationRunMutation(')).length;

describe('a spreadsheet that release 1.0 of the memory left in the middle of a run', () => {
  test('goes on with it without a question: what is under way is joined, and nothing is sent twice', () => {
    const bench = begin();
    const ended = goOn(bench);
    expect(ended).toMatchObject({
      outcome: 'finished',
      run: 6,
      problem: null,
      totals: { updated: 32, conflict: 0, error: 0 },
      conflicts: { count: 0 },
      held: { count: 1 },
      refused: 1,
    });
    expect(Object.values(ended.unsynced).map(({ count }) => count)).toEqual([0, 0, 0]);
    expect(prices(bench).filter((price) => price === '21.00')).toHaveLength(32);
    expect(bulkStarts(bench)).toBe(0);
    // One level of stock, which waited behind the prices.
    expect(mutationsSent(bench)).toBe(1);
    expect(call(bench, 'startSync')).toMatchObject({ outcome: 'finished', run: 7, sent: 0 });
  });

  test('takes rows that a person inserts and deletes, and goes on', () => {
    const bench = begin();
    for (const sheet of bench.runtime.state.workbook.sheets) {
      insertSheetRows(sheet, sheet.maxRows, 2);
      deleteSheetRows(sheet, sheet.maxRows, 1);
    }
    expect(goOn(bench)).toMatchObject({ outcome: 'finished', totals: { updated: 32 } });
  });

  test('still holds what looked like a slip, and sends it once it is confirmed', () => {
    const bench = begin();
    goOn(bench);
    const { held, run } = call(bench, 'startSync');
    expect(held.shown).toMatchObject([{ row: 4, change: 'Price 20.00 → 3.00' }]);
    call(bench, 'confirmHeld', { run, keys: keysOf(held) });
    expect(prices(bench)).toContain('3.00');
    expect(prices(bench)).not.toContain('2.00');
  });

  test('can undo what that release sent, and holds what it gave back itself', () => {
    const bench = begin();
    expect(history(bench).map(({ number, undoes }) => [number, undoes])).toEqual([
      [6, null],
      [4, null],
      [3, 2],
      [2, null],
      [1, null],
    ]);
    goOn(bench);
    expect(prices(bench)).toContain('90.00');
    undo(bench, 4);
    expect(prices(bench)).not.toContain('90.00');
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0 });
  });
});

describe('what release 1.0 kept of a run', () => {
  function having(name: string): Workbench {
    const bench = begin();
    bench.runtime.state.documentProperties.run = JSON.stringify(RUNS[name]);
    return bench;
  }

  test.each(Object.keys(RUNS))('is shown by the sidebar as it was: %s', (name) => {
    const { summary } = RUNS[name]!;
    const shown = lastRunOf(having(name));
    expect(shown?.outcome).toBe(summary?.outcome);
    expect(summary ?? {}).toMatchObject(shown ?? {});
  });

  test.each(Object.keys(RUNS))('counts on in the numbers of runs: %s', (name) => {
    expect(call(having(name), 'startSync').run).toBe(RUNS[name]!.number + 1);
  });

  test.each(Object.keys(RUNS).filter((name) => /^(running|paused|stopped|selection)/.test(name)))(
    'is gone on with under its number, within its limit: %s',
    (name) => {
      const bench = having(name);
      const ended = goOn(bench);
      expect(ended).toMatchObject({ outcome: 'finished', run: RUNS[name]!.number });
      // The first row of the sheet is the only one that the selection names.
      if (name.startsWith('selection')) expect(mutationsSent(bench)).toBe(0);
    },
  );

  test('is gone on with as the undo that it was', () => {
    const bench = having('undo paused');
    expect(goOn(bench)).toMatchObject({ outcome: 'finished', run: 7, undid: 1 });
  });

  test.each(['finished', 'undo finished', 'decided'])('is over where it was over: %s', (name) => {
    const bench = having(name);
    expect(goOn(bench)).toMatchObject({ outcome: 'finished', run: RUNS[name]!.number });
    expect(mutationsSent(bench)).toBe(0);
  });

  test('is what the next overview shows, whoever opens the sidebar', () => {
    const answer = having('failed').call<Overview>('getOverview');
    expect(answer).toMatchObject({ value: { lastRun: { problem: { kind: 'invalid-input' } } } });
  });
});
