import { csvOf, TWO_OPTIONS } from '../../support/csv';
import { said, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

type Options = readonly [string, string, string, string];
const tee = (options: Options, price: string) => {
  const [one, first, two, second] = options;
  const other = [first, second].map((value) => (value === 'S' ? 'M' : value));
  return csvOf([
    TWO_OPTIONS,
    ['tee', 'Tee', ...options, 'T-1', price],
    ['tee', '', one, other[0] ?? '', two, other[1] ?? '', 'T-2', '20.00'],
  ]);
};
const hat = (options: Options, price: string) =>
  csvOf([TWO_OPTIONS, ['hat', 'Hat', ...options, 'T-1', price]]);

type Change = readonly [string, (options: Options, price: string) => string, Options, Options];
const CHANGES: readonly Change[] = [
  ['gives a product one more option', tee, ['Size', 'S', '', ''], ['Size', 'S', 'Color', 'Red']],
  ['puts options in another order', tee, ['Size', 'S', 'Color', 'Red'], ['Color', 'Red', 'Size', 'S']],
  ['renames an option', tee, ['Size', 'S', '', ''], ['Fit', 'S', '', '']],
  ['gives a product its first option', hat, ['', '', '', ''], ['Size', 'S', '', '']],
];

/** Other options and a price, beside a tab that names the variant by its ID. */
function asking(
  [, rows, before, after]: Change,
  own: string,
  other: string,
): { readonly bench: Workbench; readonly price: () => unknown } {
  const bench = openWorkbench();
  bench.sync({ Products: rows(before, '10.00') });
  const id = bench.store.dump().products[0]?.variants[0]?.id ?? '';
  const prices = (price: string) =>
    csvOf([
      ['Variant ID', 'Price'],
      [id.slice(id.lastIndexOf('/') + 1), price],
    ]);
  for (const [options, first, second] of [
    [before, '10.00', '10.00'],
    [after, own, other],
  ] as const) {
    const sheetIds = bench.paste({ Products: rows(options, first), Prices: prices(second) });
    bench.call('chooseTabs', { sheetIds });
    sync(bench);
    bench.clock.advance(120_000);
  }
  return { bench, price: () => bench.store.dump().products[0]?.variants[0]?.price };
}

describe.each(CHANGES)('beside a tab that goes by Variant ID, a row that %s', (...change: Change) => {
  test.each([
    ['both prices were edited', '11.00', '10.50'],
    ['only its own price was edited', '11.00', '10.00'],
    ['only the other price was edited', '10.00', '10.50'],
  ])('contradicts it where %s, and both rows say so', (_, own, other) => {
    const { bench, price } = asking(change, own, other);
    expect(said(bench, 2)).toMatch(/^Error Price says otherwise than Price in row 2 of Prices\./);
    expect(said(bench, 2, 'Prices')).toMatch(/^Error Price says otherwise than Price in row 2 of Products\./);
    expect(price()).toBe('10.00');
  });

  test('waits with it where both say the same', () => {
    const { bench, price } = asking(change, '11.00', '11.00');
    expect(said(bench, 2, 'Prices')).toMatch(/^Held Its change of options is held: row 2 of Products/);
    expect(price()).toBe('10.00');
  });
});

describe.each(CHANGES)('beside a row that %s', (_, rows, before, after) => {
  test.each(['Variant ID', 'SKU'])('the stock rows of every location wait that go by %s', (by) => {
    const bench = openWorkbench({ store: { locations: ['Shop', 'Warehouse'] } });
    bench.sync({ Products: rows(before, '10.00') });
    const id = bench.store.dump().products[0]?.variants[0]?.id ?? '';
    const name = by === 'SKU' ? 'T-1' : id.slice(id.lastIndexOf('/') + 1);
    const stock = ([shop, warehouse]: readonly [string, string]) =>
      csvOf([
        [by, 'Location', 'On hand (new)'],
        [name, 'Shop', shop],
        [name, 'Warehouse', warehouse],
      ]);
    for (const [options, levels] of [
      [before, ['5', '6']],
      [after, ['7', '8']],
    ] as const) {
      const sheetIds = bench.paste({ Products: rows(options, '10.00'), Stock: stock(levels) });
      bench.call('chooseTabs', { sheetIds });
      sync(bench);
      bench.clock.advance(120_000);
    }
    for (const row of [2, 3])
      expect(said(bench, row, 'Stock')).toMatch(/^Held Its change of options is held: row 2 of Products/);
  });
});
