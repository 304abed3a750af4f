import fc from 'fast-check';
import { type CsvConversion, readCsv, sheetFromRows } from '../../../local/apps-script/import-csv';

const asText: CsvConversion = { kind: 'text' };
const converted: CsvConversion = { kind: 'convert', locale: 'en_US', year: 2026 };
const bytes = (text: string) => Buffer.from(text, 'utf8');

function values(source: Uint8Array, conversion = asText) {
  const read = readCsv(source, conversion);
  if (!read.ok) throw new Error(read.problem.message);
  return read.rows.map((row) => row.map(({ value }) => value));
}

describe('an imported CSV', () => {
  test('may begin with a mark, mix its line ends and hold quotes, commas and line breaks in a cell', () => {
    expect(values(bytes('\uFEFFHandle,Title\r\na,"Say ""hi"", now"\nb,"two\r\nlines"\r"c",5" wide'))).toEqual(
      [
        ['Handle', 'Title'],
        ['a', 'Say "hi", now'],
        ['b', 'two\r\nlines'],
        ['c', '5" wide'],
      ],
    );
  });

  test.each([
    [
      'a;b;c\n1,5;2;3',
      [
        ['a', 'b', 'c'],
        ['1,5', '2', '3'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"a;b;c",d\n1,2',
      [
        ['a;b;c', 'd'],
        ['1', '2'],
      ],
    ],
    ['alone\n1', [['alone'], ['1']]],
  ])('%j is cut where its first line is', (text, rows) => {
    expect(values(bytes(text))).toEqual(rows);
  });

  test('keeps rows that are longer or shorter than the header, and blank lines', () => {
    expect(values(bytes('a,b\n1\n\n1,2,3'))).toEqual([['a', 'b'], ['1'], [''], ['1', '2', '3']]);
  });

  test('is read as UTF-16 where it is marked so, and as Windows-1252 where it is no UTF-8', () => {
    expect(values(Buffer.from('\uFEFFé,b', 'utf16le'))).toEqual([['é', 'b']]);
    expect(values(Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x80]))).toEqual([['café', '€']]);
  });

  test('is left as text, or converted as Sheets converts', () => {
    const source = bytes('sku,size,price,sale\n007,3/5,1.50,TRUE\n\'0850064060010,25/26,"1,234.5",');
    expect(values(source)).toEqual([
      ['sku', 'size', 'price', 'sale'],
      ['007', '3/5', '1.50', 'TRUE'],
      ["'0850064060010", '25/26', '1,234.5', ''],
    ]);
    expect(values(source, converted).slice(1)).toEqual([
      [7, 46086, 1.5, true],
      ['0850064060010', '25/26', 1234.5, ''],
    ]);
  });

  test.each([
    ['', 'empty', 'The file is empty.'],
    ['\uFEFF \r\n', 'empty', 'The file is empty.'],
    [
      'a,"b\nc,d',
      'unclosed-quote',
      'A quoted cell is never closed: a " is missing before the end of the file.',
    ],
    ['PK\u0003\u0004\u0000\u0000', 'not-a-csv', 'This is not a CSV file but a workbook: save it as CSV.'],
    ['\u0000\u0001\u0002', 'not-a-csv', 'This is not a CSV file.'],
  ])('%j is refused: %s', (text, kind, message) => {
    expect(readCsv(bytes(text), asText)).toEqual({ ok: false, problem: { kind, message } });
  });

  test('holds the texts that were written into it', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what makes a file no CSV
    const cell = fc.string().filter((text) => !/[\x00-\x08\x0e-\x1f\ufffd\ufeff]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const table = [['head', 'er'], ...rows];
          const text = table
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(values(bytes(text))).toEqual(table);
        },
      ),
    );
  });

  test('makes a tab exactly as large as itself, of plain text', () => {
    const read = readCsv(bytes('a,b\n007,=1+1,x'), asText);
    const sheet = sheetFromRows(7, 'Products', read.ok ? read.rows : []);
    expect(sheet).toMatchObject({
      id: 7,
      maxRows: 2,
      maxColumns: 3,
      rows: [
        ['a', 'b'],
        ['007', '=1+1', 'x'],
      ],
    });
    expect(sheet.layers.numberFormat).toMatchObject({ 1: [[1, 2, '@']], 3: [[2, 2, '@']] });
  });
});
