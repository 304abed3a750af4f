import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const COUNT = 220;
/** More than one execution sends in this latency. */
const SELECTED = 180;
const LATENCY_MS = 58_000;
const PRICES = csvOf([
  ['SKU', 'Price'],
  [`S-${COUNT - 1}`, '10.00'],
]);
const file = (price: string) =>
  csvOf([
    ['Handle', 'Title', 'SKU', 'Price'],
    ...Array.from({ length: COUNT }, (_, index) => [`p-${index}`, `P ${index}`, `S-${index}`, price]),
  ]);

const synced = openWorkbench();
synced.sync({ Products: file('10.00'), Prices: PRICES });
const saved = synced.save();

/** Every row is edited, and these are selected. */
function selected(row: number, rowCount: number, latencyMs = 0): Workbench {
  const bench = openWorkbench({ saved, store: { latencyMs } });
  bench.paste({ Products: file('10.50') });
  const { workbook } = bench.runtime.state;
  workbook.activeSheetId = workbook.sheets.find(({ name }) => name === 'Products')!.id;
  workbook.selection = [{ row, column: 1, rowCount, columnCount: 1 }];
  return bench;
}

const tab = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets.find(({ name }) => name === 'Products')!;
const sent = (bench: Workbench) =>
  bench.store
    .dump()
    .products.filter(({ variants }) => variants[0]?.price === '10.50')
    .map(({ handle }) => Number(String(handle).slice(2)));

function problemOf(bench: Workbench, name: string) {
  const answered = bench.call<RunSummary>(name);
  return answered.ok ? answered.value.problem?.message : answered.problem.message;
}

describe('a sync of selected rows', () => {
  test.each([
    ['a tab that is not ticked', (bench: Workbench) => void bench.call('chooseTabs', { sheetIds: [1] })],
    [
      'a tab of the add-on',
      ({ runtime: { state } }: Workbench) => {
        state.workbook.activeSheetId = state.workbook.sheets.find(({ name }) => name === 'Sync history')!.id;
      },
    ],
    [
      'the header row alone',
      ({ runtime: { state } }: Workbench) => {
        state.workbook.selection = [{ row: 1, column: 1, rowCount: 1, columnCount: 4 }];
      },
    ],
    [
      'nothing',
      ({ runtime: { state } }: Workbench) => {
        state.workbook.selection = [];
      },
    ],
  ])('says so where %s is selected, and touches no row', (_, select) => {
    const bench = selected(2, 3);
    select(bench);
    const before = JSON.stringify(tab(bench).rows);
    expect(problemOf(bench, 'syncSelectedRows')).toBe(
      'None of the selected rows is in a tab that is synced.',
    );
    expect(sent(bench)).toEqual([]);
    expect(JSON.stringify(tab(bench).rows)).toBe(before);
  });

  test.each(['continueSync', 'by the clock'])(
    'that is gone on with (%s) sends no other rows where somebody sorted the tab meanwhile',
    (how) => {
      const bench = selected(2, SELECTED, LATENCY_MS);
      const first = bench.call<RunSummary>('syncSelectedRows');
      expect(first).toMatchObject({ ok: true, value: { outcome: 'paused' } });
      const { rows } = tab(bench);
      rows.splice(1, COUNT, ...rows.slice(1, COUNT + 1).reverse());
      if (how === 'continueSync')
        expect(problemOf(bench, how)).toBe('The selected rows were moved before their sync came to its end.');
      else bench.runtime.advanceTo(bench.clock.now() + 30 * 60_000);
      expect(sent(bench).filter((product) => product >= SELECTED)).toEqual([]);
    },
  );

  test('that is gone on with comes to its end where nobody moved them, whatever is edited beside them', () => {
    const bench = selected(2, SELECTED, LATENCY_MS);
    let run = bench.call<RunSummary>('syncSelectedRows');
    expect(run).toMatchObject({ ok: true, value: { outcome: 'paused' } });
    tab(bench).rows[1]![1] = 'Another title';
    for (let more = 0; more < 10 && run.ok && run.value.outcome === 'paused'; more += 1)
      run = bench.call<RunSummary>('continueSync');
    expect(run).toMatchObject({ ok: true, value: { outcome: 'finished', problem: null } });
    expect(sent(bench).sort((a, b) => a - b)).toEqual(Array.from({ length: SELECTED }, (_, index) => index));
  });
});
