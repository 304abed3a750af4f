import type { RunView, UndoSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';
import { storeFacts } from '../store/store-facts';
import { checkUndone } from './check-undo';

/** A run adds 20 to a level of 8, and is undone. */
function undoAdded(added: string, stock: string, locations: string[]) {
  const bench = openWorkbench({ store: { locations } });
  const sync = (column: string, number: string) =>
    bench.sync({
      Products: csvOf([
        ['Handle', 'Title', 'Variant SKU', 'Variant Inventory Tracker', column],
        ['mug', 'Mug', 'K1', 'shopify', number],
      ]),
    });
  sync(stock, '8');
  sync(added, '20');
  const runs = bench.call<readonly RunView[]>('listRuns');
  const run = runs.ok ? runs.value.find(({ canBeUndone }) => canBeUndone)?.number : undefined;
  const shown = bench.call<UndoSummary>('undoRun', { run, preview: true });
  if (!shown.ok) throw new Error(shown.problem.message);
  const before = storeFacts(bench);
  bench.call('undoRun', { run });
  return { bench, undoing: { shown: shown.value, held: [], before, after: storeFacts(bench), isDone: true } };
}

describe.each([
  ['Variant Inventory Adjust', 'Variant Inventory Qty', 'Shop', ['Shop']],
  ['Inventory Available Adjust: Shop', 'Inventory Available: Shop', 'Shop', ['Shop', 'Warehouse']],
  [
    ...['Inventory Available Adjust: Warehouse', 'Inventory Available: Warehouse', 'Warehouse'],
    ['Shop', 'Warehouse'],
  ],
] as [string, string, string, string[]][])(
  'an undo of a number in %s',
  (added, stock, location, locations) => {
    const { bench, undoing } = undoAdded(added, stock, locations);
    const what = `K1 available at ${location}`;

    test('keeps its promise where it gives back the stock that it listed', () => {
      expect([undoing.before.get(what), undoing.after.get(what)]).toEqual(['28', '8']);
      expect(checkUndone(bench, undoing)).toEqual([]);
    });

    test('breaks it where it gives back another, or none', () => {
      for (const wrong of ['9', '28'])
        expect(checkUndone(bench, { ...undoing, after: new Map(undoing.after).set(what, wrong) })).toContain(
          `${what} “28” → “8” was to be undone, and is “${wrong}”`,
        );
    });
  },
);

describe('an undo of a price whose own row is in error by now', () => {
  const bench = openWorkbench({ store: { locations: ['Shop'] } });
  const tabs = (price: string, other: string) => ({
    Products: csvOf([
      ['Handle', 'Title', 'Variant SKU'],
      ['mug', 'Mug', 'K1'],
    ]),
    Prices: csvOf([
      ['SKU', 'Price'],
      ['K1', price],
    ]),
    More: csvOf([
      ['Handle', 'Title', 'SKU', 'Price'],
      ['mug', 'Mug', 'K1', other],
    ]),
  });
  bench.sync(tabs('10.00', '10.00'));
  bench.sync(tabs('11.00', '11.00'));
  bench.sync(tabs('12.00', '13.00'));
  const runs = bench.call<readonly RunView[]>('listRuns');
  const run = runs.ok ? runs.value.find(({ canBeUndone }) => canBeUndone)?.number : undefined;
  const shown = bench.call<UndoSummary>('undoRun', { run, preview: true });
  if (!shown.ok) throw new Error(shown.problem.message);
  const before = storeFacts(bench);
  bench.call('undoRun', { run });
  const undoing = { shown: shown.value, held: [], before, after: storeFacts(bench), isDone: true };

  test('is listed by another row of the item, although its tab has no such column', () => {
    expect([undoing.before.get('K1 price'), undoing.after.get('K1 price')]).toEqual(['11.00', '10.00']);
    expect(shown.value.rows.shown.map(({ tab }) => tab)).toEqual(['Products']);
    expect(checkUndone(bench, undoing)).toEqual([]);
  });

  test('breaks its promise where it gives back another price', () => {
    expect(
      checkUndone(bench, { ...undoing, after: new Map(undoing.after).set('K1 price', '9.00') }),
    ).toContain('K1 price “11.00” → “9.00” was undone, and the undo did not list it');
  });
});
