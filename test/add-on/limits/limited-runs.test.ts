import type { RunSummary } from '../../../src/answers/answers';
import { openWorkbench, type Workbench } from '../../support/workbench';

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

  test('finds the rows again that were sorted since', () => {
    const bench = openWorkbench();
    const text = (first: string, second: string, more = '') =>
      `Handle,Title,Price,Inventory tracker,Inventory quantity\np0,P 0,${first},shopify,5\np1,P 1,2.00,shopify,${second}\n${more}`;
    bench.sync({ Products: text('1.00', '6') });
    bench.paste({ Products: text('1.10', '7', 'p2,P 2,3.00,shopify,8\n') });
    bench.call('previewSync');
    const sheet = bench.runtime.state.workbook.sheets[0]!;
    sheet.rows = [sheet.rows[0]!, ...sheet.rows.slice(1).reverse()];
    expect(answered(bench.call('applyPreview')).totals).toMatchObject({ created: 1, updated: 2, skipped: 0 });
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

  describe('that another page has made again since', () => {
    /** The page on which changes are ticked previews as well. */
    const seenTwice = (now: string) => {
      const bench = openWorkbench();
      bench.sync({ Products: file('1.00', '2.00') });
      bench.paste({ Products: file('1.10', '2.10') });
      const { preview } = answered(bench.call('previewSync'));
      bench.paste({ Products: now });
      const other = answered(bench.call('previewSync', { changes: true }));
      return {
        bench,
        isSame: other.preview === preview,
        applied: answered(bench.call('applyPreview', { preview })),
      };
    };

    test('sends the same, where that page was shown the same', () => {
      const { bench, isSame, applied } = seenTwice(file('1.10', '2.10'));
      expect(isSame).toBe(true);
      expect(applied).toMatchObject({ problem: null, totals: { updated: 2 } });
      expect(prices(bench)).toEqual({ p0: '1.10', p1: '2.10' });
    });

    test.each([
      ['another value', file('1.10', '2.20')],
      ['a change more', file('1.10', '2.10', '3.00')],
      ['a change less', file('1.10', '2.00')],
    ])('sends nothing, where that page was shown %s', (_, now) => {
      const { bench, isSame, applied } = seenTwice(now);
      expect(isSame).toBe(false);
      expect(applied).toMatchObject({ outcome: 'failed', problem: { kind: 'invalid-input' } });
      expect(prices(bench)).toEqual({ p0: '1.00', p1: '2.00' });
    });

    test('sends nothing again, where it was sent before that', () => {
      const bench = connected();
      const { preview } = answered(bench.call('previewSync'));
      bench.call('applyPreview', { preview });
      expect(answered(bench.call('previewSync')).preview).not.toBe(preview);
    });
  });
});

describe('what a person confirms after applying a preview', () => {
  const held = ({ run, held: { shown } }: RunSummary) => ({ run, keys: shown.map(({ key }) => key) });

  test('is sent although the preview held it, and a row that changed since still is not', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('10.00', '20.00', '30.00') });
    bench.paste({ Products: file('1.00', '21.00', '31.00') });
    bench.call('previewSync');
    bench.paste({ Products: file('1.00', '22.00', '31.00') });
    const applied = answered(bench.call('applyPreview'));
    expect(applied.totals).toMatchObject({ updated: 1, skipped: 2 });
    expect(applied.held.count).toBe(1);
    const confirmed = answered(bench.call('confirmHeld', held(applied)));
    expect(confirmed.problem).toBeNull();
    expect(prices(bench)).toEqual({ p0: '1.00', p1: '20.00', p2: '31.00' });
    expect(statuses(bench)).toEqual(['Updated', 'Held', 'Updated']);
  });

  test('goes beside what the run sent of the same row before', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('10.00') });
    bench.paste({ Products: file('1.00').replace('P 0', 'Pot') });
    bench.call('previewSync');
    const applied = answered(bench.call('applyPreview'));
    expect(bench.store.dump().products[0]).toMatchObject({ title: 'Pot', variants: [{ price: '10.00' }] });
    bench.call('confirmHeld', held(applied));
    expect(prices(bench)).toEqual({ p0: '1.00' });
  });

  test('does not take along what was typed into that row since', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('10.00') });
    bench.paste({ Products: file('1.00') });
    bench.call('previewSync');
    const applied = answered(bench.call('applyPreview'));
    bench.paste({ Products: file('1.00').replace('P 0', 'Pot') });
    bench.call('confirmHeld', held(applied));
    expect(bench.store.dump().products[0]?.title).toBe('P 0');
  });

  test('is sent where it chooses the sheet for cells whose history is not known', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('10.00', '20.00') });
    const fresh = openWorkbench({ saved: bench.save() });
    const { workbook } = fresh.runtime.state;
    workbook.sheets = workbook.sheets.filter(({ name }) => name === 'Products');
    fresh.paste({ Products: file('11.00', '21.00') });
    fresh.call('previewSync');
    fresh.paste({ Products: file('11.00', '22.00') });
    const { run, unsynced } = answered(fresh.call('applyPreview'));
    expect(unsynced.prices.shown).toMatchObject([
      { row: 2, sheet: '11.00', shopify: '10.00' },
      { row: 3, sheet: '22.00', shopify: '20.00' },
    ]);
    const keys = unsynced.prices.shown.slice(0, 1).map(({ key }) => key);
    fresh.call('resolveConflicts', { run, side: 'sheet', keys });
    expect(prices(fresh)).toEqual({ p0: '11.00', p1: '20.00' });
  });
});

test('a row of a preview of which one change was taken back is not sent in part', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('10.00') });
  bench.paste({ Products: file('11.00').replace('P 0', 'Pot') });
  bench.call('previewSync');
  bench.paste({ Products: file('11.00') });
  expect(answered(bench.call('applyPreview')).totals).toMatchObject({ skipped: 1, updated: 0 });
  expect(prices(bench)).toEqual({ p0: '10.00' });
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

  test('and confirming what of them was held sends nothing else', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file('10.00', '20.00') });
    bench.paste({ Products: file('1.00', '2.00') });
    select(bench, 3);
    const summary = answered(bench.call('syncSelectedRows'));
    expect(summary.held.count).toBe(1);
    bench.call('confirmHeld', { run: summary.run, keys: summary.held.shown.map(({ key }) => key) });
    expect(prices(bench)).toEqual({ p0: '10.00', p1: '2.00' });
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
