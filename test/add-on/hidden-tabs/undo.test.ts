import { KilledError } from '../../../local/apps-script/runtime';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { moveVariant } from '../refresh/moving';
import { checkIds, hiddenTabs, play, price, sheet, storeOf, syncOn } from './damaging';

const with2 = (other: string, from = 105) => sheet((number) => (number === 2 ? other : price(from)(number)));
const pricesOf = (bench: Workbench) =>
  Object.fromEntries(Object.entries(storeOf(bench)).map(([item, [cost]]) => [item, cost]));

/** Run 2 changed all prices; later ones wrote another and the same once more, and somebody a third in Shopify. */
function changed(): { readonly bench: Workbench; readonly older: ReturnType<typeof hiddenTabs> } {
  const bench = openWorkbench();
  bench.sync({ Products: sheet(price(100)) });
  bench.sync({ Products: sheet(price(105)) });
  const older = hiddenTabs(bench);
  bench.sync({ Products: with2('120.00') });
  bench.sync({ Products: with2('107.00') });
  bench.sync({
    Products: sheet((number) => (number === 0 ? '111.00' : price(105)(number))),
  });
  moveVariant(bench, 'item-1', 0, { price: '150.00' });
  bench.clock.advance(60_000);
  return { bench, older };
}

/** Undone or not, but nothing else. */
function check(bench: Workbench): void {
  const now: Record<string, unknown> = pricesOf(bench);
  expect(now).toMatchObject({ 'item-0': '111.00', 'item-1': '150.00' });
  for (const number of [2, 3, 4, 5])
    expect([price(100)(number), price(105)(number)]).toContain(now[`item-${number}`]);
  checkIds(bench);
}

function undo(bench: Workbench): void {
  const answered = bench.call<{ problem?: { kind: string } }>('undoRun', { run: 2 });
  check(bench);
  const after = pricesOf(bench);
  if (answered.ok) syncOn(bench, () => expect(pricesOf(bench)).toEqual(after));
  else expect(['invalid-input', 'restored']).toContain(answered.problem.kind);
}

test('an undo gives back what its run replaced, and nothing else, whatever somebody did to a hidden tab before', () => {
  const { bench, older } = changed();
  expect(play({ bench, older, count: 16, goOn: undo })).toEqual([]);
});

test('an undo finds what later runs wrote in whatever order their rows stand', () => {
  const { bench } = changed();
  const undone = openWorkbench({ saved: bench.save() });
  undo(undone);
  const wanted = pricesOf(undone);
  expect(wanted['item-2']).toBe('107.00');
  expect(wanted['item-3']).toBe('103.00');
  const rows = hiddenTabs(bench).undo;
  for (const order of [[...rows].reverse(), [...rows.slice(1), ...rows.slice(0, 1)], [...rows, ...rows]]) {
    const moved = openWorkbench({ saved: bench.save() });
    const tab = moved.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync to Shopify undo');
    tab?.rows.splice(0, tab.rows.length, ...order.map((row) => [...row]));
    undo(moved);
    expect(pricesOf(moved)).toEqual(wanted);
  }
});

test('an undo that was cut off goes on with nothing else, whatever somebody did to a hidden tab meanwhile', () => {
  const { bench: before, older } = changed();
  let sent = 0;
  const bench = openWorkbench({
    saved: before.save(),
    gate: ({ service, args }) => {
      if (service !== 'UrlFetchApp' || !JSON.stringify(args).includes('productVariantsBulkUpdate')) return;
      sent += 1;
      if (sent === 2) throw new KilledError('Killed by the test');
    },
  });
  bench.runtime.run('undoRun', [{ run: 2 }], { kind: 'sidebar' });
  const wrong = play({
    bench,
    older,
    count: 16,
    goOn(damaged) {
      damaged.clock.advance(20 * 60_000);
      damaged.call('continueSync');
      check(damaged);
      const after = pricesOf(damaged);
      syncOn(damaged, () => expect(pricesOf(damaged)).toEqual(after));
    },
  });
  expect(wrong).toEqual([]);
});
