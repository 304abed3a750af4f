import { onSheet, project } from '../script-project';

/** What a formula in Z50 of the first sheet says, and one of another sheet, after something was done to the first. */
function formulasAfter(act: string, formula: string): [string, string] {
  const body = `const other = spreadsheet.insertSheet('My tab'); const cell = sheet.getRange('Z50');
    cell.setFormula(${JSON.stringify(formula)}); other.getRange('A1').setFormula(${JSON.stringify(formula)});
    ${act};
    const formulas = sheet.getDataRange().getFormulas().flat().filter(String);
    return [formulas[0], other.getRange('A1').getFormula()];`;
  return project().evaluate(onSheet(body)) as [string, string];
}

describe('the formulas of a sheet point at the cells that they pointed at', () => {
  test.each([
    ['a column is added before them', 'sheet.insertColumnsAfter(1, 1)', '=A1+B2*$C$3', '=A1+C2*$D$3'],
    ['columns are added before all', 'sheet.insertColumnsBefore(1, 3)', '=SUM(A:B)+AA1', '=SUM(D:E)+AD1'],
    ['a column is added within a range', 'sheet.insertColumnsAfter(2, 1)', '=SUM(A2:C2)', '=SUM(A2:D2)'],
    ['a column is added behind a range', 'sheet.insertColumnsAfter(3, 1)', '=SUM(A2:C2)', '=SUM(A2:C2)'],
    ['rows are added before them', 'sheet.insertRowsAfter(1, 2)', '=A1&$B$2&C3', '=A1&$B$4&C5'],
    ['a row is added within rows', 'sheet.insertRowAfter(3)', '=COUNTA(2:$5)', '=COUNTA(2:$6)'],
    ['rows are added beside columns', 'sheet.insertRowAfter(3)', '=COUNTA(A:C)', '=COUNTA(A:C)'],
    ['a column is deleted before them', 'sheet.deleteColumn(1)', '=B2+C3', '=A2+B3'],
    ['what they name is deleted', 'sheet.deleteColumns(2, 2)', '=A1+B2+SUM(B1:C4)', '=A1+#REF!+SUM(#REF!)'],
    ['the start of a range is deleted', 'sheet.deleteRows(1, 2)', '=SUM(A2:A9)', '=SUM(A1:A7)'],
    [
      'cells of two columns move down alone',
      "sheet.getRange('A2:B3').insertCells(SpreadsheetApp.Dimension.ROWS)",
      '=A2+B1+$B$4+C2+SUM(A1:B9)',
      '=A4+B1+$B$6+C2+SUM(A1:B11)',
    ],
    [
      'cells move down that a range goes beyond',
      "sheet.getRange('A2:B3').insertCells(SpreadsheetApp.Dimension.ROWS)",
      '=SUM(A2:C9)+COUNTA(2:5)',
      '=SUM(A2:C9)+COUNTA(2:5)',
    ],
    ['the end of a range is deleted', 'sheet.deleteRows(9, 2)', '=SUM(A2:A9)', '=SUM(A2:A8)'],
  ])('where %s', (_, act, formula, expected) => {
    expect(formulasAfter(act, formula)[0]).toBe(expected);
  });

  test('a text, a function and a name that look like cells stay', () => {
    const formula = '="A1 ""B2"""&LOG10(B1)&TAX2024_A1&Sheet9!B1';
    expect(formulasAfter('sheet.insertColumnsBefore(1, 1)', formula)[0]).toBe(
      '="A1 ""B2"""&LOG10(C1)&TAX2024_A1&Sheet9!B1',
    );
  });

  test('so do those of another sheet that name it, and their own cells stay', () => {
    const act = 'sheet.insertColumnsBefore(1, 1)';
    expect(formulasAfter(act, "=B1+Sheet1!B1+'sheet1'!A:B")[1]).toBe("=B1+Sheet1!C1+'sheet1'!B:C");
    expect(formulasAfter(act, "='My tab'!B1")[1]).toBe("='My tab'!B1");
  });
});
