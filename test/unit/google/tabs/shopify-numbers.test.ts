import { spreadsheet } from '../adapters';

const ROWS = [
  ['SKU', 'Available'],
  ['A', 5],
  ['B', '5'],
  ['C', 5],
  ['D', ''],
];

/** The formulas of a tab, as [row, column] → formula. */
function withFormulas(formulas: Readonly<Record<string, string>>) {
  const opened = spreadsheet({ Stock: ROWS });
  for (const [cell, formula] of Object.entries(formulas))
    opened.evaluate(
      `SpreadsheetApp.getActive().getSheetByName('Stock').getRange('${cell}').setFormula('${formula}')`,
    );
  return opened;
}

const available = (opened: ReturnType<typeof spreadsheet>) =>
  opened
    .cells('Stock')
    .slice(1)
    .map((row) => row[1] ?? '');
const cell = (row: number, value: number, says: number | string = 5) => ({
  ...{ row, index: 1, value, asText: false },
  seen: [{ row, index: 1, says }],
});

test('numbers are written over the number that was read, typed as such or as text', () => {
  const opened = withFormulas({});
  const cells = [cell(2, 3), cell(3, 4, '5'), cell(4, 3)];
  expect(opened.sheets.cells.write(11, cells)).toHaveLength(3);
  expect(available(opened)).toEqual([3, 4, 3, '']);
});

test('a cell that was edited or emptied meanwhile is its author’s', () => {
  const opened = withFormulas({});
  expect(opened.sheets.cells.write(11, [cell(2, 3, 6), cell(5, 3)])).toEqual([]);
  expect(available(opened)).toEqual([5, '5', 5, '']);
});

test('a cell with a formula is left alone, and so are cells that a formula may fill', () => {
  const opened = withFormulas({ B2: '=2+3', A4: '=FILTER(Other!A:B; TRUE)' });
  opened.evaluate(
    `SpreadsheetApp.getActive().getSheetByName('Stock').getRange('A3:B3').setValues([['B', 5]])`,
  );
  opened.sheets.cells.write(11, [cell(2, 3), cell(3, 3), cell(4, 3, '')]);
  expect(available(opened).slice(1)).toEqual([3, 5, '']);
});

test('a protected cell is left out, and its neighbours are written', () => {
  let writes = 0;
  const opened = spreadsheet(
    { Stock: ROWS },
    {
      gate: ({ service, method }) => {
        if (`${service}.${method}` !== 'RangeList.setValue') return;
        writes += 1;
        // All at once, then the first of them alone.
        if (writes <= 2) throw new Error('You are trying to edit a protected cell or object.');
      },
    },
  );
  expect(opened.sheets.cells.write(11, [cell(2, 3), cell(4, 3)])).toEqual([cell(4, 3)]);
  expect(available(opened)).toEqual([5, '5', 3, '']);
});
