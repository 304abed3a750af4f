import fc from 'fast-check';
import { displayText } from '../../../../local/apps-script/workbook/display-text';
import { sheetLocale } from '../../../../local/apps-script/workbook/locale';
import { serialFromParts } from '../../../../local/apps-script/workbook/serial-date';
import { readTypedText } from '../../../../local/apps-script/workbook/typed-text';

const year = 2026;
const read = (text: string, locale = 'en_US') => readTypedText(text, sheetLocale(locale), year).value;
const shown = (text: string, locale = 'en_US') => {
  const { value, numberFormat } = readTypedText(text, sheetLocale(locale), year);
  return displayText(value, numberFormat, sheetLocale(locale));
};
const day = (y: number, month: number, date: number) => serialFromParts(y, month, date);

describe('typed text', () => {
  test.each([
    ['0123', 123],
    ['1,234.50', 1234.5],
    ['1.234', 1.234],
    ['-5', -5],
    ['(5)', -5],
    ['.5', 0.5],
    ['1e5', 100_000],
    ['12E4', 120_000],
    ['50%', 0.5],
    ['$19.99', 19.99],
    ['TRUE', true],
    ['false', false],
    ["'0850064060010", '0850064060010'],
    ["'=1+1", '=1+1'],
  ])('%j becomes the value %j', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    '3XL',
    '1 234',
    '1,23',
    '25/26',
    '29/30',
    '2024-09-30 20:38:15 +0100',
    '4-5Y',
    '1.2.2024',
    '--5',
    '=',
    'e5',
    '31/12/2024',
  ])('%j stays text', (text) => {
    expect(read(text)).toBe(text);
  });

  test.each([
    ['3/5', day(year, 3, 5)],
    ['3-5', day(year, 3, 5)],
    ['8-10', day(year, 8, 10)],
    ['1/2/2024', day(2024, 1, 2)],
    ['2024-01-31', day(2024, 1, 31)],
    ['12/31/99', day(1999, 12, 31)],
    ['5/2024', day(2024, 5, 1)],
    ['May 5', day(year, 5, 5)],
    ['5-Mar', day(year, 3, 5)],
  ])('%j becomes a date in the United States', (text, serial) => {
    expect(read(text)).toBe(serial);
  });

  test('is read by the locale of the spreadsheet', () => {
    expect(read('1.234,50', 'de_DE')).toBe(1234.5);
    expect(read('3,5', 'de_DE')).toBe(3.5);
    expect(read('3/5', 'de_DE')).toBe(day(year, 5, 3));
    expect(read('3.5', 'de_DE')).toBe(day(year, 5, 3));
    expect(read('31.12.2024', 'de_DE')).toBe(day(2024, 12, 31));
    expect(read('1 234,50', 'fr_FR')).toBe(1234.5);
    expect(read('31/12/2024', 'en_GB')).toBe(day(2024, 12, 31));
    expect(read('25/26', 'en_GB')).toBe('25/26');
  });

  test('that became a date goes on showing what was typed', () => {
    for (const text of ['3/5', '3-5', '2024-01-31', '01/02/2024', '1/2/2024']) expect(shown(text)).toBe(text);
    expect(shown('31.12.2024', 'de_DE')).toBe('31.12.2024');
  });

  test('that begins with = is a formula, which is not computed', () => {
    expect(readTypedText('=A1+1', sheetLocale('en_US'), year)).toEqual({
      value: '#ERROR!',
      formula: '=A1+1',
    });
  });

  test('of any kind is converted without an error, and letters alone are never lost', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('en_US', 'de_DE', 'fr_FR', 'ja_JP', 'sv_SE'),
        (text, locale) => {
          const { value } = readTypedText(text, sheetLocale(locale), year);
          expect(['string', 'number', 'boolean']).toContain(typeof value);
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });

  test('of a decimal number is that number in every locale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('en_US', 'de_DE', 'fr_FR', 'pt_BR', 'de_CH'),
        (whole, cents, locale) => {
          const decimals = String(cents).padStart(2, '0');
          const text = `${whole}${sheetLocale(locale).decimal}${decimals}`;
          // In German 3.5 would be a date, but its decimal sign is the comma.
          expect(read(text, locale)).toBe(Number(`${whole}.${decimals}`));
        },
      ),
    );
  });
});
