import type { FilterView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const SHEETS = {
  Prices: csvOf([
    ['SKU', 'Price'],
    ['nobody', '5'],
  ]),
  Products: csvOf([
    ['Handle', 'Title', 'Price'],
    ['hat', 'Hat', '5'],
    ['cap', 'Cap', 'free'],
  ]),
};

const HIDDEN = ['Created', 'Updated', 'No change to send', 'Up to date', ''];
const EVERYTHING_ELSE = 'Only the rows that need you are shown.';

function synced(): Workbench {
  const bench = openWorkbench();
  bench.sync(SHEETS);
  return bench;
}

const tab = ({ runtime }: Workbench, name: string) =>
  runtime.state.workbook.sheets.find((sheet) => sheet.name === name);

/** The words that the filter of a tab hides, by column; null where it has none. */
function hiddenIn(bench: Workbench, name: string): Record<string, string[]> | null {
  const filter = tab(bench, name)?.filter;
  if (!filter) return null;
  return Object.fromEntries(
    Object.entries(filter.criteria).map(([column, text]) => [column, JSON.parse(text).hiddenValues]),
  );
}

const toasts = ({ runtime }: Workbench) => runtime.interface.toasts.map(({ message }) => message);

function choose(bench: Workbench, request?: { readonly onlyProblems: boolean }): FilterView {
  const answer = bench.call<FilterView>('filterProblems', ...(request ? [request] : []));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

test('one click leaves only the rows that need a person, in every ticked tab, and one shows all again', () => {
  const bench = synced();
  expect(choose(bench)).toEqual({ onlyProblems: true, message: EVERYTHING_ELSE });
  expect(hiddenIn(bench, 'Products')).toEqual({ 4: HIDDEN });
  expect(hiddenIn(bench, 'Prices')).toEqual({ 3: HIDDEN });
  expect(tab(bench, 'Products')?.filter?.area).toEqual({ row: 1, column: 1, rowCount: 3, columnCount: 7 });
  expect(choose(bench)).toEqual({ onlyProblems: false, message: 'All rows are shown.' });
  expect([hiddenIn(bench, 'Products'), hiddenIn(bench, 'Prices')]).toEqual([null, null]);
  expect(toasts(bench).slice(-2)).toEqual([EVERYTHING_ELSE, 'All rows are shown.']);
});

test('the sidebar says which of the two it wants, and gets it however often it asks', () => {
  const bench = synced();
  for (const onlyProblems of [true, true]) choose(bench, { onlyProblems });
  expect(hiddenIn(bench, 'Products')).toEqual({ 4: HIDDEN });
  for (const onlyProblems of [false, false]) choose(bench, { onlyProblems });
  expect(hiddenIn(bench, 'Products')).toBeNull();
});

test("a merchant's own filter is kept, and only its status column is set and freed", () => {
  const bench = synced();
  const area = { row: 1, column: 1, rowCount: 3, columnCount: 7 };
  const own = JSON.stringify({ hiddenValues: ['Hat'], condition: null });
  const sheet = tab(bench, 'Products');
  if (sheet) sheet.filter = { area, criteria: { 2: own } };
  choose(bench, { onlyProblems: true });
  expect(hiddenIn(bench, 'Products')).toEqual({ 2: ['Hat'], 4: HIDDEN });
  choose(bench, { onlyProblems: false });
  expect(hiddenIn(bench, 'Products')).toEqual({ 2: ['Hat'] });
});

test('a filter of ours that somebody took to filter another column stays with that column', () => {
  const bench = synced();
  choose(bench, { onlyProblems: true });
  const own = JSON.stringify({ hiddenValues: ['Hat'], condition: null });
  Object.assign(tab(bench, 'Products')?.filter?.criteria ?? {}, { 2: own });
  choose(bench, { onlyProblems: false });
  expect(hiddenIn(bench, 'Products')).toEqual({ 2: ['Hat'] });
});

test('a filter that does not reach the status column is left alone, and its tab is named', () => {
  const bench = synced();
  const sheet = tab(bench, 'Products');
  if (sheet) sheet.filter = { area: { row: 1, column: 1, rowCount: 3, columnCount: 3 }, criteria: {} };
  expect(choose(bench, { onlyProblems: true })).toEqual({
    onlyProblems: true,
    message: `${EVERYTHING_ELSE} The filter of “Products” does not reach the column “Sync status”: remove it, or draw it over the whole table.`,
  });
  expect(hiddenIn(bench, 'Products')).toEqual({});
});

test('rows that a filter hides are synced like the others', () => {
  const bench = synced();
  choose(bench, { onlyProblems: true });
  bench.paste({ Products: SHEETS.Products.replace('hat,Hat,5', 'hat,Hat,6') });
  bench.call('startSync');
  expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('6.00');
});

test('before a first sync there is nothing to filter, and the person is told so', () => {
  const bench = openWorkbench();
  const sheetIds = bench.paste(SHEETS);
  bench.call('chooseTabs', { sheetIds });
  expect(choose(bench)).toEqual({
    onlyProblems: false,
    message: 'No row has a status yet. Preview and sync first.',
  });
  expect(hiddenIn(bench, 'Products')).toBeNull();
});
