import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { connectAndPreview, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'SKU',
  'Price',
  'My notes',
  'Inventory tracker',
  'Inventory quantity',
  'Variant Inventory Adjust',
];
const STATUS = ['Sync status', 'Sync message', 'Synced at', 'Shopify ID'];
const file = (price: string, adjust = '') =>
  csvOf([
    HEADER,
    ['mug', 'Mug', 'M-1', price, 'mine', 'shopify', '', adjust],
    ['cup', 'Cup', 'C-1', '5', 'mine too', 'shopify', '', ''],
  ]);

const headers = ({ runtime }: Workbench) => runtime.state.workbook.sheets[0]?.rows[0]?.map(String);
const row = ({ runtime }: Workbench, index: number) =>
  Object.fromEntries(
    runtime.state.workbook.sheets[0]!.rows[0]!.map((header, at) => [
      header,
      String(runtime.state.workbook.sheets[0]?.rows[index]?.[at] ?? ''),
    ]),
  );
const sync = (bench: Workbench) => bench.call<RunSummary>('startSync', {});

function begun(statusPlace: 'left' | 'right', price = '10'): { bench: Workbench; sheetId: number } {
  const bench = openWorkbench();
  const [sheetId = 0] = bench.paste({ Products: file(price) });
  connectAndPreview(bench, [sheetId]);
  expect(bench.call('saveSettings', { statusPlace })).toMatchObject({ ok: true });
  return { bench, sheetId };
}

test('status columns stand after the columns that name the item, where a person chose so, and no own cell is lost', () => {
  const { bench } = begun('left');
  expect(sync(bench)).toMatchObject({ ok: true, value: { outcome: 'finished' } });
  expect(headers(bench)).toEqual([...HEADER.slice(0, 3), ...STATUS, ...HEADER.slice(3)]);
  expect(row(bench, 1)).toMatchObject({
    Handle: 'mug',
    SKU: 'M-1',
    'Sync status': 'Created',
    'My notes': 'mine',
  });
  expect(row(bench, 2)).toMatchObject({ Handle: 'cup', 'Sync status': 'Created', 'My notes': 'mine too' });
});

test('a run that makes them near the item also empties its Adjust cell, and the next run finds all in step', () => {
  const { bench } = begun('right');
  sync(bench);
  // A person removed them, and wants them near.
  const sheet = bench.runtime.state.workbook.sheets[0]!;
  for (const cells of sheet.rows) cells.splice(HEADER.length, STATUS.length);
  bench.call('saveSettings', { statusPlace: 'left' });
  sheet.rows[1]![HEADER.indexOf('Variant Inventory Adjust')] = '3';
  sheet.rows[1]![HEADER.indexOf('Price')] = '11';
  expect(sync(bench)).toMatchObject({ ok: true, value: { outcome: 'finished' } });
  expect(row(bench, 1)).toMatchObject({
    'Sync status': 'Updated',
    'Variant Inventory Adjust': '',
    Price: '11',
    'My notes': 'mine',
  });
  expect(sync(bench)).toMatchObject({ value: { sent: 0, totals: { error: 0, skipped: 0 } } });
});

test.each(['left', 'right'] as const)(
  'columns that stand already stay where they are, whatever is chosen (%s)',
  (place) => {
    const { bench } = begun('right');
    sync(bench);
    const before = headers(bench);
    bench.call('saveSettings', { statusPlace: place });
    bench.runtime.state.workbook.sheets[0]!.rows[1]![3] = '12';
    sync(bench);
    expect(headers(bench)).toEqual(before);
    expect(before).toEqual([...HEADER, ...STATUS]);
  },
);

test('the sidebar leads to them, wherever they stand, and says so where there are none', () => {
  const { bench, sheetId } = begun('left');
  const go = () => bench.call('goToRow', { sheetId, row: 1, column: 'Sync status' });
  expect(go()).toMatchObject({ ok: false, problem: { message: 'This tab has no status columns yet.' } });
  sync(bench);
  expect(go()).toMatchObject({ ok: true });
  expect(bench.runtime.state.workbook.selection).toMatchObject([{ column: 4 }]);
});
