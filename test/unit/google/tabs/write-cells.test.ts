import fc from 'fast-check';
import type { OwnCell } from '../../../../src/ports/tabs';
import { sampled } from '../../../support/sampled';
import { spreadsheet } from '../adapters';

const ROWS = [
  ['SKU', 'Price', 'Vendor'],
  ...Array.from({ length: 8 }, (_, row) => [`S-${row}`, row, 'Acme']),
];

const cell = (row: number, index: number, value: OwnCell['value'], asText = false): OwnCell => ({
  row,
  index,
  value,
  asText,
});

test('values go into the cells that a person chose, wherever they stand, and into no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ row: fc.integer({ min: 2, max: 9 }), index: fc.constantFrom(1, 2) }), {
        selector: ({ row, index }) => `${row} ${index}`,
        maxLength: 16,
      }),
      (places) => {
        const opened = spreadsheet({ Own: ROWS });
        const cells = places.map(({ row, index }) => cell(row, index, index === 1 ? 100 + row : `V ${row}`));
        expect(opened.sheets.cells.write(11, cells)).toEqual(cells);
        const expected = ROWS.map((values) => [...values]);
        for (const { row, index, value } of cells) expected[row - 1]![index] = value as string;
        expect(opened.cells('Own').map((row) => row.slice(0, 3))).toEqual(expected);
      },
    ),
    { numRuns: sampled(10, 300) },
  );
});

test('many cells below each other are one call', () => {
  let writes = 0;
  const opened = spreadsheet(
    { Own: ROWS },
    {
      gate: ({ service, method }) => {
        if (`${service}.${method}` === 'Range.setValues') writes += 1;
      },
    },
  );
  opened.sheets.cells.write(
    11,
    ROWS.slice(1).map((_, row) => cell(row + 2, 1, 50 + row)),
  );
  expect(writes).toBe(1);
});

test('a cell with a formula is left alone, and so is one that a formula beside it may fill', () => {
  const opened = spreadsheet({ Own: ROWS });
  for (const [name, formula] of [
    ['B2', '=2+3'],
    ['B5', '=ARRAYFORMULA(A5:A9)'],
  ])
    opened.evaluate(
      `SpreadsheetApp.getActive().getSheetByName('Own').getRange('${name}').setFormula('${formula}')`,
    );
  const cells = [cell(2, 1, 9), cell(3, 1, 9), cell(6, 1, 9)];
  expect(opened.sheets.cells.write(11, cells)).toEqual([cell(3, 1, 9)]);
});

test('a protected cell is left out, and its neighbours are written', () => {
  let writes = 0;
  const opened = spreadsheet(
    { Own: ROWS },
    {
      gate: ({ service, method }) => {
        if (`${service}.${method}` !== 'Range.setValues') return;
        writes += 1;
        // All at once, then the first of them alone.
        if (writes <= 2) throw new Error('You are trying to edit a protected cell or object.');
      },
    },
  );
  const cells = [cell(2, 1, 9), cell(3, 1, 9), cell(4, 1, 9)];
  expect(opened.sheets.cells.write(11, cells)).toEqual(cells.slice(1));
});

test('a value of Shopify’s is never a formula, and an identifier keeps its zeros', () => {
  const opened = spreadsheet({ Own: ROWS });
  opened.sheets.cells.write(11, [cell(2, 2, '=1+1', true), cell(3, 2, '00417', true)]);
  const [, evil, zeros] = opened.cells('Own');
  expect([evil?.[2], zeros?.[2]]).toEqual(['=1+1', '00417']);
});
