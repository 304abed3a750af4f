import fc from 'fast-check';
import type { Answer, RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { previewLines } from '../../support/foreseen';
import { openWorkbench, saidOf } from '../../support/workbench';

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
    ...['SKU', 'Handle'].flatMap((header): [string, string, RegExp][] => [
      [
        header,
        '007',
        /7 came as a number: a leading zero may be missing\. Format the column as plain text\./,
      ],
      [header, '.5', /0\.5 came as a number: it may have been typed otherwise\. Format/],
      [header, '1.50', /1\.50? came as a number: it may/],
      [header, '+5', /5 came as a number/],
      [header, '(5)', /-5 came as a number: it may/],
      [header, '-0', /0 came as a number/],
      [header, '5 €', /5.* came as a number/],
    ]),
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

test('letters in a wrong encoding are said once of the tab, in a preview and on the command line', () => {
  const bench = openWorkbench();
  const rows = [
    ['hat', 'Hat', 'H-1', '5', 'MÃ¼ller', 'Caf\ufffd', ''],
    ['cap', 'Cap', 'C-1', '5', 'MÃ¼ller', '', ''],
    ['tie', 'Tie', 'T-1', '5', 'Acme', '', ''],
  ];
  const report = bench.sync(products(...rows), '--preview');
  const note =
    '3 cells have letters that were read in a wrong encoding, such as “MÃ¼ller”. Import the file again as UTF-8.';
  expect(report.tabs[0]?.misread).toBe(note);
  const lines = previewLines(bench).filter((line) => line['What would happen'] === 'Wrong encoding');
  expect(lines.map(({ Tab, Row, Why }) => [Tab, Row, Why])).toEqual([['Products', '1', note]]);
  const sound = bench.sync(products(['hat', 'Hat', 'H-1', '5', 'Müller', '', '']), '--preview');
  expect(sound.tabs[0]?.misread).toBeUndefined();
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

test.each([
  ['in the middle', 'Handle,Title,SKU,Price,Compare-at price\nhat,Hat,H-1,24,90,30\n'],
  ['at the end', 'Handle,Title,SKU,Price\nhat,Hat,H-1,24,90\n'],
])('a price that became two cells is named: %s', (_, text) => {
  expect(saidOf(openWorkbench().sync({ Products: text }))['Products:2']).toBe(
    'error This tab was not synced. Row 2 has one cell too many: a price such as 24,90 became two cells. Write it as 24.90, or as "24,90" in the file.',
  );
});

test('a value under no header between others is named by its column', () => {
  const text = 'Handle,Title,SKU,,Price\nhat,Hat,H-1,mine,24\n';
  expect(saidOf(openWorkbench().sync({ Products: text }))['Products:2']).toBe(
    'error This tab was not synced. Row 2 has a value in column D, which has no header. Give that column a header, or clear the cell.',
  );
});

test.each([
  ['hat,Hat,H-1,24,90,', '24,90'],
  ['cap,Cap,C-1,5,6\nhat,Hat,H-1,24,5,,', '24,5'],
])('a price that became two cells before blank ones is named as well, and nothing is sent', (rows, price) => {
  const bench = openWorkbench();
  const text = `Handle,Title,SKU,Price,Compare-at price\n${rows}\n`;
  expect(() => bench.sync({ Products: text })).toThrow(`a price such as ${price} became two cells.`);
  expect(bench.store.dump().products).toEqual([]);
});

test('a blank cell too many is none where no price was split', () => {
  const text = 'Handle,Title,SKU,Price,Compare-at price\nhat,Hat,H-1,24.90,30,\n';
  expect(saidOf(openWorkbench().sync({ Products: text }))['Products:2']).toMatch(/^created/);
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
      suggestedColumns: [{ header: 'Pirce', suggestion: 'Price' }],
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

type Taken = 'title' | 'vendor' | 'sku' | 'barcode';

interface Case {
  readonly field: Taken;
  readonly value: string;
}

const OWN_HEADER = ['Handle', 'Title', 'SKU', 'Barcode', 'Price', 'Vendor', 'Tags'];
const columnOf = (field: string) => OWN_HEADER.findIndex((name) => name.toLowerCase() === field);

/** Synced once; then edited on both sides, a product for each case, and a person takes Shopify's. */
function takeShopifys(cases: readonly Case[]) {
  const rows = (edited: string) => ({
    Products: csvOf([
      OWN_HEADER,
      ...cases.map(({ field }, index) => {
        const row = [`hat-${index}`, 'Hat', `H-${index}`, `B-${index}`, '5', 'Acme', 'a'];
        row[columnOf(field)] = `${edited}-${index}`;
        return row;
      }),
    ]),
  });
  const bench = openWorkbench();
  bench.sync(rows('first'), '--convert');
  const productOf = (index: number) =>
    bench.store.dump().products.find(({ handle }) => handle === `hat-${index}`);
  cases.forEach(({ field, value }, index) => {
    const product = productOf(index);
    const isVariant = field === 'sku' || field === 'barcode';
    const id = product?.variants[0]?.id;
    const own = field === 'sku' ? { id, inventoryItem: { sku: value } } : { id, barcode: value };
    const { errors } = bench.store.execute({
      query: isVariant
        ? `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`
        : `mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }`,
      variables: isVariant
        ? { id: product?.id, variants: [own] }
        : { product: { id: product?.id, [field]: value } },
    });
    expect(errors).toBeUndefined();
  });
  bench.drive(bench.paste(rows('second'), '--convert'));
  const { run, conflicts } = answered(bench.call<RunSummary>('startSync'));
  bench.call('resolveConflicts', { side: 'shopify', run, keys: conflicts.shown.map(({ key }) => key) });
  const sheet = bench.runtime.state.workbook.sheets[0];
  const told = cases.map((_, index) => String(sheet?.rows[index + 1]?.[OWN_HEADER.length + 1] ?? ''));
  const again = answered(bench.call<RunSummary>('startSync'));
  const outcomes = cases.map(({ field }, index) => {
    const product = productOf(index);
    const variant = product?.variants[0];
    const kept = {
      title: product?.title,
      vendor: product?.vendor,
      sku: variant?.sku,
      barcode: variant?.barcode,
    };
    return { cell: sheet?.rows[index + 1]?.[columnOf(field)], kept: kept[field], told: told[index] };
  });
  return { again, outcomes, conflicts: conflicts.shown.map(({ row }) => row) };
}

function answered<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const HARD = ['01234', '1e5', '1E+5x', 'TRUE', '1/2', '3-5', '=1+1', '+1', '-5', '5%', '1,5', '@x'];
const TEXTS = {
  title: ['01234', "'n Sync"],
  vendor: [...HARD, "'n Sync"],
  sku: HARD,
  barcode: ['01234', '1e5'],
};
const UNSAYABLE = {
  title: ['[clear]'],
  vendor: ['[clear]'],
  sku: ['[clear]', "'01234"],
  barcode: ['[clear]'],
};

const casesOf = (texts: Readonly<Record<Taken, readonly string[]>>) =>
  Object.entries(texts).flatMap(([field, values]) =>
    values.map((value): Case => ({ field: field as Taken, value })),
  );

describe('Shopify’s value, put into the cell', () => {
  const sayable = casesOf(TEXTS);
  const all = [...sayable, ...casesOf(UNSAYABLE)];
  let taken: ReturnType<typeof takeShopifys>;
  beforeAll(() => {
    taken = takeShopifys(all);
  });

  test('is asked about once for each cell, and the question is answered for good', () => {
    expect(taken.conflicts).toEqual(all.map((_, index) => index + 2));
    expect(taken.again.conflicts.count).toBe(0);
    expect(taken.again.sent).toBe(0);
  });

  test.each(sayable)('as the $field $value, stays so', ({ field, value }) => {
    const index = all.findIndex((one) => one.field === field && one.value === value);
    expect(taken.outcomes[index]).toMatchObject({ cell: value, kept: value });
    expect(taken.outcomes[index]?.told).toMatch(/, from Shopify\.$/);
  });

  test.each(casesOf(UNSAYABLE))(
    'as the $field $value, is not put there, and the row says why',
    ({ field, value }) => {
      const index = all.findIndex((one) => one.field === field && one.value === value);
      expect(taken.outcomes[index]).toMatchObject({ cell: `second-${index}`, kept: value });
      expect(taken.outcomes[index]?.told).toContain(
        'The cell was left alone: in a cell this would mean something else. Change it in Shopify, or edit the cell to send another value.',
      );
    },
  );
});

test('whatever text Shopify has, a cell that takes it says just that, or it is not put there', () => {
  const text = fc
    .oneof(
      fc.constantFrom("'0085", '8.9E+12', '½', '#N/A', "'", 'a\u00a0b'),
      fc.stringMatching(/^[\w '=+.,/%-]{1,8}$/),
    )
    .filter((value) => value.trim() === value && value !== '');
  const one = fc.record({ field: fc.constantFrom<Taken>('vendor', 'sku'), value: text });
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { minLength: 6, maxLength: 12, selector: ({ value }) => value }),
      (cases) => {
        const { again, outcomes } = takeShopifys(cases);
        expect(again.conflicts.count).toBe(0);
        expect(again.sent).toBe(0);
        outcomes.forEach(({ cell, kept }, index) => {
          const { value } = cases[index] as Case;
          expect([value, `second-${index}`]).toContain(cell);
          expect(kept).toBe(value);
        });
      },
    ),
    { numRuns: 2 },
  );
});

const SPELLINGS = ['01234', '1e5', 'TRUE', '1/2', "'n Sync", '[clear]', '5%', '=1+1', '-5', '007'];

test.each(['', '--convert'])(
  'Shopify’s tags of a product that was never synced come into their cells, or the row says why not %s',
  (convert) => {
    const rows = csvOf([
      ['Handle', 'Title', 'Tags'],
      ...SPELLINGS.map((_, index) => [`hat-${index}`, 'Hat', 'mine']),
    ]);
    const bench = openWorkbench();
    SPELLINGS.forEach((tag, index) => {
      const { errors } = bench.store.execute({
        query: `mutation ($product: ProductCreateInput!) { productCreate(product: $product) { userErrors { message } } }`,
        variables: { product: { handle: `hat-${index}`, title: 'Hat', tags: [tag] } },
      });
      expect(errors).toBeUndefined();
    });
    const before = bench.store.dump().products;
    bench.drive(bench.paste({ Products: rows }, ...(convert ? [convert] : [])), '--hold');
    const { run, unsynced } = answered(bench.call<RunSummary>('startSync'));
    const keys = unsynced.products.shown.map(({ key }) => key);
    expect(keys).toHaveLength(SPELLINGS.length);
    bench.call('resolveConflicts', { side: 'shopify', run, keys });
    const sheet = bench.runtime.state.workbook.sheets[0];
    SPELLINGS.forEach((tag, index) => {
      const [, , cell, , message] = sheet?.rows[index + 1] ?? [];
      expect([tag, cell]).toEqual([tag, tag === '[clear]' ? 'mine' : tag]);
      expect(message).toMatch(tag === '[clear]' ? /The cell was left alone: .*\.$/ : /, from Shopify\.$/);
    });
    const again = answered(bench.call<RunSummary>('startSync'));
    expect(again).toMatchObject({ sent: 0, conflicts: { count: 0 }, unsynced: { products: { count: 0 } } });
    expect(bench.store.dump().products).toEqual(before);
  },
);

test.each(['', '--convert'])(
  'an option value of any spelling makes one variant or says why not, and a second sync makes none %s',
  (convert) => {
    const file = {
      Products: csvOf([
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
        ...SPELLINGS.map((value, index) => [`hat-${index}`, 'Hat', 'Size', value, `H-${index}`, '5']),
      ]),
    };
    const bench = openWorkbench();
    const said = saidOf(bench.sync(file, ...(convert ? [convert] : [])));
    const made = bench.store.dump().products;
    SPELLINGS.forEach((value, index) => {
      const product = made.find(({ handle }) => handle === `hat-${index}`);
      const answer = said[`Products:${index + 2}`] ?? '';
      if (product) expect(product.variants).toHaveLength(1);
      else expect([value, answer]).toEqual([value, expect.stringMatching(/^error .*Option1 Value.*\.$/)]);
    });
    const again = answered(bench.call<RunSummary>('startSync'));
    expect(again).toMatchObject({ sent: 0, conflicts: { count: 0 }, held: { count: 0 } });
    expect(bench.store.dump().products).toEqual(made);
  },
);
