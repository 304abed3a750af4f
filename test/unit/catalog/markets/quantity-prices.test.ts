import fc from 'fast-check';
import { cellKind } from '../../../../src/catalog/columns/cell-kinds';
import { quantityKindOf } from '../../../../src/catalog/columns/quantity-kinds';
import { nameIn } from '../../../../src/catalog/markets/headers';
import { quantityPricesIn } from '../../../../src/catalog/markets/quantity-prices';
import { currencyDecimals } from '../../../../src/catalog/values/money';
import { SHEET_LOCALES } from '../../../../src/catalog/values/read-number';

const LOCALES = SHEET_LOCALES;

function read(cell: string, code: string, locale = LOCALES[0]!) {
  const context = { locale, currencyCode: code, currencyDecimals: currencyDecimals(code) };
  return cellKind(quantityKindOf(code)!).parse(cell, context);
}

describe('prices by quantity', () => {
  test.each(['USD', 'JPY', 'KWD'])('in %s are written so that reading them again gives them back', (code) => {
    const decimals = currencyDecimals(code);
    const amount = fc
      .integer({ min: 0, max: 5_000_000 })
      .map((minor) => (minor / 10 ** decimals).toFixed(decimals));
    const entries = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99_999 }), amount), {
      selector: ([from]) => from,
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(entries, fc.constantFrom(...LOCALES), (prices, locale) => {
        const kind = cellKind(quantityKindOf(code)!);
        const value = [...prices]
          .sort(([a], [b]) => a - b)
          .map((price) => price.join(':'))
          .join(',');
        const again = read(String(kind.write(value)), code, locale);
        expect('value' in again && kind.canonical(again.value)).toBe(kind.canonical(value));
        expect(quantityPricesIn(value)).toHaveLength(prices.length);
      }),
    );
  });

  test.each([
    ['10: 9.50, 50: 8.90', '10:9.50,50:8.90'],
    ['50+: $8.90; 10+: 9.5', '10:9.50,50:8.90'],
    ['10 = 9.50\n50 = 8.90', '10:9.50,50:8.90'],
    ['10:9,50, 50:8,90', '10:9.50,50:8.90'],
  ])('%j are read as people type them', (cell, value) => {
    expect(read(cell, 'USD')).toEqual({ value });
  });
});

test.each([
  ['minimum', 'Minimum quantity / Acme'],
  ['minimum', 'min / Acme'],
  ['maximum', 'Maximum order quantity / Acme'],
  ['increment', 'Increments / Acme'],
  ['quantityPrices', 'Volume pricing / Acme'],
  ['quantityPrices', 'Quantity price breaks / Acme'],
] as const)('the header of a catalog’s %s may be %s', (column, header) => {
  expect(nameIn(column, header)).toBe('Acme');
});
