import { csvOf } from '../../support/csv';
import { rowsOf, said, sheetOf, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value'].concat([
  'SKU',
  'Variant ID',
  'Price',
  'Barcode',
  'Delete',
]);
const begun = openWorkbench();
begun.sync({
  Products: csvOf([
    ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Barcode'],
    ['hat', 'Hat', 'Size', 'S', 'H-1', '10.00', ''],
    ['hat', '', '', 'M', 'H-2', '20.00', ''],
    ['hat', '', '', 'L', 'H-3', '30.00', ''],
  ]),
});
const pasted = begun.paste({
  More: csvOf([
    HEADER,
    ['hat', 'Hat', 'Size', 'S', '', '', 'H-1', '', '10.00', '', ''],
    ['hat', '', '', 'M', '', '', 'H-2', '', '20.00', '', ''],
    ['hat', '', '', 'L', '', '', 'H-3', '', '30.00', '', ''],
  ]),
  List: csvOf([
    ['SKU', 'Price', 'Delete'],
    ['H-3', '30.00', ''],
  ]),
});
begun.call('chooseTabs', { sheetIds: [sheetOf(begun, 'Products').id, ...pasted] });
sync(begun);
const saved = begun.save();

type Typed = readonly [tab: string, row: number, header: string, text: string];

const type = (bench: Workbench, edits: readonly Typed[]) => {
  for (const [tab, row, header, text] of edits) {
    const rows = rowsOf(bench, tab);
    rows[row - 1]![rows[0]!.indexOf(header)] = text;
  }
};
const priceOf = ({ store }: Workbench, sku: string) =>
  store
    .dump()
    .products.flatMap(({ variants }) => variants)
    .find((each) => each.sku === sku)?.price;

/** Every way for a row to be in error of which cells can still be read, and what it is told. */
interface InError {
  readonly edits: readonly Typed[];
  readonly told: string;
  readonly tab?: 'List';
}

const more = (header: string, text: string, row = 4): Typed => ['More', row, header, text];

const ERRORS: Readonly<Record<string, InError>> = {
  'a cell that cannot be read': { edits: [more('Delete', 'abc')], told: 'Delete' },
  'no name of its option': { edits: [more('Option1 Name', '', 2)], told: '“L” has no option name' },
  'no option value': { edits: [more('Option1 Value', '')], told: 'Option1 Value is empty' },
  'no option value and no SKU': {
    edits: [more('Option1 Value', ''), more('SKU', '')],
    told: 'Option1 Value is empty',
  },
  'a value of an option without a name': {
    edits: [more('Option2 Value', 'Red')],
    told: '“Red” has no option name',
  },
  'two options of one name': {
    edits: [more('Option2 Name', 'Size', 2), ...[2, 3, 4].map((row) => more('Option2 Value', 'Red', row))],
    told: 'The options here are Size, Size',
  },
  'the option value of another row': {
    edits: [more('Option1 Value', 'L', 3), more('Price', '30.00', 3)],
    told: '“L” twice',
  },
  'another name of the option': {
    edits: [more('Option1 Name', 'Colour', 2)],
    told: 'The options here are Colour',
  },
  'no handle': { edits: [more('Handle', '')], told: 'no handle' },
  'no handle and no SKU': { edits: [more('Handle', ''), more('SKU', '')], told: 'no handle' },
  'an ID that cannot be read': { edits: [more('Variant ID', 'abc')], told: 'Variant ID' },
  'a cell that another row contradicts': {
    edits: [more('Barcode', '4006381333931'), ['Products', 4, 'Barcode', '4006381333948']],
    told: 'Barcode says otherwise',
  },
  'a deletion in a list of prices': {
    edits: [['List', 2, 'Delete', '[delete]']],
    told: 'works in a tab of products alone',
    tab: 'List',
  },
  'no SKU in a list of prices': {
    edits: [['List', 2, 'SKU', '']],
    told: 'neither an ID nor a SKU',
    tab: 'List',
  },
};

test.each(Object.entries(ERRORS))(
  'a row with %s takes part: whoever says another price is in error with it, and none is sent',
  (_, { edits, told, tab = 'More' }) => {
    const bench = openWorkbench({ saved });
    bench.clock.advance(600_000);
    const row = tab === 'More' ? 4 : 2;
    type(bench, edits);
    type(bench, [
      ['Products', 4, 'Price', '31.00'],
      tab === 'More' ? ['List', 2, 'Price', '31.00'] : ['More', 4, 'Price', '31.00'],
    ]);
    for (const _again of [1, 2]) {
      sync(bench);
      expect(priceOf(bench, 'H-3')).toBe('30.00');
      expect(said(bench, row, tab)).toContain(told);
      expect(said(bench, row, tab)).toMatch(
        /^Error .*Price says otherwise than Price in row \d of (Products|List)/,
      );
      expect(said(bench, 4)).toMatch(/^Error .*Price says otherwise than Price in row \d of (More|List)\./);
    }
  },
);

