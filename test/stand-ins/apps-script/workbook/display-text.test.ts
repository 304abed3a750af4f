import fc from 'fast-check';
import { a1Notation, parseA1 } from '../../../../local/apps-script/workbook/a1';
import { displayText } from '../../../../local/apps-script/workbook/display-text';
import { sheetLocale } from '../../../../local/apps-script/workbook/locale';
import { dateFromSerial, serialFromDate } from '../../../../local/apps-script/workbook/serial-date';

const us = sheetLocale('en_US');
const german = sheetLocale('de_DE');
const serial = serialFromDate(new Date(Date.UTC(2024, 0, 5, 15, 4, 9, 250)), 'Etc/UTC');

describe('displayed text', () => {
  test.each([
    [5, undefined, '5'],
    [0.1 + 0.2, undefined, '0.3'],
    [1 / 3, undefined, '0.3333333333'],
    [8901234567890, undefined, '8901234567890'],
    [4111111111111111, undefined, '4.11111E+15'],
    [-0.5, undefined, '-0.5'],
    [100_000, '0.00E+00', '1.00E+05'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1.005, '0.00', '1.01'],
    [1234567, '#,##0', '1,234,567'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25.6%'],
    [5, '"$"#,##0.00', '$5.00'],
    [-5, '"$"#,##0.00', '-$5.00'],
    [-5, '0;(0)', '(5)'],
    [0, '0;(0);"none"', 'none'],
    [0.5, '#.##', '.5'],
    [7, '000', '007'],
    [3, '0.###############', '3'],
    [true, undefined, 'TRUE'],
    ['007', '@', '007'],
    [7, '@', '7'],
    [serial, 'M/d/yyyy', '1/5/2024'],
    [serial, 'yyyy-MM-dd HH:mm:ss', '2024-01-05 15:04:09'],
    [serial, 'd mmm yy, h:mm am/pm', '5 Jan 24, 3:04 PM'],
    [serial, 'dddd, mmmm d', 'Friday, January 5'],
    [serial, 'ss.000', '09.250'],
    [1.5, '[h]:mm', '36:00'],
  ])('of %j in the format %j is %j', (value, format, text) => {
    expect(displayText(value, format, us)).toBe(text);
  });

  test('uses the signs and names of the locale', () => {
    expect(displayText(1234.5, '#,##0.00', german)).toBe('1.234,50');
    expect(displayText(0.5, undefined, german)).toBe('0,5');
    expect(displayText(serial, 'd. mmmm yyyy', german)).toBe('5. Januar 2024');
    expect(german.dateFormat).toBe('dd.MM.yyyy');
    expect(us.dateFormat).toBe('M/d/yyyy');
    expect(sheetLocale('en_GB').dateFormat).toBe('dd/MM/yyyy');
  });
});

describe('a date in a cell', () => {
  test('comes back as the same moment in every time zone', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date(Date.UTC(1970, 0, 1)),
          max: new Date(Date.UTC(2060, 0, 1)),
          noInvalidDate: true,
        }),
        fc.constantFrom('Etc/UTC', 'Asia/Kolkata', 'America/Sao_Paulo'),
        (date, zone) => {
          // The hour that daylight saving repeats is two moments and one local time.
          const back = dateFromSerial(serialFromDate(date, zone), zone).getTime();
          expect([0, 3_600_000]).toContain(Math.abs(back - date.getTime()));
        },
      ),
    );
  });
});

describe('A1 notation', () => {
  test('names the area that it was made from', () => {
    const count = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.record({ row: count, column: count, rowCount: count, columnCount: count }), (area) => {
        expect(parseA1(a1Notation(area), { maxRows: 9999, maxColumns: 9999 })?.area).toEqual(area);
      }),
    );
  });

  test('may leave a side open and name a sheet', () => {
    const size = { maxRows: 50, maxColumns: 5 };
    expect(parseA1('B:C', size)?.area).toEqual({ row: 1, column: 2, rowCount: 50, columnCount: 2 });
    expect(parseA1('2:3', size)?.area).toEqual({ row: 2, column: 1, rowCount: 2, columnCount: 5 });
    expect(parseA1("'It''s'!A2", size)).toMatchObject({ sheetName: "It's", area: { row: 2 } });
    expect(parseA1('no range', size)).toBeUndefined();
  });
});
