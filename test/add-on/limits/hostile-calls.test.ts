import fc from 'fast-check';
import { listedEntryPoints } from '../../bundle/built';
import { csvOf } from '../../support/csv';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { anyJson } from './any-json';

const synced = openWorkbench();
synced.sync({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price'],
    ['hat', 'Hat', 'H-1', '5.00'],
  ]),
});
synced.call('saveSchedule', { rhythm: { every: 'day', hour: 3 }, groups: ['products'] });
const saved = synced.save();

const kept = ({ runtime: { state } }: Workbench) =>
  JSON.stringify([state.documentProperties, state.userProperties, state.triggers]);

/** What the page, or Google, gets back; a page for people is told by its words. */
function answerTo(bench: Workbench, name: string, args: readonly unknown[]) {
  const result = bench.runtime.run(name, args, { kind: 'sidebar' });
  if (result.outcome !== 'returned') return { outcome: result.outcome, result };
  const value = result.value as { ok?: boolean; problem?: { kind: string } } | undefined;
  return { outcome: 'returned', kind: value?.ok === false ? value.problem?.kind : 'fine', result };
}

const NAMES = listedEntryPoints();

describe('an entry point that is given what it cannot use', () => {
  test.each(NAMES)('%s answers, and keeps nothing of it', (name) => {
    fc.assert(
      fc.property(fc.array(anyJson, { maxLength: 2 }), (args) => {
        const bench = openWorkbench({ saved });
        const before = kept(bench);
        const { outcome, kind, result } = answerTo(bench, name, args);
        if (outcome !== 'returned' || kind === 'unexpected') throw new Error(JSON.stringify(result));
        if (kind === 'invalid-input') expect(kept(bench)).toBe(before);
        expect(answerTo(bench, 'getOverview', []).kind).toBe('fine');
      }),
      { numRuns: sampled(2, 100), seed: 7 },
    );
  });

  test.each<[string, unknown]>([
    ['chooseTabs', { sheetIds: 5 }],
    ['chooseTabs', { sheetIds: [1.5] }],
    ['chooseTabs', { sheetIds: ['0'] }],
    ['chooseTabs', { sheetIds: [[0]] }],
    ['chooseTabs', { sheetIds: [null] }],
    ['chooseTabs', {}],
    ['chooseTabs', null],
    ['chooseTabs', undefined],
    ['previewSync', { groups: 'products' }],
    ['startSync', { groups: ['everything'] }],
    ['startSync', { groups: { length: 1 } }],
    ['startSync', 5],
    ['filterProblems', { onlyProblems: 'yes' }],
    ['setUpSheets', { prices: 1 }],
    ['saveConnection', null],
    ['saveConnection', { method: 'toString', shop: 'acme' }],
    ['saveConnection', { method: 'permanent-token', shop: 5, accessToken: ['x'] }],
    ['startAuthorization', { method: 'authorization-code', shop: 'acme', clientId: {} }],
    ['disconnect', { everywhere: 'no' }],
    ['disconnect', 'everywhere'],
    ['confirmHeld', { keys: 5 }],
    ['confirmHeld', { keys: [5], run: null }],
    ['confirmHeld', { keys: ['x'], run: '1' }],
    ['refuseHeld', { keys: {} }],
    ['applyPreview', { preview: { toString: 'x' } }],
    ['confirmHeld', null],
    ['resolveConflicts', { side: 'both' }],
    ['resolveConflicts', { side: 'sheet', keys: 'all' }],
    ['undoRun', { run: '1' }],
    ['undoRun', { run: -1 }],
    ['undoRun', { run: 1, preview: 'yes' }],
    ['undoRun', { run: 1, held: 'all' }],
    ['putBack', null],
    ['putBack', { undo: 1, keys: 'all' }],
    ['putBack', { undo: {}, keys: [] }],
    ['saveSchedule', undefined],
    ['saveSchedule', 0],
    ['saveSchedule', { rhythm: { every: 'day', hour: '3' }, groups: ['products'] }],
    ['saveSettings', { onConflict: 5 }],
    ['saveSettings', { onConflict: { products: 'ask', inventory: 5 } }],
    ['saveSettings', { keepStock: 'yes' }],
    ['saveSettings', { defaultLocationId: '5' }],
    ['saveSettings', null],
    ['saveSettings', [1]],
    ['goToRow', { sheetId: 0, row: '2' }],
    ['goToRow', { sheetId: 0, row: 1e12 }],
    ['goToRow', null],
  ])('%s refuses %j in a plain sentence', (name, argument) => {
    const bench = openWorkbench({ saved });
    const before = kept(bench);
    const answered = bench.call(name, ...(argument === undefined ? [] : [argument]));
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(kept(bench)).toBe(before);
  });
});
