import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
const WAITS = 'Compare-at price 15.00 → 16.00 waits until its option value is renamed.';

function tabs(colour: string, compareAt: string, skus: readonly [string, string] = ['T-1', 'T-2']) {
  return {
    Products: csvOf([
      HEADER,
      ['tee', 'Tee', 'Colour', colour, 'T-1', '10.00'],
      ['tee', '', '', 'Red', 'T-2', '12.00'],
    ]),
    Prices: csvOf([
      ['SKU', 'Compare-at price'],
      [skus[0], compareAt],
      [skus[1], '20.00'],
    ]),
  };
}

test('a price by SKU waits while the option value of its variant asks for another name, and goes once it has it', () => {
  const bench = openWorkbench();
  const compareAt = () =>
    bench.store
      .dump()
      .products[0]?.variants.map(({ options, compareAtPrice }) => [options.Colour, compareAtPrice]);
  bench.sync(tabs('Yello', '15.00'));

  for (const _ of [1, 2]) {
    const said = saidOf(bench.sync(tabs('Yellow', '15.00'), '--hold'));
    expect(said['Products:2']).toContain('Colour Yello → Yellow is held');
    expect(said['Prices:2']).toBe('unchanged');
  }
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold'))['Prices:2']).toBe(`skipped ${WAITS}`);
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold', '--only', 'prices'))).toMatchObject({
    'Products:2': 'skipped Colour Yello → Yellow comes first. Sync products, then sync again.',
  });
  expect(compareAt()).toEqual([
    ['Yello', '15.00'],
    ['Red', '20.00'],
  ]);

  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--confirm-held'))).toMatchObject({
    'Products:2': 'updated Colour Yello → Yellow.',
    'Prices:2': 'differs Compare-at price 15.00 → 16.00 goes with the next sync.',
  });
  expect(compareAt()).toEqual([
    ['Yellow', '15.00'],
    ['Red', '20.00'],
  ]);
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--hold'))['Prices:2']).toBe(
    'updated Compare-at price 15.00 → 16.00.',
  );
  expect(saidOf(bench.sync(tabs('Yellow', '16.00'), '--preview'))).toEqual({
    'Products:2': 'unchanged',
    'Products:3': 'unchanged',
    'Prices:2': 'unchanged',
    'Prices:3': 'unchanged',
  });
});

test('a row of another item that was sorted beside the SKU is still changed in both, renamed value or not', () => {
  const bench = openWorkbench();
  bench.sync(tabs('Yello', '15.00'));
  const said = saidOf(bench.sync(tabs('Yellow', '16.00', ['T-2', 'T-1']), '--hold'));
  expect(said['Prices:3']).toMatch(/^conflict This row was “tee · Red” at the last sync/);
});