test.each(Object.entries(ERRORS))(
  'a row with %s keeps nobody from being sent who says the same',
  (_, { edits, told, tab = 'More' }) => {
    const bench = openWorkbench({ saved });
    bench.clock.advance(600_000);
    type(bench, edits);
    type(bench, [
      ['Products', 4, 'Price', '31.00'],
      ['More', 4, 'Price', '31.00'],
      ['List', 2, 'Price', '31.00'],
      ['Products', 2, 'Price', '11.00'],
      ['More', 2, 'Price', '11.00'],
    ]);
    if (told.includes('twice')) type(bench, [['More', 3, 'Price', '31.00']]);
    sync(bench);
    for (const row of [2, 3, 4]) expect(said(bench, row)).not.toContain('Price says otherwise');
    expect(said(bench, tab === 'More' ? 4 : 2, tab)).toContain(told);
    expect(priceOf(bench, 'H-1')).toBe('11.00');
    if (!told.includes('Barcode')) expect(priceOf(bench, 'H-3')).toBe('31.00');
  },
);

/** Two tabs that name one product, one of them by its Product ID. */
function byProductId(): Workbench {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'Vendor', 'SKU', 'Price', 'Status'],
      ['mug', 'Mug', 'Acme', 'M-1', '10.00', 'draft'],
    ]),
  });
  const [product] = bench.store.dump().products;
  const number = product?.id.replace(/.*\//, '') ?? '';
  const tabs = bench.paste({
    Names: csvOf([
      ['Product ID', 'Vendor', 'Status'],
      [number, 'Acme', 'draft'],
    ]),
  });
  bench.call('chooseTabs', { sheetIds: [sheetOf(bench, 'Products').id, ...tabs] });
  sync(bench);
  bench.clock.advance(600_000);
  return bench;
}

const vendorOf = ({ store }: Workbench) => store.dump().products[0]?.vendor;

test.each([
  ['Products', 'Names', 'Status'],
  ['Names', 'Products', 'Price'],
] as const)(
  'a vendor in %s is not sent where it contradicts a row of %s that is in error for its %s',
  (tab, other, header) => {
    const bench = byProductId();
    type(bench, [
      [tab, 2, 'Vendor', 'Dune'],
      [other, 2, header, 'abc'],
    ]);
    for (const _again of [1, 2]) {
      sync(bench);
      expect(vendorOf(bench)).toBe('Acme');
      expect(said(bench, 2, tab)).toContain(`Vendor says otherwise than Vendor in row 2 of ${other}.`);
      expect(said(bench, 2, other)).toMatch(
        new RegExp(`^Error .*Vendor says otherwise than Vendor in row 2 of ${tab}\\.`),
      );
    }
    type(bench, [[other, 2, 'Vendor', 'Dune']]);
    sync(bench);
    expect(vendorOf(bench)).toBe('Dune');
  },
);

test('a vendor that nobody edited contradicts a row by Product ID that is in error for its status', () => {
  const bench = byProductId();
  type(bench, [
    ['Names', 2, 'Vendor', 'Dune'],
    ['Names', 2, 'Status', 'abc'],
  ]);
  sync(bench);
  expect(said(bench, 2)).toMatch(/^Error Vendor says otherwise than Vendor in row 2 of Names\./);
  expect(said(bench, 2, 'Names')).toContain('Vendor says otherwise than Vendor in row 2 of Products.');
});

test.each([
  ['a new variant', ['hat', '', '', 'XL']],
  ['a new product', ['cap', 'Cap', 'Size', 'XL']],
] as const)(
  'a row that was copied with its Shopify ID for %s stops nobody while it is in error',
  (_, names) => {
    const bench = openWorkbench({ saved });
    bench.clock.advance(600_000);
    const rows = rowsOf(bench, 'More');
    const [, , , large = []] = rows;
    sheetOf(bench, 'More').maxRows += 1;
    rows.push([...names, ...large.slice(names.length)]);
    type(bench, [more('SKU', 'H-9', 5), more('Price', '40.00', 5), more('Variant ID', 'abc', 5)]);
    for (const [tab, row] of [
      ['Products', 4],
      ['More', 4],
      ['List', 2],
    ] as const)
      type(bench, [[tab, row, 'Price', '31.00']]);
    sync(bench);
    expect(said(bench, 5, 'More')).toMatch(/^Error .*Variant ID/);
    expect(priceOf(bench, 'H-3')).toBe('31.00');
  },
);
