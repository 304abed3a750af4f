import { csvOf } from '../../support/csv';
import { previewLines } from '../../support/foreseen';
import { mutationsIn, openWorkbench, saidOf } from '../../support/workbench';
import { BLANK_CELLS } from '../tabs/traps/blank-cells';
import { ROW_MEANING } from '../tabs/traps/row-meaning';
import { SPREADSHEET_VALUES } from '../tabs/traps/spreadsheet-values';
import { HAT, HEADER, LARGE, SMALL } from '../tabs/traps/trap';

/**
 * What hurts people who keep a catalog in a sheet, one trap a test, with the sentence that they see.
 *
 * Elsewhere: tokens that run out, `test/auth`; stock that orders moved, `conflicts.test.ts` and `test/plan/plan-stock`;
 * throttling, `test/shopify`; six minutes and kills, `cut-off.test.ts`; rows that move during a run,
 * `edited-meanwhile.test.ts`; undo, `undo.test.ts`; commands that delete, `matrixify.test.ts`; `not stocked` and locations
 * of the inventory CSV, `inventory-csv.test.ts`; images that pile up, `test/plan/plan-images`; publishing,
 * `publishing.test.ts`; broken formulas, headers and tabs as a whole, `bad-input.test.ts` and `test/catalog`.
 */
describe.each([
  ['Cells that are blank', BLANK_CELLS],
  ['What a row means', ROW_MEANING],
  ['What a spreadsheet makes of it', SPREADSHEET_VALUES],
])('%s:', (_, traps) => {
  test.each(traps)('$trap', ({ before, sheet, args = [], says, sends = {}, leaves }) => {
    const bench = openWorkbench();
    const first = before && bench.sync({ Products: csvOf(before) });
    const report = bench.sync({ Products: csvOf(sheet) }, ...args);
    const rows = Object.entries(says).map(([row, said]) => [`Products:${row}`, said]);
    expect(withoutTimes(saidOf(report))).toEqual(Object.fromEntries(rows));
    expect(mutationsIn(report, first)).toEqual(sends);
    leaves?.(bench);
  });
});

/** When a row that was not read was last compared is not what a trap is about. */
function withoutTimes(said: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).map(([row, words]) => [
      row,
      words.replace(/ Last compared with Shopify on [\d-]+ at [\d:]+\./, ''),
    ]),
  );
}

test('A header with a slip: is listed in the preview, and never dropped in silence', () => {
  const bench = openWorkbench();
  bench.sync(
    {
      Products: csvOf([
        ['Handle', 'Title', 'Prise'],
        ['hat', 'Hat', '5'],
      ]),
    },
    '--preview',
  );
  const lines = previewLines(bench).map((line) => [line['What would happen'], line.Why]);
  expect(lines).toContainEqual([
    'Unknown column',
    '“Prise” is left alone. If it should be synced, give it a name from the list of columns.',
  ]);
});

test('A preview: says of every row what the sync then does, as what will be', () => {
  const bench = openWorkbench();
  const rows = csvOf([
    HEADER,
    SMALL,
    LARGE,
    HAT,
    ['cap', 'Cap', '', '', 'C-1', 'free', ''],
    ['', 'Mug', '', '', 'M', '1', ''],
  ]);
  const previewed = bench.sync({ Products: rows }, '--preview');
  expect(bench.store.dump().products).toEqual([]);
  const foretold = Object.entries(saidOf(previewed)).map(([row, words]) => [
    row,
    words.replace('it will be', 'it is'),
  ]);
  expect(saidOf(bench.sync({ Products: rows }))).toEqual(Object.fromEntries(foretold));
});
