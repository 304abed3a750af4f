import fc from 'fast-check';
import type { StatusRow } from '../../../../src/ports/status-block';
import { sampled } from '../../../support/sampled';
import { layoutOf, spreadsheet } from '../adapters';

const at = Date.UTC(2026, 10, 22, 12);
const HEADERS = ['Sync status', 'Sync message', 'Synced at', 'Shopify ID'];

const LINK = 'https://admin.shopify.com/store/acme/products/7001';

/** As it is read. */
function status(row: number, message = ''): StatusRow {
  return { row, status: 'Updated', message, syncedAtMs: at, shopifyId: '7001' };
}

/** As it is written where the row's ID is new. */
const linked = (row: StatusRow): StatusRow => ({ ...row, link: LINK });

function prices(rowCount: number) {
  return spreadsheet({
    Prices: [['SKU', 'Price'], ...Array.from({ length: rowCount }, (_, index) => [`A${index}`, index])],
  });
}

describe('the status block', () => {
  test('is written beside the tab and comes back as written', () => {
    const { sheets, cells } = prices(3);
    sheets.statusBlock.write(11, layoutOf(sheets, 11), [
      linked(status(2, 'Price 9.00 → 10.00')),
      linked(status(4)),
    ]);
    expect(cells('Prices')[0]).toEqual(['SKU', 'Price', ...HEADERS]);
    expect(cells('Prices')[2]).toEqual(['A1', 1]);
    expect(sheets.statusBlock.read(11, layoutOf(sheets, 11))).toEqual([
      status(2, 'Price 9.00 → 10.00'),
      status(4),
    ]);
  });

  test('is no column of the merchant, and no reason to call a row longer than its header', () => {
    const { sheets } = prices(2);
    sheets.statusBlock.write(11, layoutOf(sheets, 11), [linked(status(2))]);
    const layout = layoutOf(sheets, 11);
    expect(layout).toMatchObject({ unknown: [], headless: [] });
    expect(sheets.tabs.read(11, layout)).toMatchObject({ rows: [{ row: 2 }, { row: 3 }] });
    expect(sheets.tabs.read(11, layout).headless).toBeUndefined();
  });

  test('stands in the header row where that is not the first', () => {
    const { sheets, cells } = spreadsheet({ Prices: [['Spring prices'], [], ['SKU', 'Price'], ['A1', 1]] });
    sheets.statusBlock.write(11, layoutOf(sheets, 11), [linked(status(4))]);
    expect(cells('Prices')[0]).toEqual(['Spring prices']);
    expect(cells('Prices')[2]).toEqual(['SKU', 'Price', ...HEADERS]);
  });

  test('is found again after somebody inserted a column before it', () => {
    const { sheets, evaluate, cells } = prices(2);
    const layout = layoutOf(sheets, 11);
    sheets.statusBlock.write(11, layout, [linked(status(2))]);
    evaluate(`SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].insertColumnsAfter(1, 1)`);
    sheets.statusBlock.write(11, layout, [linked(status(3))]);
    expect(cells('Prices')[0]).toEqual(['SKU', '', 'Price', ...HEADERS]);
    expect(sheets.statusBlock.read(11, layout)).toEqual([status(2), status(3)]);
  });

  test('that the merchant’s own columns part or that stands in another order is still the one block', () => {
    const { sheets, evaluate, cells } = prices(4);
    const layout = layoutOf(sheets, 11);
    sheets.statusBlock.write(11, layout, [linked(status(2)), linked(status(4))]);
    evaluate(`const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      sheet.insertColumnsAfter(3, 1); sheet.getRange(1, 4, 4, 1).setValues([['Note'], ['mine'], ['own'], ['too']]);
      sheet.insertColumnsBefore(1, 1); sheet.getRange(1, 1, 5, 1).setValues(sheet.getRange(1, 8, 5, 1).getValues());
      sheet.deleteColumn(8);`);
    const header = ['Shopify ID', 'SKU', 'Price', 'Sync status', 'Note', 'Sync message', 'Synced at'];
    const now = layoutOf(sheets, 11);
    expect(now).toMatchObject({ unknown: ['Note'], headless: [] });
    expect(now.columns.map(({ header }) => header)).toEqual(['SKU', 'Price']);
    sheets.statusBlock.write(11, now, [status(2, 'Again'), linked({ ...status(5), shopifyId: '7002' })]);
    expect(cells('Prices')[0]).toEqual(header);
    expect(cells('Prices').map((row) => row[4])).toEqual(['Note', 'mine', 'own', 'too', '']);
    expect(sheets.statusBlock.read(11, now)).toEqual([
      status(2, 'Again'),
      status(4),
      { ...status(5), shopifyId: '7002' },
    ]);
  });

  test('that lost a column is left alone, and a new one is made', () => {
    const { sheets, evaluate, cells } = prices(1);
    const layout = layoutOf(sheets, 11);
    sheets.statusBlock.write(11, layout, [linked(status(2))]);
    evaluate(`const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      sheet.deleteColumn(4); sheet.getRange(1, 6).setValue('Note'); sheet.getRange(2, 6).setValue('mine');`);
    sheets.statusBlock.write(11, layout, [linked(status(2))]);
    expect(cells('Prices')[0]).toEqual([
      'SKU',
      'Price',
      'Sync status',
      'Synced at',
      'Shopify ID',
      'Note',
      ...HEADERS,
    ]);
    expect(cells('Prices')[1]?.[5]).toBe('mine');
  });

  test('adds columns where the tab is too narrow', () => {
    const { sheets, cells } = spreadsheet(
      {
        Prices: [
          ['SKU', 'Price'],
          ['A1', 1],
        ],
      },
      { maxColumns: 2 },
    );
    sheets.statusBlock.write(11, layoutOf(sheets, 11), [linked(status(2))]);
    expect(cells('Prices')[0]).toEqual(['SKU', 'Price', ...HEADERS]);
  });

  test('never becomes a formula', () => {
    const { sheets, evaluate } = prices(1);
    sheets.statusBlock.write(11, layoutOf(sheets, 11), [
      linked(status(2, '=IMPORTDATA("https://example.com")')),
    ]);
    const formulas = `return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getDataRange().getFormulas()`;
    expect((evaluate(formulas) as string[][]).flat().join('')).toBe('');
    expect(sheets.statusBlock.read(11, layoutOf(sheets, 11))[0]?.message).toBe(
      '=IMPORTDATA("https://example.com")',
    );
  });

  test('shows an ID that leads to the item in Shopify admin, and keeps it where only the message is new', () => {
    const { sheets, evaluate } = prices(5);
    const layout = layoutOf(sheets, 11);
    sheets.statusBlock.write(11, layout, [linked(status(2)), linked(status(4))]);
    sheets.statusBlock.write(11, layout, [status(2, 'Again'), linked({ ...status(6), shopifyId: '7002' })]);
    const ids = `return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(2, 6, 5, 1)
      .getRichTextValues().map(([text]) => [text.getText(), text.getLinkUrl()])`;
    expect(evaluate(ids)).toEqual([
      ['7001', LINK],
      ['', null],
      ['7001', LINK],
      ['', null],
      ['7002', LINK],
    ]);
  });

  test('takes no call for IDs that stand there already', () => {
    const { sheets, execute } = prices(3);
    const layout = JSON.stringify(layoutOf(sheets, 11));
    sheets.statusBlock.write(11, JSON.parse(layout), [linked(status(2))]);
    const again = JSON.stringify([status(2, 'Again')]);
    const { calls } = execute(`Adapters.statusBlock.write(11, ${layout}, ${again})`);
    expect(Object.keys(calls).filter((name) => name.includes('RichText'))).toEqual([]);
  });

  test('says with a colour what it says with a word', () => {
    const { sheets, evaluate } = prices(2);
    sheets.statusBlock.write(11, layoutOf(sheets, 11), [
      linked({ ...status(2), status: 'Error' }),
      linked(status(3)),
    ]);
    const backgrounds = `return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(2, 3, 2, 1).getBackgrounds()`;
    expect(evaluate(backgrounds)).toEqual([['#f4c7c3'], ['#d9ead3']]);
  });

  test('of a whole wave takes a handful of calls', () => {
    const { sheets, execute } = prices(250);
    const layout = JSON.stringify(layoutOf(sheets, 11));
    sheets.statusBlock.write(11, JSON.parse(layout), [linked(status(2))]);
    const everySecond = Array.from({ length: 125 }, (_, index) => linked(status(2 + index * 2)));
    const { calls } = execute(`Adapters.statusBlock.write(11, ${layout}, ${JSON.stringify(everySecond)})`);
    expect(calls['Range.setValues']).toBe(1);
    // A range in hand tells its size, and a text is made, without a word to Google.
    const own = /RichTextValue(Builder\.|$)|^Range\.getLast/;
    const ofTheSheet = Object.entries(calls).filter(([name]) => !own.test(name));
    expect(ofTheSheet.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(20);
  });

  test('keeps every row that was ever written, in whatever waves', () => {
    const wave = fc.uniqueArray(fc.integer({ min: 2, max: 200 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(wave, { minLength: 1, maxLength: 3 }), (waves) => {
        const { sheets } = prices(199);
        const layout = layoutOf(sheets, 11);
        const expected = new Map<number, StatusRow>();
        waves.forEach((rows, index) => {
          const written = rows.map((row) => status(row, `wave ${index}`));
          for (const row of written) expected.set(row.row, row);
          sheets.statusBlock.write(11, layout, written.map(linked));
        });
        expect(sheets.statusBlock.read(11, layout)).toEqual(
          [...expected.values()].sort((a, b) => a.row - b.row),
        );
      }),
      { numRuns: sampled(8, 250) },
    );
  });
});
