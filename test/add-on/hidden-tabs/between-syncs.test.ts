import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { moveVariant } from '../refresh/moving';
import { call, checkIds, hiddenTabs, play, price, sheet, storeOf, syncOn } from './damaging';

test('whatever somebody does to a hidden tab between two syncs, nothing is sent but what a cell asks for', () => {
  const bench = openWorkbench();
  bench.sync({ Products: sheet(price(100)) });
  bench.sync({ Products: sheet(price(105)) });
  const older = hiddenTabs(bench);
  bench.sync({ Products: sheet(price(110)) });
  bench.clock.advance(3_600_000);
  // In Shopify: back to what was synced last but one, to a price of its own, and back to the first one.
  moveVariant(bench, 'item-1', 0, { price: '106.00' });
  moveVariant(bench, 'item-2', 0, { price: '150.00' });
  moveVariant(bench, 'item-4', 0, { price: '104.00' });
  bench.paste({ Products: sheet((number) => (number === 3 ? '114.00' : price(110)(number))) });
  const { 'item-3': _, ...wanted } = storeOf(bench);
  const wrong = play({
    bench,
    older,
    count: 24,
    goOn(damaged) {
      syncOn(damaged, () => {
        const { 'item-3': edited, ...others } = storeOf(damaged);
        expect(others).toEqual(wanted);
        expect(['113.00', '114.00']).toContain(edited?.[0]);
        checkIds(damaged);
      });
    },
  });
  expect(wrong).toEqual([]);
});

describe('numbers of Adjust cells of which no answer came', () => {
  const first = openWorkbench();
  first.sync({ Products: sheet(price(100)) });
  const older = hiddenTabs(first);
  const options = { store: { faults: 'inventorySetQuantities: timeout-after' } };
  const cut = openWorkbench({ saved: first.save(), ...options });
  const adjust = csvOf([
    ['SKU', 'Variant Inventory Adjust'],
    ['SKU-1', '3'],
    ['SKU-2', '-2'],
  ]);
  cut.call('chooseTabs', { sheetIds: cut.paste({ Adjust: adjust }, '--convert') });
  expect(call(cut, 'startSync')).toMatchObject({ outcome: 'paused' });
  const stockOf = (bench: Workbench) => Object.values(storeOf(bench)).map(([, stock]) => stock);
  const wanted = [20, 24, 20, 23, 24, 25];

  test('count once, whatever somebody does to a hidden tab meanwhile', () => {
    expect(stockOf(cut)).toEqual(wanted);
    const wrong = play({
      bench: cut,
      older,
      count: 24,
      goOn(damaged) {
        syncOn(
          damaged,
          () => {
            expect(stockOf(damaged)).toEqual(wanted);
            checkIds(damaged);
          },
          'continueSync',
        );
      },
    });
    expect(wrong).toEqual([]);
  });

  test('are asked about where the memory is lost, and added only where a person says so', () => {
    const bench = openWorkbench({ saved: cut.save() });
    const { workbook } = bench.runtime.state;
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Sync to Shopify state');
    const { run, conflicts } = call(bench, 'startSync');
    expect(stockOf(bench)).toEqual(wanted);
    const [added, taken] = conflicts.shown;
    const said = workbook.sheets.find(({ name }) => name === 'Adjust')?.rows[1];
    expect(said?.slice(2, 4).join(' ')).toBe(
      'Changed in both Available · Shop location: nobody knows any more whether the number counted. Shopify has 24 now. If it lacks the +3, send it in the sidebar; else empty the cell.',
    );
    bench.call('resolveConflicts', { run, side: 'sheet', keys: [added?.key] });
    expect(stockOf(bench)).toEqual([20, 27, 20, 23, 24, 25]);
    bench.call('resolveConflicts', { run, side: 'shopify', keys: [taken?.key] });
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, conflicts: { count: 0 } });
    expect(stockOf(bench)).toEqual([20, 27, 20, 23, 24, 25]);
  });
});
