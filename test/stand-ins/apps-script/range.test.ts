import { onSheet, project } from './script-project';

const run = (body: string, locale = 'en_US') => {
  const script = project();
  script.state.workbook.locale = locale;
  return script.evaluate(onSheet(body));
};

describe('values of a range', () => {
  test('come back as numbers, truth values, dates and texts', () => {
    const value = run(`
      const range = sheet.getRange(1, 1, 1, 5);
      range.setValues([[1.5, true, new Date(2026, 0, 2, 3, 4), 'text', null]]);
      const [row] = range.getValues();
      return [row.slice(0, 2), row[2].toISOString(), row.slice(3), range.getDisplayValues()[0]]`);
    expect(value).toEqual([
      [1.5, true],
      '2026-01-02T03:04:00.000Z',
      ['text', ''],
      ['1.5', 'TRUE', '1/2/2026 3:04:00', 'text', ''],
    ]);
  });

  test('lose leading zeros and become dates as typing would, unless the format is plain text', () => {
    const body = (format: string) => `const range = sheet.getRange(1, 1, 1, 4);
      ${format} range.setValues([['007', '3/5', 'TRUE', '8.9012E+12']]);
      return [range.getDisplayValues()[0], range.getValues()[0].map((each) => each instanceof Date ? 'Date' : typeof each)]`;
    expect(run(body(''))).toEqual([
      ['7', '3/5', 'TRUE', '8.90E+12'],
      ['number', 'Date', 'boolean', 'number'],
    ]);
    expect(run(body(`range.setNumberFormat('@');`))).toEqual([
      ['007', '3/5', 'TRUE', '8.9012E+12'],
      ['string', 'string', 'string', 'string'],
    ]);
  });

  test('become text in a cell of plain text', () => {
    expect(
      run(`const range = sheet.getRange(1, 1, 1, 2).setNumberFormat('@'); range.setValues([[5, true]]);
      return range.getValues()`),
    ).toEqual([['5', 'TRUE']]);
  });

  test('keep a format that was chosen', () => {
    expect(
      run(`const range = sheet.getRange(1, 1).setNumberFormat('0.00'); range.setValue('1,234');
      return [range.getNumberFormat(), range.getDisplayValue()]`),
    ).toEqual(['0.00', '1234.00']);
  });

  test('that begin with = are formulas, even in cells of plain text; an apostrophe prevents it and is not kept', () => {
    const value = run(`const range = sheet.getRange(1, 1, 1, 3); range.setNumberFormat('@');
      range.setValues([['=1+1', "'=1+1", "'007"]]); return [range.getValues()[0], range.getFormulas()[0]]`);
    expect(value).toEqual([
      ['#ERROR!', '=1+1', '007'],
      ['=1+1', '', ''],
    ]);
  });

  test('replace formulas', () => {
    expect(
      run(`const range = sheet.getRange(1, 1).setFormula('A2'); const before = range.getFormula();
      range.setValue(1); return [before, range.getFormula(), range.getValue()]`),
    ).toEqual(['=A2', '', 1]);
  });

  test('are read by the locale', () => {
    expect(
      run(
        `const range = sheet.getRange(1, 1, 1, 2); range.setValues([['1.234,50', '3.5']]);
      return [range.getValues()[0][0], range.getDisplayValues()[0]]`,
        'de_DE',
      ),
    ).toEqual([1234.5, ['1.234,50', '3.5']]);
  });

  test('follow the time zone of the spreadsheet, which is not the one of the script', () => {
    const script = project({ manifest: { timeZone: 'America/New_York' } });
    script.state.workbook.timeZone = 'Asia/Tokyo';
    const value = script.evaluate(
      onSheet(`const range = sheet.getRange(1, 1); range.setValue(new Date(2026, 0, 1));
      return [range.getDisplayValue(), range.getValue().getTime() === new Date(2026, 0, 1).getTime()]`),
    );
    expect(value).toEqual(['1/1/2026 14:00:00', true]);
  });

  test.each([
    [
      '[[1]]',
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      '[[1, 2], [3, 4]]',
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    ],
    ['[1, 2]', "The parameters (number[]) don't match the method signature for Range.setValues."],
    ['[[1], [undefined]]', "don't match the method signature for Range.setValues"],
    [
      '[["x".repeat(50001)], [1]]',
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ])('set to %s are refused whole', (values, message) => {
    const script = project();
    expect(() => script.evaluate(onSheet(`sheet.getRange(1, 1, 2, 1).setValues(${values})`))).toThrow(
      message,
    );
    expect(script.state.workbook.sheets[0]?.rows).toEqual([]);
  });
});

describe('a range', () => {
  test('carries notes, colours and formats, one by one and in blocks', () => {
    const value = run(`const range = sheet.getRange(1, 1, 2, 2);
      range.setBackgrounds([['#FF0000', null], ['#00f', 'white']]).setFontWeight('bold').setNotes([['a', ''], ['', 'd']]);
      return [range.getBackgrounds(), range.getNotes(), range.getFontWeights(), range.getNumberFormat()]`);
    expect(value).toEqual([
      [
        ['#ff0000', '#ffffff'],
        ['#0000ff', '#ffffff'],
      ],
      [
        ['a', ''],
        ['', 'd'],
      ],
      [
        ['bold', 'bold'],
        ['bold', 'bold'],
      ],
      '0.###############',
    ]);
  });

  test('is cleared of its contents, or of its looks as well', () => {
    const value = run(`const range = sheet.getRange(1, 1).setValue('x').setBackground('red').setNote('kept');
      range.clearContent(); const cleared = [range.getValue(), range.getBackground()];
      range.clear(); return [cleared, range.getBackground(), range.getNote(), sheet.getLastRow()]`);
    expect(value).toEqual([['', '#ff0000'], '#ffffff', 'kept', 0]);
  });

  test('knows its neighbours and its name', () => {
    expect(
      run(`const range = sheet.getRange('B2:C3');
      return [range.offset(1, 1).getA1Notation(), range.offset(0, 0, 1, 1).getA1Notation(), range.getCell(2, 2).getA1Notation(),
        range.getLastRow(), range.getSheet().getName()]`),
    ).toEqual(['C3:D4', 'B2', 'C3', 3, 'Sheet1']);
  });

  test('shows links', () => {
    expect(
      run(`const link = SpreadsheetApp.newRichTextValue().setText('Shirt').setLinkUrl('https://example.com/1').build();
      const range = sheet.getRange(1, 1, 1, 2); range.setRichTextValues([[link, SpreadsheetApp.newRichTextValue().setText('').build()]]);
      return [range.getValues(), range.getRichTextValues()[0].map((each) => each.getLinkUrl())]`),
    ).toEqual([[['Shirt', '']], ['https://example.com/1', null]]);
  });

  test('holds scripts to a validation that rejects input', () => {
    const rule = `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['active', 'draft'], true)
      .setAllowInvalid(false).build(); const range = sheet.getRange(1, 1, 2, 1).setDataValidation(rule);`;
    expect(run(`${rule} range.setValues([['draft'], ['']]); return range.getValues()`)).toEqual([
      ['draft'],
      [''],
    ]);
    expect(() => run(`${rule} range.setValues([['draft'], ['gone']])`)).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
  });

  test('makes the one filter of its sheet', () => {
    expect(
      run(`const filter = sheet.getRange('A1:B3').createFilter();
      filter.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenTextContains('Error').build());
      return [sheet.getFilter().getRange().getA1Notation(), filter.getColumnFilterCriteria(1)]`),
    ).toEqual(['A1:B3', null]);
    expect(() => run(`sheet.getRange('A1').createFilter(); sheet.getRange('A1').createFilter()`)).toThrow(
      'already has a filter',
    );
  });

  test('of a hundred thousand rows is written and read', () => {
    expect(
      run(`sheet.insertRowsAfter(1000, 99000); const range = sheet.getRange(1, 1, 100000, 5).setNumberFormat('@');
      range.setValues(Array.from({ length: 100000 }, (_, row) => [row, 'a', '007', '', 'z']));
      const values = range.getDisplayValues(); return [values.length, values[99999]]`),
    ).toEqual([100000, ['99999', 'a', '007', '', 'z']]);
  });
});
