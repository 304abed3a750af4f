import fc from 'fast-check';
import type { RunSummary } from '../../src/sync/answers';
import { csvOf } from './csv';
import { openWorkbench, saidOf, type Workbench } from './workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Vendor', 'Tags', 'Type'];
const products = (...rows: (readonly string[])[]) => ({ Products: csvOf([HEADER, ...rows]) });

describe('a row that is no product', () => {
  test('repeats the header, in the same words or in others, and is left out', () => {
    const bench = openWorkbench();
    const said = saidOf(
      bench.sync(
        products(
          ['hat', 'Hat', 'H-1', '5', 'Acme', '', ''],
          HEADER,
          ['HANDLE', 'title', 'Variant SKU', 'variant price', 'Vendor', '', 'Product type'],
          ['cap', 'Cap', 'C-1', '5', 'Acme', '', ''],
        ),
      ),
    );
    const repeated = 'skipped This row repeats the header row, so it was left out. Delete it.';
    expect(said).toMatchObject({ 'Products:3': repeated, 'Products:4': repeated });
    expect(
      bench.store
        .dump()
        .products.map(({ title }) => title)
        .sort(),
    ).toEqual(['Cap', 'Hat']);
  });

  test('may be called Title all the same', () => {
    const bench = openWorkbench();
    bench.sync(products(['title', 'Title', 'T-1', '5', 'Vendor', '', '']));
    expect(bench.store.dump().products.map(({ title }) => title)).toEqual(['Title']);
  });
});

describe('a text that Google took for something else', () => {
  test.each([
    ['Tags', '1E5', /^error Tags “1\.00E\+05” lost digits/],
    ['Tags', '1,234', /^error Tags “1,234” was taken for a number/],
    ['Type', '1E5', /^error Type “1\.00E\+05” lost digits/],
    [
      'Vendor',
      '0045',
      /Vendor 45 came as a number: a leading zero may be missing\. Format the column as plain text\./,
    ],
    ['Tags', '007', /Tags 7 came as a number/],
    ['Vendor', '3/5', /^error Vendor: the spreadsheet made a date/],
  ])('%s %s is said and not guessed', (header, typed, expected) => {
    const row = ['hat', 'Hat', 'H-1', '5', 'Acme', '', ''];
    row[HEADER.indexOf(header)] = typed;
    expect(saidOf(openWorkbench().sync(products(row), '--convert'))['Products:2']).toMatch(expected);
  });

  test('is read as the cell shows it where nothing is lost', () => {
    const bench = openWorkbench();
    bench.sync(products(['hat', 'Hat', 'H-1', '5', '5%', '5%, new', '50%']), '--convert');
    const [product] = bench.store.dump().products;
    expect(product).toMatchObject({ vendor: '5%', productType: '50%', tags: ['5%', 'new'] });
  });

  test.each(['MAR-11187', 'SEPT2', 'MARCH1', 'May5x', 'JAN-1234567'])('is not made of %s', (sku) => {
    const bench = openWorkbench();
    bench.sync(products(['hat', 'Hat', sku, '5', 'Acme', '', '']), '--convert');
    expect(bench.store.dump().products[0]?.variants[0]?.sku).toBe(sku);
  });
});

test('a number in a cell that is formatted as a percentage is an error in every column of numbers', () => {
  const weights = ['Variant Grams', 'Weight'];
  const stock = ['Variant Inventory Qty', 'On hand', 'Variant Inventory Adjust'];
  for (const name of ['Price', 'Cost per item', 'Image Position', ...weights, ...stock]) {
    const rows = [
      ['Handle', 'Title', 'SKU', name],
      ['hat', 'Hat', 'H-1', '500%'],
    ];
    const bench = openWorkbench();
    expect(saidOf(bench.sync({ Products: csvOf(rows) }, '--convert'))['Products:2']).toContain(
      `error ${name} shows 500%: the cell is formatted as a percentage. Format it as a number and type it again.`,
    );
    expect(bench.store.dump().products).toEqual([]);
  }
});

