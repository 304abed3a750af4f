import type { RunView, UndoSummary } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf, TWO_OPTIONS } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const tee = (colour: string) => ({
  Products: csvOf([
    TWO_OPTIONS,
    ['tee', 'Tee', 'Colour', colour, 'Size', 'S', 'T-1', '10.00'],
    ['tee', '', '', colour, '', 'M', 'T-2', '11.00'],
    ['tee', '', '', 'Red', '', 'S', 'T-3', '12.00'],
  ]),
});

function answered<Value>(bench: Workbench, name: string, ...args: unknown[]): Value {
  const answer = bench.call<Value>(name, ...args);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const colours = ({ store }: Workbench) =>
  store.dump().products[0]?.variants.map(({ options }) => options.Colour);
const lastRun = (bench: Workbench) => answered<readonly RunView[]>(bench, 'listRuns')[0]?.number;
const statuses = ({ runtime }: Workbench) => {
  const rows = runtime.state.workbook.sheets.find(({ name }) => name === 'Products')?.rows ?? [];
  const at = rows[0]?.indexOf('Sync status') ?? -1;
  return rows.slice(1).map((cells) => `${cells[at]}: ${cells[at + 1]}`);
};
const typed = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets
    .find(({ name }) => name === 'Products')
    ?.rows.slice(1)
    .map((cells) => cells[3]);

test('a renamed option value is renamed back, its rows are held, and the old value is offered for each of them', () => {
  const bench = openWorkbench();
  bench.sync(tee('Yello'));
  bench.sync(tee('Yellow'));
  expect(colours(bench)).toEqual(['Yellow', 'Yellow', 'Red']);

  answered<UndoSummary>(bench, 'undoRun', { run: lastRun(bench) });
  expect(colours(bench)).toEqual(['Yello', 'Yello', 'Red']);
  const [first, second, third] = statuses(bench);
  for (const row of [first, second])
    expect(row).toMatch(/^Held: Undone: Colour Yellow → Yello\. Edit the cell to send it again\./);
  expect(third).not.toContain('Undone');

  const undo = lastRun(bench);
  const offered = answered<OldValues>(bench, 'putBack', { undo });
  expect(offered.shown).toMatchObject([
    { row: 2, column: 'Option1 Value', sheet: 'Yellow', old: 'Yello' },
    { row: 3, column: 'Option1 Value', sheet: 'Yellow', old: 'Yello' },
  ]);
  const keys = offered.shown.map(({ key }) => key);
  expect(answered<OldValues>(bench, 'putBack', { undo, keys })).toMatchObject({ written: 2, shown: [] });
  expect(typed(bench)).toEqual(['Yello', 'Yello', 'Red']);

  const sent = bench.wire.length;
  answered(bench, 'startSync');
  expect(bench.wire.slice(sent).filter((text) => text.startsWith('{"query":"mutation'))).toEqual([]);
  expect(colours(bench)).toEqual(['Yello', 'Yello', 'Red']);
});

test('where the sheet says the old value already, nothing of it is held or offered', () => {
  const bench = openWorkbench();
  bench.sync(tee('Yello'));
  bench.sync(tee('Yellow'));
  const run = lastRun(bench);
  bench.paste(tee('Yello'));
  answered<UndoSummary>(bench, 'undoRun', { run });
  expect(colours(bench)).toEqual(['Yello', 'Yello', 'Red']);
  expect(answered<OldValues>(bench, 'putBack', { undo: lastRun(bench) }).shown).toEqual([]);
  expect(saidOf(bench.sync(tee('Yello'), '--preview'))['Products:2']).toBe('unchanged');
});
