import type { RunSummary } from '../../src/sync/answers';
import { openWorkbench, type Workbench } from './workbench';

const HEADER = 'Handle,Title,Variant Price';
const file = (...prices: readonly string[]) =>
  [HEADER, ...prices.map((price, index) => `p${index},P ${index},${price}`)].join('\n');

const prices = (bench: Workbench) =>
  Object.fromEntries(bench.store.dump().products.map(({ handle, variants }) => [handle, variants[0]?.price]));

const answered = (answer: { ok: boolean; value?: RunSummary }) => answer.value as RunSummary;

const statuses = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets[0]?.rows.slice(1).map((row) => String(row[3] ?? ''));

function connected(): Workbench {
  const bench = openWorkbench();
  const sheetIds = bench.paste({ Products: file('1.00', '2.00') });
  bench.call('saveConnection', {
    method: 'permanent-token',
    shop: bench.store.shop,
    accessToken: 'shpat_embedded_store_fake_token',
  });
  bench.call('chooseTabs', { sheetIds });
  return bench;
}

test('nothing is sent before somebody has seen a first preview', () => {
  const bench = connected();
  expect(answered(bench.call('startSync'))).toMatchObject({
    outcome: 'failed',
    problem: { kind: 'no-preview' },
  });
  expect(prices(bench)).toEqual({});
  bench.call('previewSync');
  expect(prices(bench)).toEqual({});
  expect(answered(bench.call('startSync')).totals.created).toBe(2);
});

describe('applying a preview', () => {
  test('sends exactly what it showed', () => {
    const bench = connected();
    bench.call('previewSync');
    expect(answered(bench.call('applyPreview')).totals.created).toBe(2);
  });

  test('leaves out a row that changed since, and says so', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('1.00', '2.00') });
    bench.paste({ Products: file('1.10', '2.10') });
    bench.call('previewSync');
    bench.paste({ Products: file('1.10', '2.20') });
    const summary = answered(bench.call('applyPreview'));
    expect(prices(bench)).toEqual({ p0: '1.10', p1: '2.00' });
    expect(summary.totals).toMatchObject({ updated: 1, skipped: 1 });
    expect(statuses(bench)).toEqual(['Updated', 'Held']);
  });
});

describe('syncing selected rows', () => {
  const select = (bench: Workbench, row: number) => {
    const { workbook } = bench.runtime.state;
    workbook.activeSheetId = workbook.sheets[0]?.id ?? 0;
    workbook.selection = [{ row, column: 1, rowCount: 1, columnCount: 3 }];
  };

  test('sends those rows and no other', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('1.00', '2.00') });
    bench.paste({ Products: file('1.10', '2.10') });
    select(bench, 3);
    const summary = answered(bench.call('syncSelectedRows'));
    expect(prices(bench)).toEqual({ p0: '1.00', p1: '2.10' });
    expect(summary.totals).toMatchObject({ updated: 1, skipped: 1 });
  });

  test('sends the rest in the next whole sync', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('1.00', '2.00') });
    bench.paste({ Products: file('1.10', '2.10') });
    select(bench, 3);
    bench.call('syncSelectedRows');
    bench.call('startSync');
    expect(prices(bench)).toEqual({ p0: '1.10', p1: '2.10' });
  });
});
