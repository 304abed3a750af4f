import { spreadsheet } from '../adapters';

const PRICES = { Prices: [['SKU', 'Price']] };

describe('the undo tab', () => {
  test('is empty before anything was replaced', () => {
    expect(spreadsheet(PRICES).journal('undo').read({ columns: 2 })).toEqual([]);
  });

  test('is hidden, and not among the tabs', () => {
    const { journal, sheets, state } = spreadsheet(PRICES);
    journal('undo').append([['a']]);
    expect(state.workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(sheets.tabs.list()).toHaveLength(1);
  });

  test('gives back its first columns, and a stretch of whole rows', () => {
    const { journal } = spreadsheet(PRICES);
    journal('undo').append([
      ['1', 'a', '=A'],
      ['2', 'b'],
    ]);
    journal('undo').append([['3', 'c', 'C', 'wider']]);
    expect(journal('undo').read({ columns: 1 })).toEqual([['1'], ['2'], ['3']]);
    expect(journal('undo').read({ rows: { firstRow: 2, rowCount: 2 } })).toEqual([
      ['2', 'b', '', ''],
      ['3', 'c', 'C', 'wider'],
    ]);
  });

  test('loses its oldest rows, down to none', () => {
    const { journal, state } = spreadsheet(PRICES);
    journal('undo').append([['1'], ['2'], ['3']]);
    journal('undo').dropFirst(2);
    expect(journal('undo').read({ columns: 1 })).toEqual([['3']]);
    const tab = state.workbook.sheets[1];
    if (tab) tab.maxRows = 1;
    journal('undo').dropFirst(1);
    expect(journal('undo').read({ columns: 1 })).toEqual([]);
  });
});
