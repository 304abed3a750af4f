import { CELL_KINDS } from '../../../../src/catalog/columns/cell-kinds';
import { parseHsCode, shortHsCode } from '../../../../src/catalog/values/customs';

test.each([
  ['6109.10', '610910'],
  ['6109 10 00', '61091000'],
  ['6109-10', '610910'],
  ["'0101.21", '010121'],
  ['6109.10.0012', '6109100012'],
  ['1234567890123', '1234567890123'],
  ['61091', '61091'],
])('an HS code may be typed as %s and is kept as %s', (typed, code) => {
  expect(parseHsCode(typed)).toEqual({ value: code });
  expect(CELL_KINDS.hsCode.canonical(typed)).toBe(code);
});

test.each([
  'T-shirt',
  '6109.1O',
  '6109,10',
  '6109/10',
  '6109.10; 6110.20',
  '-',
  '.',
  '６１０９１０',
  '6.1E+09',
])('%s is refused with the rule', (typed) => {
  expect(parseHsCode(typed)).toEqual({ problem: 'is not an HS code. Type 6 to 13 digits, such as 6109.10' });
});

test.each([
  ['61', 2],
  ['6109', 4],
  ['12345678901234', 14],
])('%s has too few or too many digits', (typed, digits) => {
  expect(parseHsCode(typed)).toEqual({
    problem: `has ${digits} digits. Shopify takes 6 to 13 for an HS code`,
  });
});

test('five digits are short of a zero, unless Shopify has the code that lost it', () => {
  expect(shortHsCode('10121', '')).toContain('a zero may be missing');
  expect(shortHsCode('10121', '010122')).toContain('a zero may be missing');
  expect(shortHsCode('10121', '010121')).toBeUndefined();
  expect(shortHsCode('101210', '')).toBeUndefined();
});
