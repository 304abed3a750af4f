import { least, most } from '../../../../src/catalog/values/arrays';

describe('the extremes of many numbers', () => {
  const numbers = Array.from({ length: 300_000 }, (_, index) => (index * 7_919) % 300_000);

  test('are found among more of them than the stack holds', () => {
    expect(() => Math.max(...numbers)).toThrow(RangeError);
    expect([least(numbers), most(numbers)]).toEqual([0, 299_999]);
  });

  test('leave a bound that another number has to pass where there are none', () => {
    expect(Math.max(1, most([]))).toBe(1);
    expect(Math.min(1, least([]))).toBe(1);
  });
});
