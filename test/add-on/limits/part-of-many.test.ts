import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'SKU',
  'Price',
  'Inventory tracker',
  'Inventory quantity',
  'Vendor',
  'Status',
] as const;
const COUNT = 40;
const rowsOf = () =>
  Array.from({ length: COUNT }, (_, row) => [
    `p-${row}`,
    `P ${row}`,
    `S-${row}`,
    `${20 + row}.00`,
    'shopify',
    `${40 + row}`,
    `Acme ${row}`,
    'active',
  ]);

const first = openWorkbench();
first.sync({ Products: csvOf([[...HEADER], ...rowsOf()]) });
const SYNCED = first.save();

type Mistake = (value: (row: number) => string, row: number) => string;

/** What somebody did to a whole column. */
const MISTAKES: Readonly<Record<string, readonly [column: (typeof HEADER)[number], mistake: Mistake]>> = {
  'prices that fall': ['Price', () => '2.00'],
  'prices one row off': ['Price', (value, row) => value((row + 1) % COUNT)],
  'quantities of 0': ['Inventory quantity', () => '0'],
  'one vendor': ['Vendor', () => 'Mine'],
  'titles one row off': ['Title', (value, row) => value((row + 1) % COUNT)],
  'everything archived': ['Status', () => 'archived'],
};

/** The sheet's row of each product that is another now. */
function changedRows(bench: Workbench, before: ReturnType<Workbench['store']['dump']>): number[] {
  const was = new Map(before.products.map((product) => [product.handle, JSON.stringify(product)]));
  return bench.store
    .dump()
    .products.filter((product) => was.get(product.handle) !== JSON.stringify(product))
    .map(({ handle }) => Number(handle.slice(2)) + 2)
    .sort((a, b) => a - b);
}

/** What is held of a column after the mistake, and how to call the add-on. */
function spoilt(column: (typeof HEADER)[number], mistake: Mistake) {
  const bench = openWorkbench({ saved: SYNCED });
  const { rows } = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products')!;
  const at = HEADER.indexOf(column);
  const values = rows.slice(1).map((row) => String(row[at]));
  rows.slice(1).forEach((row, index) => {
    row[at] = mistake((each) => values[each] ?? '', index);
  });
  const call = (name: string, request?: object): RunSummary => {
    const answer = bench.call<RunSummary>(name, ...(request ? [request] : []));
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value;
  };
  return { bench, before: bench.store.dump(), call, held: call('previewSync').held };
}

describe.each(sampleOf(Object.entries(MISTAKES), 2))(
  'of %s that are held together',
  (_, [column, mistake]) => {
    test.each([
      ['one', (index: number) => index === 0],
      ['every other one', (index: number) => index % 2 === 1],
      ['all but three', (index: number) => index >= 3],
    ])('%s is sent, and none that was not chosen, then or at the next sync', (_name, isChosen) => {
      const { bench, before, call, held } = spoilt(column, mistake);
      expect(held.count).toBeGreaterThan(25);
      // A change that touches several rows is one question.
      const keys = new Set(held.shown.filter((_each, index) => isChosen(index)).map(({ key }) => key));
      const wanted = new Set(held.shown.filter(({ key }) => keys.has(key)).map(({ row }) => row));
      call('confirmHeld', { keys: [...keys] });
      expect(changedRows(bench, before)).toEqual([...wanted].sort((a, b) => a - b));
      call('startSync');
      expect(changedRows(bench, before)).toEqual([...wanted].sort((a, b) => a - b));
    });
  },
);

describe('of SKUs one row off, each of which is another product’s until that is sent as well', () => {
  const mistake: Mistake = (value, row) => value((row + 1) % COUNT);

  test.each([
    ['one', (index: number) => index === 0],
    ['every other one', (index: number) => index % 2 === 1],
    ['all but three', (index: number) => index >= 3],
  ])('%s is not sent alone, for no SKU may be on two products', (_name, isChosen) => {
    const { bench, before, call, held } = spoilt('SKU', mistake);
    const keys = held.shown.filter((_each, index) => isChosen(index)).map(({ key }) => key);
    const { held: still } = call('confirmHeld', { keys });
    expect(changedRows(bench, before)).toEqual([]);
    expect(still.count).toBe(held.count);
    call('startSync');
    expect(changedRows(bench, before)).toEqual([]);
  });

  test('all are sent together', () => {
    const { bench, before, call, held } = spoilt('SKU', mistake);
    call('confirmHeld', { keys: held.shown.map(({ key }) => key) });
    expect(changedRows(bench, before)).toHaveLength(COUNT);
  });
});
