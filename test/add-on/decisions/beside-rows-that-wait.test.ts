import { csvOf } from '../../support/csv';
import { rowsOf, said, sheetOf, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Inventory quantity'];
const HANDLE = HEADER.indexOf('Handle');
const PRICE = HEADER.indexOf('Price');
const QUANTITY = HEADER.indexOf('Inventory quantity');
const begun = openWorkbench();
begun.sync({
  Products: csvOf([
    HEADER,
    ['hat', 'Hat', 'Size', 'S', 'H-1', '10.00', '5'],
    ['hat', '', '', 'M', 'H-2', '20.00', '7'],
  ]),
});
const saved = begun.save();

/** Rows of two more tabs, which go by its Variant ID, say a price and a barcode of the first variant. */
function beside(price: string, order: readonly string[] = ['List', 'Codes'], barcode = ''): Workbench {
  const bench = openWorkbench({ saved });
  const [id = ''] = bench.store.dump().products.flatMap(({ variants }) => variants.map((each) => each.id));
  const number = id.replace(/.*\//, '');
  const tabs: Record<string, string[][]> = {
    List: [
      ['Variant ID', 'Price'],
      [number, '10.00'],
    ],
    Codes: [
      ['Variant ID', 'Barcode'],
      [number, ''],
    ],
  };
  const pasted = bench.paste(Object.fromEntries(order.map((name) => [name, csvOf(tabs[name] ?? [])])));
  bench.call('chooseTabs', { sheetIds: [sheetOf(bench, 'Products').id, ...pasted] });
  sync(bench);
  bench.clock.advance(600_000);
  rowsOf(bench, 'List')[1]![1] = price;
  rowsOf(bench, 'Codes')[1]![1] = barcode;
  return bench;
}

const type = (bench: Workbench, row: number, column: number, text: string) => {
  rowsOf(bench)[row - 1]![column] = text;
};
const price = ({ store }: Workbench) => store.dump().products[0]?.variants[0]?.price;
const mistype = (bench: Workbench) => type(bench, 2, QUANTITY, 'abc');
const rename = (bench: Workbench) => {
  for (const row of [2, 3]) type(bench, row, HANDLE, 'sun-hat');
};

describe('a row by Variant ID', () => {
  test.each([
    ['is in error for another cell', mistype],
    ['says another handle of its product', rename],
  ])('is not sent where it contradicts a row that %s, and both say so', (_, waits) => {
    const bench = beside('12.00');
    type(bench, 2, PRICE, '11.00');
    waits(bench);
    for (const _again of [1, 2]) {
      sync(bench);
      expect(price(bench)).toBe('10.00');
      expect(said(bench, 2, 'List')).toContain(
        'Price says otherwise than Price in row 2 of Products. Make them equal or empty one.',
      );
      expect(said(bench, 2)).toMatch(/^Error .*Price says otherwise than Price in row 2 of List\./);
    }
  });

  test.each([
    ['is in error for another cell', mistype],
    ['says another handle of its product', rename],
  ])('is sent where it says the same as a row that %s', (_, waits) => {
    const bench = beside('11.00');
    type(bench, 2, PRICE, '11.00');
    waits(bench);
    sync(bench);
    expect(price(bench)).toBe('11.00');
    expect(said(bench, 2, 'List')).toMatch(/^Updated/);
  });

  test('that nobody edited contradicts a row that is in error for another cell, before and after that is mended', () => {
    const bench = beside('10.00');
    type(bench, 2, PRICE, '11.00');
    for (const quantity of ['abc', '5']) {
      type(bench, 2, QUANTITY, quantity);
      sync(bench);
      expect(price(bench)).toBe('10.00');
      expect(said(bench, 2, 'List')).toMatch(/^Error Price says otherwise than Price in row 2 of Products\./);
      expect(said(bench, 2)).toContain('Price says otherwise than Price in row 2 of List.');
    }
  });

  test('is sent once the other row says the same, and its handle is asked about as before', () => {
    const bench = beside('12.00');
    type(bench, 2, PRICE, '11.00');
    rename(bench);
    const { run, conflicts } = sync(bench);
    expect(conflicts.shown.map(({ column }) => column)).toEqual(['Handle']);
    type(bench, 2, PRICE, '12.00');
    sync(bench, 'resolveConflicts', { run, side: 'sheet', keys: conflicts.shown.map(({ key }) => key) });
    sync(bench);
    expect(bench.store.dump().products.map(({ handle }) => handle)).toEqual(['sun-hat']);
    expect(price(bench)).toBe('12.00');
  });
});

test.each([
  ['List', 'Codes'],
  ['Codes', 'List'],
])(
  'of two rows by Variant ID, in %s and in %s, the one that contradicts is refused and the other is sent',
  (...order) => {
    const bench = beside('12.00', order, '4006381333931');
    sync(bench);
    expect(said(bench, 2, 'List')).toContain('Price says otherwise than Price in row 2 of Products.');
    expect(price(bench)).toBe('10.00');
    expect(said(bench, 2, 'Codes')).toMatch(/^Updated Barcode/);
  },
);

test('rows that were copied with their Shopify IDs under a new handle stop no price of the rows they were copied from', () => {
  const bench = openWorkbench({ saved });
  const [, small = [], medium = []] = rowsOf(bench);
  const copy = ([, title = '', ...cells]: (string | number)[], sku: string) =>
    ['cap', title, ...cells].map((cell, at) => (at === HEADER.indexOf('SKU') ? sku : cell));
  sheetOf(bench, 'Products').maxRows += 2;
  rowsOf(bench).push(copy(small, 'C-1'), copy(medium, 'C-2'));
  type(bench, 2, PRICE, '11.00');
  type(bench, 4, PRICE, '15.00');
  sync(bench);
  expect(said(bench, 4)).toContain('If it is a copy, clear its Shopify ID.');
  expect(price(bench)).toBe('11.00');
});

test.each([
  ['mug', 'Acme'],
  ['sun-mug', 'Acme'],
])(
  'a row by Product ID is not sent where it contradicts the row of its product, with the handle %s',
  (handle) => {
    const bench = openWorkbench();
    const header = ['Handle', 'Title', 'Vendor', 'SKU'];
    bench.sync({ Products: csvOf([header, ['mug', 'Mug', 'Acme', 'M-1']]) });
    const [product] = bench.store.dump().products;
    const number = product?.id.replace(/.*\//, '') ?? '';
    const pasted = bench.paste({
      Titles: csvOf([
        ['Product ID', 'Vendor'],
        [number, 'Acme'],
      ]),
    });
    bench.call('chooseTabs', { sheetIds: [sheetOf(bench, 'Products').id, ...pasted] });
    sync(bench);
    bench.clock.advance(600_000);
    rowsOf(bench)[1]![0] = handle;
    rowsOf(bench, 'Titles')[1]![1] = 'Dune';
    sync(bench);
    expect(bench.store.dump().products.map(({ vendor }) => vendor)).toEqual(['Acme']);
    expect(said(bench, 2, 'Titles')).toMatch(/^Error /);
  },
);
