import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const ROWS = 60;
const HEADER = [
  'Handle',
  'Title',
  'Vendor',
  'Status',
  'SKU',
  'Price',
  'Inventory tracker',
  'Inventory quantity',
];
type Row = readonly string[];

const CATALOG: readonly Row[] = Array.from({ length: ROWS }, (_, index) => [
  `item-${index}`,
  `Item ${index}`,
  `Maker ${index % 6}`,
  'active',
  `S-${index}`,
  `${10 + index}.90`,
  'shopify',
  `${8 + (index % 30)}`,
]);

const synced = openWorkbench();
synced.sync({ Products: csvOf([HEADER, ...CATALOG]) });
const saved = synced.save();

const column = (name: string) => HEADER.indexOf(name);

/** The catalog after so many steps, each of which changes one column of some rows. */
const stepped = (
  steps: number,
  name: string,
  textOf: (row: Row, index: number, step: number) => string | undefined,
) =>
  CATALOG.map((row, index) => {
    let last = row[column(name)] ?? '';
    for (let step = 1; step <= steps; step += 1) last = textOf(row, index, step) ?? last;
    return row.map((cell, at) => (at === column(name) ? last : cell));
  });

/** What is held in each step, an hour apart. */
function play(rowsOf: (step: number) => readonly Row[], steps: number): { bench: Workbench; held: number[] } {
  const bench = openWorkbench({ saved });
  const held: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    bench.clock.advance(3_600_000);
    bench.paste({ Products: csvOf([HEADER, ...rowsOf(step)]) });
    const answered = bench.call<RunSummary>('startSync', {});
    if (!answered.ok) throw new Error(answered.problem.message);
    held.push(answered.value.held.shown.length + answered.value.held.more.length);
  }
  return { bench, held };
}

/** Of each step these rows: the first, the next portion, and so on. */
const portion = (size: number) => (index: number, step: number) =>
  index >= size * (step - 1) && index < size * step;

describe('a mistake in portions of one day is held as one at once is', () => {
  test('quantities that are forty times as large in the end', () => {
    // By one factor they would be held in the first step, as stock in another unit.
    const times = (index: number, step: number) =>
      step === 1 ? [4, 5, 8][index % 3]! : 40 * 8 ** (step - 2);
    const { bench, held } = play(
      (step) =>
        stepped(step, 'Inventory quantity', (row, index, at) => String(Number(row[7]) * times(index, at))),
      3,
    );
    expect(held[0]).toBe(0);
    expect(held[1]).toBe(ROWS);
    expect(held[2]).toBe(ROWS);
    const { inventory } = bench.store.dump().products[0]?.variants[0] ?? {};
    expect(Object.values(inventory ?? {})[0]?.available).toBe(32);
  });

  test('quantities to 0, six rows at a time', () => {
    const isOf = portion(6);
    const { held } = play(
      (step) => stepped(step, 'Inventory quantity', (_, index, at) => (isOf(index, at) ? '0' : undefined)),
      4,
    );
    expect(held[0]).toBe(0);
    expect(held[1]).toBe(6);
  });

  test('a shop archived a quarter at a time', () => {
    const isOf = portion(15);
    const { held } = play(
      (step) => stepped(step, 'Status', (_, index, at) => (isOf(index, at) ? 'archived' : undefined)),
      4,
    );
    expect(held[0]).toBe(0);
    expect(held[1]).toBe(15);
    expect(held[2]).toBeGreaterThanOrEqual(15);
  });

  test('vendors made equal a quarter at a time', () => {
    const isOf = portion(15);
    const { held } = play(
      (step) => stepped(step, 'Vendor', (_, index, at) => (isOf(index, at) ? 'Acme' : undefined)),
      3,
    );
    expect(held[0]).toBe(0);
    expect(held[1]).toBe(15);
  });
});

test('what is done little by little over days is sent', () => {
  const isOf = portion(6);
  const bench = openWorkbench({ saved });
  for (let step = 1; step <= 4; step += 1) {
    bench.clock.advance(25 * 3_600_000);
    bench.paste({
      Products: csvOf([
        HEADER,
        ...stepped(step, 'Status', (_, index, at) => (isOf(index, at) ? 'archived' : undefined)),
      ]),
    });
    const answered = bench.call<RunSummary>('startSync', {});
    expect(answered).toMatchObject({ ok: true, value: { held: { shown: [] }, totals: { updated: 6 } } });
  }
});

test('once confirmed, a portion counts no more against the next small change', () => {
  const isOf = portion(15);
  const rows = (step: number) =>
    stepped(step, 'Status', (_, index, at) => (isOf(index, at) ? 'archived' : undefined));
  const { bench } = play(rows, 2);
  const again = bench.call<RunSummary>('startSync', {});
  if (!again.ok) throw new Error(again.problem.message);
  const keys = again.value.held.shown.map(({ key }) => key);
  expect(bench.call('confirmHeld', { run: again.value.run, keys })).toMatchObject({ ok: true });
  const next = rows(2).map((row, index) =>
    row.map((cell, at) => (index === 40 && at === column('Status') ? 'archived' : cell)),
  );
  bench.paste({ Products: csvOf([HEADER, ...next]) });
  expect(bench.call<RunSummary>('startSync', {})).toMatchObject({
    ok: true,
    value: { held: { shown: [] }, totals: { updated: 1 } },
  });
});