describe('letters in a wrong encoding', () => {
  test.each(['MÃ¼ller', 'Caf\ufffd', 'CafÃ©', 'itâ€™s', 'Â£ sign', 'Ã–l', 'ðŸŽ© hat'])(
    '%s is not sent',
    (vendor) => {
      const bench = openWorkbench();
      const said = saidOf(bench.sync(products(['hat', 'Hat', 'H-1', '5', vendor, '', ''])));
      expect(said['Products:2']).toBe(
        `error Vendor “${vendor}” has letters that were read in a wrong encoding. Import the file again as UTF-8, or type them again.`,
      );
      expect(bench.store.dump().products).toEqual([]);
    },
  );

  test.each(['Müller', 'Café', 'SÃO PAULO', 'Âme', '“IRMÔ', 'Ça', 'naïve', '25 °C', '🎩', 'Łódź'])(
    '%s is as it should be',
    (vendor) => {
      const bench = openWorkbench();
      bench.sync(products(['hat', 'Hat', 'H-1', '5', vendor, '', '']));
      expect(bench.store.dump().products[0]?.vendor).toBe(vendor);
    },
  );
});

test('an edit on a further row of a product is said, not swallowed', () => {
  const header = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Vendor'];
  const bench = openWorkbench();
  const said = saidOf(
    bench.sync({
      Products: csvOf([
        header,
        ['hat', 'Hat', 'Size', 'S', 'H-1', '5', 'Acme'],
        ['hat', 'Hat', '', 'M', 'H-2', '5', 'acme '],
        ['hat', 'Top hat', '', 'L', 'H-3', '5', ''],
      ]),
    }),
  );
  expect(said['Products:4']).toContain(
    'Title on this row was left out: row 2 speaks for the product. Type it there, and clear it here.',
  );
  expect(bench.store.dump().products[0]?.variants).toHaveLength(3);
});

test('a price that became two cells is named', () => {
  const text = 'Handle,Title,SKU,Price,Compare-at price\nhat,Hat,H-1,24,90,30\n';
  expect(saidOf(openWorkbench().sync({ Products: text }))['Products:2']).toBe(
    'error This tab was not synced. Row 2 has one cell too many: a price such as 24,90 became two cells. Write it as 24.90, or as "24,90" in the file.',
  );
});

describe('a header', () => {
  test('that is a slip away from a known one is told so, and others are named', () => {
    const report = openWorkbench().sync({
      Products: csvOf([
        ['Handle', 'Title', 'Pirce', 'Tax code', 'Notes'],
        ['hat', 'Hat', '5', '', ''],
      ]),
    });
    expect(report.tabs[0]).toMatchObject({
      unknownColumns: ['Pirce', 'Notes'],
      unsyncedColumns: ['Tax code'],
    });
  });

  test('that says nothing of which product is told to name the product, not the SKU that it has', () => {
    const report = openWorkbench().sync({
      Images: csvOf([
        ['Variant SKU', 'Image Src'],
        ['H-1', 'https://a.example/b.jpg'],
      ]),
    });
    expect(report.tabs[0]?.message).toBe(
      'The columns “Image Src” are of products, and no column says of which. Add a Handle or Product ID column.',
    );
  });
});

