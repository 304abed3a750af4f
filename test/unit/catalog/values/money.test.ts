import fc from 'fast-check';
import {
  canonicalDecimal,
  currencyDecimals,
  moneyOfNumber,
  readMoney,
} from '../../../../src/catalog/values/money';
import { parseLocale } from '../../../../src/catalog/values/read-number';

const english = parseLocale('en_US');
const german = parseLocale('de_DE');
const money = (amount: string) => ({ kind: 'money', money: amount });

describe('a price typed as text', () => {
  test.each([
    ['19.90', '19.90'],
    ['19,90', '19.90'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ["1'234.50", '1234.50'],
    ['1 234,50', '1234.50'],
    ['１９．９０', '19.90'],
    ['1\u00a0234,50', '1234.50'],
    ['1\u202f234,50', '1234.50'],
    ['12,34,567.80', '1234567.80'],
    ['1,23,456', '123456.00'],
    ['.5', '0.50'],
    ['007', '7.00'],
    ['0', '0.00'],
    ['1,234,567', '1234567.00'],
  ])('%s is %s wherever the spreadsheet stands', (text, amount) => {
    expect(readMoney(text, english, 2)).toEqual(money(amount));
    expect(readMoney(text, german, 2)).toEqual(money(amount));
  });

  test('is refused with both readings where it is one thing with a point and another with a comma', () => {
    expect(readMoney('1.250', german, 3)).toMatchObject({ kind: 'ambiguous' });
    expect(readMoney('1.234', german, 2)).toEqual({ kind: 'ambiguous', readings: ['1.234', '1234'] });
    expect(readMoney('1.234', english, 2)).toEqual({ kind: 'ambiguous', readings: ['1.234', '1234'] });
    expect(readMoney('1,234', german, 2)).toEqual({ kind: 'ambiguous', readings: ['1234', '1.234'] });
  });

  test('has three decimals where the currency has, written as the locale writes them', () => {
    expect(readMoney('1.250', english, 3)).toEqual(money('1.250'));
    expect(readMoney('1,250', german, 3)).toEqual(money('1.250'));
  });

  test('has its thousands grouped by a comma where the locale groups so', () => {
    expect(readMoney('1,234', english, 2)).toEqual(money('1234.00'));
  });

  test('is not rounded', () => {
    expect(readMoney('19.999', english, 2)).toMatchObject({ kind: 'ambiguous' });
    expect(readMoney('19.9999', english, 2)).toEqual({ kind: 'too-precise', decimals: 2 });
    expect(readMoney('1500.50', english, 0)).toEqual({ kind: 'too-precise', decimals: 0 });
  });

  test.each(['-5', '-1,234.50'])('%s is negative', (text) => {
    expect(readMoney(text, english, 2)).toEqual({ kind: 'negative' });
  });

  test.each(['free', '12 pcs', '1.2.3', '12 50', '1 23 456', '1e3', '', '.', '-', '12-13', '0x10', '٣'])(
    '“%s” is not a number',
    (text) => {
      expect(readMoney(text, english, 2)).toEqual({ kind: 'not-a-number' });
    },
  );

  test('comes back as it was written, in any locale and in the decimals of any currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        fc.constantFrom(english, german),
        (units, currency, locale) => {
          const decimals = currencyDecimals(currency);
          const digits = String(units).padStart(decimals + 1, '0');
          const amount = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
          const written = locale.decimalSeparator === ',' ? amount.replace('.', ',') : amount;
          const reading = readMoney(written, locale, decimals);
          expect(reading).toEqual(money(amount));
        },
      ),
    );
  });

  test('is never read as another amount than the one with its digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d.,]{1,12}$/), fc.constantFrom(english, german), (text, locale) => {
        const reading = readMoney(text, locale, 2);
        if (reading.kind !== 'money') return;
        const digits = (amount: string) => amount.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
        expect(digits(reading.money)).toBe(digits(text));
      }),
    );
  });
});

describe('a price in a number cell', () => {
  test.each([
    [19.9, '19.90'],
    [0.1 + 0.2, '0.30'],
    [1e6, '1000000.00'],
    [-0, '0.00'],
  ])('%d is %s', (value, amount) => {
    expect(moneyOfNumber(value, 2)).toEqual(money(amount));
  });

  test('with more decimals than the currency is refused', () => {
    expect(moneyOfNumber(19.999, 2)).toEqual({ kind: 'too-precise', decimals: 2 });
    expect(moneyOfNumber(0.5, 0)).toEqual({ kind: 'too-precise', decimals: 0 });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15])('%d is not a price', (value) => {
    expect(moneyOfNumber(value, 2)).toEqual({ kind: 'not-a-number' });
  });

  test('of up to two decimals arrives exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (cents) => {
        const digits = String(cents).padStart(3, '0');
        expect(moneyOfNumber(cents / 100, 2)).toEqual(money(`${digits.slice(0, -2)}.${digits.slice(-2)}`));
      }),
    );
  });
});

test('amounts are equal whatever their trailing zeros', () => {
  expect(new Set(['85', '85.0', '85.00', '085'].map(canonicalDecimal))).toEqual(new Set(['85']));
});

describe('a locale', () => {
  test.each([
    ['en_US', '.'],
    ['en_GB', '.'],
    ['ja_JP', '.'],
    ['de_CH', '.'],
    ['es_MX', '.'],
    ['de_DE', ','],
    ['fr_FR', ','],
    ['pt_BR', ','],
    ['es_ES', ','],
    ['en_ZA', ','],
  ] as const)('%s writes decimals with “%s”', (name, decimalSeparator) => {
    expect(parseLocale(name)).toEqual({ decimalSeparator });
  });
});
