import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

type Rows = readonly (readonly string[])[];

/** What the rows say after the edit, with what was held left so. */
function said(header: readonly string[], before: Rows, after: Rows) {
  const bench = openWorkbench();
  const tab = (rows: Rows) => ({ Products: csvOf([[...header], ...rows.map((row) => [...row])]) });
  bench.sync(tab(before));
  return saidOf(bench.sync(tab(after), '--hold'));
}

test('a cost is shown with the decimals of the currency, on both sides', () => {
  const header = ['Handle', 'Title', 'Price', 'Cost per item'];
  const row = (cost: string) => [['a', 'A', '10.00', cost]];
  expect(said(header, row('8.00'), row('8.64'))['Products:2']).toBe('updated Cost per item 8.00 → 8.64.');
  expect(said(header, row('8.64'), row('8'))['Products:2']).toBe('updated Cost per item 8.64 → 8.00.');
  expect(said(header, row('8.00'), row('[clear]'))['Products:2']).toBe(
    'updated Cost per item 8.00 → (empty).',
  );
});

test.each([
  ['g', 'kg', /Weight 150 g → 150 kg is held: it becomes 1000 times as heavy, as in another unit\./],
  ['kg', 'g', /Weight 150 kg → 150 g is held: it becomes 1000 times as light, as in another unit\./],
])('the unit of one weight that changes from %s to %s is held', (from, to, words) => {
  const header = ['Handle', 'Title', 'Price', 'Weight', 'Weight unit'];
  const rows = (unit: string) => [
    ['a', 'A', '10.00', '150', unit],
    ['b', 'B', '11.00', '170', from],
  ];
  expect(said(header, rows(from), rows(to))['Products:2']).toMatch(words);
});

test('grams that were typed as kilograms are said to look like another unit, not to be equal', () => {
  const header = ['Handle', 'Title', 'Price', 'Variant Grams'];
  const rows = (factor: number) =>
    Array.from({ length: 24 }, (_, index) => [
      `p${index}`,
      `P ${index}`,
      '10.00',
      String((400 + index * 20) * factor),
    ]);
  expect(said(header, rows(1), rows(0.001))['Products:2']).toMatch(
    /24 Variant Grams values of this tab look like another unit/,
  );
});

test('an HS code of an odd count of digits is said to lack a zero, as text too', () => {
  const header = ['Handle', 'Title', 'Price', 'HS Code'];
  const row = (code: string) => [['a', 'A', '10.00', code]];
  expect(said(header, row('090121'), row('9012100'))['Products:2']).toBe(
    'updated HS Code 090121 → 9012100. HS Code 9012100 has 7 digits: a leading zero may be missing.',
  );
  expect(said(header, row('090121'), row('09012100'))['Products:2']).toBe(
    'updated HS Code 090121 → 09012100.',
  );
});