/** Synced once; then edited on both sides, so that a person takes Shopify's. */
function takeShopifys(field: 'title' | 'vendor' | 'tags' | 'sku' | 'barcode', value: string) {
  const header = ['Handle', 'Title', 'SKU', 'Barcode', 'Price', 'Vendor', 'Tags'];
  const rows = (edited: string) => {
    const row = ['hat', 'Hat', 'H-1', 'B-1', '5', 'Acme', 'a'];
    row[header.findIndex((name) => name.toLowerCase() === field)] = edited;
    return { Products: csvOf([header, row]) };
  };
  const bench = openWorkbench();
  bench.sync(rows('first'), '--convert');
  const [product] = bench.store.dump().products;
  const isVariant = field === 'sku' || field === 'barcode';
  const variants = isVariant
    ? [
        {
          id: product?.variants[0]?.id,
          ...(field === 'sku' ? { inventoryItem: { sku: value } } : { barcode: value }),
        },
      ]
    : [];
  const { errors } = bench.store.execute({
    query: isVariant
      ? `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`
      : `mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }`,
    variables: isVariant ? { id: product?.id, variants } : { product: { id: product?.id, [field]: value } },
  });
  expect(errors).toBeUndefined();
  bench.drive(bench.paste(rows('second'), '--convert'));
  const first = bench.call<RunSummary>('startSync');
  if (!first.ok) throw new Error(first.problem.message);
  const { run, conflicts } = first.value;
  bench.call('resolveConflicts', { side: 'shopify', run, keys: conflicts.shown.map(({ key }) => key) });
  const again = bench.call<RunSummary>('startSync');
  if (!again.ok) throw new Error(again.problem.message);
  return { bench, again: again.value, cell: cellOf(bench, header, field), conflicts: conflicts.shown.length };
}

function cellOf(bench: Workbench, header: readonly string[], field: string) {
  const column = header.findIndex((name) => name.toLowerCase() === field);
  return bench.runtime.state.workbook.sheets[0]?.rows[1]?.[column];
}

const HARD = ['01234', '1e5', '1E+5x', 'TRUE', '1/2', '3-5', '=1+1', '+1', '-5', '5%', '1,5', '@x'];
const TEXTS = {
  title: ['01234', "'n Sync"],
  vendor: [...HARD, "'n Sync"],
  sku: HARD,
  barcode: ['01234', '1e5'],
};
describe.each(['title', 'vendor', 'sku', 'barcode'] as const)('Shopify’s %s, put into the cell', (field) => {
  test.each(TEXTS[field])('as %s, stays so, and the question is answered for good', (value) => {
    const { bench, again, cell, conflicts } = takeShopifys(field, value);
    expect(conflicts).toBe(1);
    expect(cell).toBe(value);
    expect(again.conflicts.count).toBe(0);
    const [product] = bench.store.dump().products;
    const kept = {
      title: product?.title,
      vendor: product?.vendor,
      sku: product?.variants[0]?.sku,
      barcode: product?.variants[0]?.barcode,
    };
    expect(kept[field]).toBe(value);
  });

  test('as [clear], is not put there, because it would empty the field', () => {
    const { bench, again, cell } = takeShopifys(field, '[clear]');
    expect(cell).toBe('second');
    expect(again.conflicts.count).toBe(0);
    const [product] = bench.store.dump().products;
    const kept = {
      title: product?.title,
      vendor: product?.vendor,
      sku: product?.variants[0]?.sku,
      barcode: product?.variants[0]?.barcode,
    };
    expect(kept[field]).toBe('[clear]');
  });
});

test('whatever text Shopify has, a cell that takes it says just that, or it is not put there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('vendor', 'sku' as const),
      fc.oneof(
        fc.constantFrom("'0085", '8.9E+12', '½', '#N/A', "'", 'a\u00a0b'),
        fc.stringMatching(/^[\w '=+.,/%-]{1,8}$/),
      ),
      (field, value) => {
        fc.pre(value.trim() === value && value !== '' && value !== 'second' && value !== 'first');
        const { bench, again, cell } = takeShopifys(field as 'vendor' | 'sku', value);
        expect([value, 'second']).toContain(cell);
        expect(again.conflicts.count).toBe(0);
        expect(again.sent).toBe(0);
        const [product] = bench.store.dump().products;
        expect(field === 'vendor' ? product?.vendor : product?.variants[0]?.sku).toBe(value);
      },
    ),
    { numRuns: 3 },
  );
});
