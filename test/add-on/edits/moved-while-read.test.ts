import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sampled, sampleOf } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

/** More cells than are read in one call. */
const MANY = 1_100;
const WIDE = ['Note 1', 'Note 2', 'Note 3', 'Note 4', 'Note 5', 'Note 6'];

/** SKUs, which Google reads as numbers where nothing stands before them, and prices far from them. */
const pricesOf = (count: number, before: string, price: (row: number) => string) =>
  csvOf([
    ['SKU', 'Title', 'Handle', ...WIDE, 'Price'],
    ...Array.from({ length: count }, (_, row) => [
      `${before}${1_001 + row}`,
      `P ${row}`,
      `p-${row}`,
      ...WIDE.map((note) => `${note} of ${row}`),
      price(row),
    ]),
  ]);

/** In the first three rows the prices change by one per cent, so that no guard has anything to say. */
const OLD = (row: number) => (100 + row).toFixed(2);
const NEW = (row: number) => (row < 3 ? (101 + row).toFixed(2) : OLD(row));

const rowsOf = ({ runtime }: Workbench) => runtime.state.workbook.sheets[0]!.rows;

const MOVES: Readonly<Record<string, (bench: Workbench) => void>> = {
  'two rows are exchanged': (bench) => {
    const rows = rowsOf(bench);
    [rows[1], rows[2]] = [rows[2]!, rows[1]!];
  },
  'the rows are sorted the other way round': (bench) => {
    const rows = rowsOf(bench);
    rows.splice(1, 3, ...rows.slice(1, 4).reverse());
  },
  'a row is inserted on top': (bench) => {
    const rows = rowsOf(bench);
    rows.splice(
      1,
      0,
      rows[0]!.map(() => ''),
    );
    bench.runtime.state.workbook.sheets[0]!.maxRows += 1;
  },
  'the first row is deleted': (bench) => {
    rowsOf(bench).splice(1, 1);
  },
  'a column is inserted in front': (bench) => {
    for (const row of rowsOf(bench)) row.unshift('');
    bench.runtime.state.workbook.sheets[0]!.maxColumns += 1;
  },
  'two columns are exchanged': (bench) => {
    for (const row of rowsOf(bench)) [row[0], row[9]] = [row[9]!, row[0]!];
  },
};

const LARGE = Object.entries(MOVES).slice(0, 1);
const NAMES = Object.keys(MOVES);

describe.each([
  ['a small tab', 3, ''],
  ['a small tab whose names are text', 3, 'S-'],
  ['a tab that takes several calls to read', MANY, ''],
])('while %s is read', (_, count, before) => {
  const synced = openWorkbench();
  synced.sync({ Products: pricesOf(count, before, OLD) }, '--convert');
  const saved = synced.save();

  function edited(options: BenchOptions = {}): Workbench {
    const bench = openWorkbench({ saved, ...options });
    bench.paste({ Products: pricesOf(count, before, NEW) }, '--convert');
    return bench;
  }

  /** Calls of a run before it asks Shopify for what it is going to change. */
  function readingCalls(): number[] {
    const reading: number[] = [];
    let passed = 0;
    const bench = edited({
      gate: ({ service, method }) => {
        passed += 1;
        if (service === 'Range' && /^get(Display)?Values$|^getFormulas$/.test(method))
          reading.push(passed, passed + 1);
      },
    });
    passed = 0;
    reading.length = 0;
    bench.call('startSync');
    return [...new Set(reading)];
  }

  const prices = (bench: Workbench) =>
    bench.store
      .dump()
      .products.map(({ handle, title, variants: [variant] }) => [
        handle,
        title,
        variant?.sku,
        variant?.price,
      ]);

  test.each(count > 10 ? sampled(LARGE, Object.entries(MOVES)) : Object.entries(MOVES))(
    '%s: no value goes to another item',
    (name, move) => {
      // Of each move other places.
      const from = NAMES.indexOf(name) / NAMES.length;
      const places = sampleOf(readingCalls(), count > 10 ? 4 : 8, from);
      expect(places.length).toBeGreaterThan(3);
      for (const place of places) {
        let passed = 0;
        let isArmed = false;
        const bench: Workbench = edited({
          gate: () => {
            if (!isArmed) return;
            passed += 1;
            if (passed === place) move(bench);
          },
        });
        isArmed = true;
        bench.call<RunSummary>('startSync');
        isArmed = false;
        const wrong = prices(bench).filter(([handle, title, sku, price]) => {
          const row = Number(String(handle).slice(2));
          return (
            title !== `P ${row}` ||
            sku !== `${before}${1_001 + row}` ||
            ![OLD(row), NEW(row)].includes(String(price))
          );
        });
        expect([place, wrong]).toEqual([place, []]);
      }
    },
  );
});
