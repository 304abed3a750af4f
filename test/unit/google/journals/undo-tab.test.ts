import { spreadsheet } from '../adapters';

const PRICES = { Prices: [['SKU', 'Price']] };

describe('the undo tab', () => {
  test('is empty before anything was replaced', () => {
    expect(spreadsheet(PRICES).sheets.readUndoColumns(2)).toEqual([]);
  });

  test('is hidden, and not among the tabs', () => {
    const { sheets, state } = spreadsheet(PRICES);
    sheets.appendUndo([['a']]);
    expect(state.workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(sheets.tabs()).toHaveLength(1);
  });

  test('gives back its first columns, and a stretch of whole rows', () => {
    const { sheets } = spreadsheet(PRICES);
    sheets.appendUndo([
      ['1', 'a', '=A'],
      ['2', 'b'],
    ]);
    sheets.appendUndo([['3', 'c', 'C', 'wider']]);
    expect(sheets.readUndoColumns(1)).toEqual([['1'], ['2'], ['3']]);
    expect(sheets.readUndo({ firstRow: 2, rowCount: 2 })).toEqual([
      ['2', 'b', '', ''],
      ['3', 'c', 'C', 'wider'],
    ]);
  });

  test('loses its oldest rows, down to none', () => {
    const { sheets, state } = spreadsheet(PRICES);
    sheets.appendUndo([['1'], ['2'], ['3']]);
    sheets.dropUndo(2);
    expect(sheets.readUndoColumns(1)).toEqual([['3']]);
    const tab = state.workbook.sheets[1];
    if (tab) tab.maxRows = 1;
    sheets.dropUndo(1);
    expect(sheets.readUndoColumns(1)).toEqual([]);
  });
});
