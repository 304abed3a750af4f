import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { connectAndPreview, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Price'];
const file = (price: string) => csvOf([HEADER, ['hat', 'Hat', price], ['mug', 'Mug', '9.00']]);

const synced = openWorkbench();
synced.sync({ Products: file('5.00') });

const tab = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets.find(({ name }) => name === 'Products')!;
const price = ({ store }: Workbench) => store.dump().products[0]?.variants[0]?.price;
const WHOLE = { row: 1, column: 1, rowCount: 1_000, columnCount: 26 };

function problemOf(bench: Workbench, name: string, argument: unknown = {}) {
  const answered = bench.call<RunSummary>(name, argument);
  return answered.ok ? answered.value.problem : answered.problem;
}

const REFUSED = {
  kind: 'not-allowed',
  message: expect.stringContaining('A table (Format ▸ Convert to table) does not let the add-on write'),
  nextStep: expect.stringContaining('Revert to unformatted data'),
};

describe('in a tab that Google made a table of', () => {
  test('rows are synced and answered, although the table takes no formats from a script', () => {
    const bench = openWorkbench();
    const sheetIds = bench.paste({ Products: file('5.00') });
    tab(bench).tables = [{ area: WHOLE, refuses: 'formats' }];
    bench.drive(sheetIds);
    expect(price(bench)).toBe('5.00');
    expect(
      tab(bench)
        .rows.slice(1)
        .map((row) => row[3]),
    ).toEqual(['Created', 'Created']);
  });

  test('nothing is sent where the answers of the rows could not be written, and the tab is named', () => {
    const bench = openWorkbench({ saved: synced.save() });
    bench.paste({ Products: file('5.50') });
    tab(bench).tables = [{ area: WHOLE, refuses: 'writes' }];
    const problem = problemOf(bench, 'startSync');
    expect(problem).toMatchObject(REFUSED);
    expect(problem?.message).toMatch(/^“Products”: /);
    expect(price(bench)).toBe('5.00');
  });

  test('nor where it has no status columns yet', () => {
    const bench = openWorkbench();
    const sheetIds = bench.paste({ Products: file('5.00') });
    connectAndPreview(bench, sheetIds);
    tab(bench).tables = [{ area: WHOLE, refuses: 'writes' }];
    expect(problemOf(bench, 'startSync')).toMatchObject(REFUSED);
    expect(bench.store.dump().products).toEqual([]);
  });

  test('the filter for problems says what stands in its way', () => {
    const bench = openWorkbench({ saved: synced.save() });
    tab(bench).tables = [{ area: WHOLE, refuses: 'formats' }];
    const problem = problemOf(bench, 'filterProblems', undefined);
    expect(problem).toMatchObject(REFUSED);
    expect(problem?.message).toMatch(/^“Products”: /);
  });
});

test('several choices of one cell are read as the list that it shows: of tags each, of a status none', () => {
  const bench = openWorkbench();
  const report = bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'Tags', 'Status', 'Price'],
      ['hat', 'Hat', 'summer, sale', 'active', '5.00'],
      ['mug', 'Mug', 'summer', 'active, draft', '9.00'],
    ]),
  });
  const [hat] = bench.store.dump().products;
  expect([...(hat?.tags ?? [])].sort()).toEqual(['sale', 'summer']);
  expect(saidOf(report)['Products:3']).toMatch(
    /^error Status “active, draft” must be active, draft, archived or unlisted/,
  );
});

test('a table that refuses the answers of the rows only while a run sends is named', () => {
  const bench = openWorkbench({
    saved: synced.save(),
    answering: (request, answer) => {
      if (String(request.body).includes('mutation')) tab(bench).tables = [{ area: WHOLE, refuses: 'writes' }];
      return answer;
    },
  });
  bench.paste({ Products: file('5.50') });
  const problem = problemOf(bench, 'startSync');
  expect(problem).toMatchObject(REFUSED);
  expect(problem?.message).toMatch(/^“Products”: /);
  expect(price(bench)).toBe('5.50');
});
