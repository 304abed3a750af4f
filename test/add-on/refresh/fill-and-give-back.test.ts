import { typeInto } from '../../../local/apps-script/runtime/person';
import type { RefreshedValues, RefreshLine } from '../../../src/answers/refresh';
import { answered, sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { choiceOf, openConnected, previewOf, pull } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { moveProduct, moveVariant } from './moving';
import { cellOf, placeOf, pulled, refresh, saidNextTo } from './refreshing';

const HANDLE = 'linen-shirt';
const SKU = ['SKU', 'LS-S'] as const;

function openWritten() {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  return bench;
}

function type(bench: Workbench, tab: string, place: { row: number; column: number }, text: string) {
  typeInto(bench.runtime.state.workbook, sheetOf(bench, tab), place, text, bench.clock.now());
}

const giveBack = (bench: Workbench, request: { refresh: number; keys?: readonly string[] }) =>
  answered(bench.call<RefreshedValues>('giveBackRefresh', request));

describe('a column that is added later', () => {
  test.each([
    ['Description', 'Cool'],
    ['Price', 85],
    ['Barcode', '0850064060010'],
    ['Charge tax', false],
    ['Inventory quantity', 4],
  ])('%s is filled on request, and nothing else is touched', (header, value) => {
    const bench = openWritten();
    const { tab } = pull(bench, choiceOf('csv', { packs: ['seo'] }));
    const sheet = sheetOf(bench, tab);
    const width = (sheet.rows[0] ?? []).length;
    sheet.maxColumns = Math.max(sheet.maxColumns, width + 3);
    type(bench, tab, { row: 1, column: width + 1 }, 'Notes');
    type(bench, tab, { row: 2, column: width + 1 }, 'mine');
    type(bench, tab, { row: 1, column: width + 2 }, header);
    moveProduct(bench, HANDLE, { seo: { title: 'Moved', description: '' } });
    const others = () =>
      sheet.rows.map((row) => Array.from({ length: width + 1 }, (_, index) => row[index] ?? ''));
    const before = JSON.stringify(others().slice(1));
    const filled = refresh(bench, { fill: { sheetId: sheet.id, column: header } });
    expect(filled).toMatchObject({ outcome: 'finished', left: 0, conflicts: 0 });
    const written = cellOf(bench, tab, header, SKU);
    if (header === 'Description') expect(String(written)).toContain(value);
    else expect(written).toBe(value);
    expect(JSON.stringify(others().slice(1))).toBe(before);
    expect(previewOf(bench).others.filter((line) => !/SEO|Notes/.test(line))).toEqual([]);
    expect(refresh(bench, { fill: { sheetId: sheet.id, column: header } }).cells).toBe(0);
  });

  test('is refused where its header is not one that is synced', () => {
    const bench = openWritten();
    const tab = pulled(bench, 'csv');
    const { id } = sheetOf(bench, tab);
    const answer = bench.call('refreshTabs', { fill: { sheetId: id, column: 'Colour of the box' } });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
  });
});

describe('what a refresh replaced in the sheet', () => {
  function refreshed() {
    const bench = openWritten();
    const tab = pulled(bench, 'csv');
    moveProduct(bench, HANDLE, { title: 'Linen blouse', vendor: '' });
    moveVariant(bench, HANDLE, 0, { price: '91.50', compareAtPrice: null });
    const { refresh: number } = refresh(bench);
    return { bench, tab, number: number as number };
  }

  test('is listed with the item, the cell, the old value and the new one', () => {
    const { bench, number } = refreshed();
    expect(answered(bench.call<RefreshLine[]>('listRefreshes'))).toMatchObject([{ number, cells: 4 }]);
    const { shown } = giveBack(bench, { refresh: number });
    expect(shown).toHaveLength(4);
    expect(shown).toContainEqual(expect.objectContaining({ column: 'Price', sheet: '91.50', old: '85.00' }));
    expect(shown).toContainEqual(
      expect.objectContaining({ column: 'Vendor', sheet: '(empty)', old: 'Acme' }),
    );
  });

  test('is given back to cells that nobody edited since, is not sent, and is not taken again', () => {
    const { bench, tab, number } = refreshed();
    type(bench, tab, placeOf(bench, tab, 'Title', SKU), 'My own');
    const { shown } = giveBack(bench, { refresh: number });
    expect(shown.map(({ column }) => column).sort()).toEqual(['Compare-at price', 'Price', 'Vendor']);
    const dump = bench.store.dump();
    const done = giveBack(bench, { refresh: number, keys: shown.map(({ key }) => key) });
    expect(done).toMatchObject({ written: 3, count: 0 });
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(85);
    expect(cellOf(bench, tab, 'Compare-at price', SKU)).toBe(100.5);
    expect(cellOf(bench, tab, 'Vendor', SKU)).toBe('Acme');
    expect(cellOf(bench, tab, 'Title', SKU)).toBe('My own');
    expect(saidNextTo(bench, tab, SKU)).toMatch(/^Differs .*as before the refresh/);
    expect(refresh(bench).cells).toBe(0);
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(85);
    type(bench, tab, placeOf(bench, tab, 'Title', SKU), 'Linen blouse');
    bench.call('previewSync');
    bench.call('startSync', null);
    expect(bench.store.dump()).toEqual(dump);
  });

  test('is not given back where it was edited after it was listed', () => {
    const { bench, tab, number } = refreshed();
    const keys = giveBack(bench, { refresh: number }).shown.map(({ key }) => key);
    type(bench, tab, placeOf(bench, tab, 'Price', SKU), '70');
    expect(bench.call('giveBackRefresh', { refresh: number, keys })).toMatchObject({ ok: false });
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(70);
    expect(cellOf(bench, tab, 'Vendor', SKU)).toBe('');
  });
});

describe('beside another ticked tab that nobody edited and from which Shopify moved on', () => {
  test.each<[string, string]>([
    ['was in step', '85.00'],
    ['was never synced', '49.00'],
  ])('filling makes no edit of its cell that %s', (_, price) => {
    const bench = openWritten();
    const [mine = 0, names = 0] = bench.paste({
      Mine: `SKU,Price\nLS-S,${price}\n`,
      Names: 'SKU,Barcode,Price\nLS-S,,\n',
    });
    bench.call('chooseTabs', { sheetIds: [mine] });
    bench.call('previewSync');
    bench.call('startSync', {});
    bench.clock.advance(60_000);
    moveVariant(bench, HANDLE, 0, { price: '91.50' });
    bench.call('chooseTabs', { sheetIds: [mine, names] });
    bench.call('previewSync');
    expect(refresh(bench, { fill: { sheetId: names, column: 'Price' } }).cells).toBe(1);
    expect(Number(cellOf(bench, 'Names', 'Price', SKU))).toBe(91.5);
    const before = bench.store.dump();
    for (const sheetIds of [[mine, names], [mine]]) {
      bench.call('chooseTabs', { sheetIds });
      bench.call('previewSync');
      bench.call('startSync', {});
      expect(bench.store.dump()).toEqual(before);
    }
  });
});
