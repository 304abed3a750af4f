import { csvOf } from '../../support/csv';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const SET_SKU = `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
}`;
const RENAME = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { userErrors { message } }
}`;
const DELETE = `mutation ($id: ID!) { productDelete(input: { id: $id }) { userErrors { message } } }`;
const MAKE = `mutation ($input: ProductSetInput!) {
  productSet(synchronous: true, input: $input) { product { id } userErrors { message } }
}`;

type Table = readonly (readonly string[])[];
type Sheet = Readonly<Record<string, Table>>;

const open = () => openWorkbench({ store: { searchLagMs: 0 } });

function sync(bench: Workbench, sheet: Sheet): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(sheet).map(([name, rows]) => [name, csvOf(rows)]));
  return saidOf(bench.sync(texts, '--hold'));
}

const items = ({ store }: Workbench) => store.dump().products;
const find = (bench: Workbench, title: string) => {
  const product = items(bench).find((each) => each.title === title);
  if (!product) throw new Error(`There is no ${title}.`);
  return product;
};
const numberOf = (id = '') => id.replace(/.*\//, '');

function setSku(bench: Workbench, title: string, sku: string): void {
  const { id, variants } = find(bench, title);
  bench.store.execute({
    query: SET_SKU,
    variables: { product: id, variants: [{ id: variants[0]?.id, inventoryItem: { sku } }] },
  });
}

function rename(bench: Workbench, title: string, handle: string): void {
  bench.store.execute({ query: RENAME, variables: { product: { id: find(bench, title).id, handle } } });
}

function make(bench: Workbench, handle: string, title: string, sku = ''): void {
  const optionValues = [{ optionName: 'Title', name: 'Default Title' }];
  bench.store.execute({
    query: MAKE,
    variables: {
      input: {
        handle,
        title,
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [{ sku, price: '50.00', optionValues }],
      },
    },
  });
}

const facts = (bench: Workbench) =>
  items(bench).map(({ title, variants: [variant] }) => `${title} ${variant?.sku} ${variant?.price}`);

function clearId({ runtime }: Workbench, tab: string, row: number, width: number): void {
  const sheet = runtime.state.workbook.sheets.find(({ name }) => name === tab);
  const cells = sheet?.rows[row - 1];
  if (!cells?.[width + 3]) throw new Error(`There is no Shopify ID in row ${row} of ${tab}.`);
  cells[width + 3] = '';
}

const OPTION = `mutation ($product: ID!, $option: OptionUpdateInput!, $values: [OptionValueUpdateInput!]!) {
  productOptionUpdate(productId: $product, option: $option, optionValuesToUpdate: $values) { userErrors { message } }
}`;

function renameOption(bench: Workbench, ...changes: [string, string][]): void {
  const { id } = find(bench, 'T');
  for (const [from, to] of changes) {
    const { data } = bench.store.execute({
      query: 'query ($id: ID!) { product(id: $id) { options { id optionValues { id name } } } }',
      variables: { id },
    });
    const { product } = data as {
      product: { options: { id: string; optionValues: { id: string; name: string }[] }[] };
    };
    const [option] = product.options;
    const value = option?.optionValues.find(({ name }) => name === from);
    const values = [{ id: value?.id, name: to }];
    bench.store.execute({ query: OPTION, variables: { product: id, option: { id: option?.id }, values } });
  }
}

const PRODUCTS = [
  ['Handle', 'Title', 'SKU'],
  ['a', 'A', 'S1'],
  ['b', 'B', 'S2'],
];
const prices = (first: string, sku = 'S1') => [
  ['SKU', 'Price'],
  [sku, first],
  ['S2', '15.00'],
];
const STOCK = [
  ['SKU', 'Available'],
  ['S1', '7'],
  ['S2', '8'],
];

/** a has S1x now, and b has S1. */
function moveSkus(bench: Workbench): void {
  setSku(bench, 'A', 'S1x');
  setSku(bench, 'B', 'S1');
}

describe('a SKU that went to another item in Shopify', () => {
  const sheets: Readonly<Record<string, (price: string, stock: string) => Sheet>> = {
    'Prices alone': (price) => ({ Prices: prices(price) }),
    'Products and Prices': (price) => ({ Products: PRODUCTS, Prices: prices(price) }),
    'Prices and Products': (price) => ({ Prices: prices(price), Products: PRODUCTS }),
    'Products, Stock and Prices': (price) => ({ Products: PRODUCTS, Stock: STOCK, Prices: prices(price) }),
    'Prices, Stock and Products': (price) => ({ Prices: prices(price), Stock: STOCK, Products: PRODUCTS }),
    'Products that say no SKU, and Prices': (price) => ({
      Products: PRODUCTS.map(([handle = '', title = '']) => [handle, title]),
      Prices: prices(price),
    }),
  };
  const synced = (sheet: Sheet) => {
    const bench = open();
    sync(bench, { Products: PRODUCTS, Prices: prices('10.00'), Stock: STOCK });
    sync(bench, sheet);
    moveSkus(bench);
    return bench;
  };

  test.each(sampleOf(Object.entries(sheets), 3))(
    'is changed in both and names both, and the same sentence stands there until somebody acts: %s',
    (_, sheetOf) => {
      const bench = synced(sheetOf('10.00', '7'));
      const before = facts(bench);
      const [a, b] = [find(bench, 'A').variants[0]?.id, find(bench, 'B').variants[0]?.id].map(numberOf);
      const said = [2, 3, 4].map(() => sync(bench, sheetOf('12.00', '7'))['Prices:2']);
      expect(said[0]).toMatch(
        new RegExp(
          `^conflict “S1” was the variant ${a}, now “.*”, at the last sync and is the variant ${b}.* in Shopify now`,
        ),
      );
      expect(new Set(said).size).toBe(1);
      expect(facts(bench)).toEqual(before);
    },
  );

  test.each(sampleOf(Object.entries(sheets), 3))(
    'goes on once the SKU of the first is typed: %s',
    (_, sheetOf) => {
      const bench = synced(sheetOf('10.00', '7'));
      for (let run = 2; run <= 3; run += 1) sync(bench, sheetOf('12.00', '7'));
      const sheet = { ...sheetOf('12.00', '7'), Prices: prices('12.00', 'S1x') };
      expect(sync(bench, sheet)['Prices:2']).toMatch(/^updated Price 10.00 → 12.00/);
      expect(facts(bench)).toEqual(['A S1x 12.00', 'B S1 15.00']);
    },
  );

  test.each(sampleOf(Object.entries(sheets), 3))(
    'goes to the other once its ID is cleared: %s',
    (_, sheetOf) => {
      const bench = synced(sheetOf('10.00', '7'));
      const sheet = sheetOf('12.00', '7');
      for (let run = 2; run <= 3; run += 1) sync(bench, sheet);
      clearId(bench, 'Prices', 2, 2);
      // Otherwise both rows of the tab speak of b.
      const alone = { ...sheet, Prices: prices('12.00').slice(0, 2) };
      expect(sync(bench, alone)['Prices:2']).toMatch(/^updated Price 15.00 → 12.00/);
      expect(facts(bench)).toEqual(['A S1x 10.00', 'B S1 12.00']);
    },
  );
});

describe('a SKU that nobody has any more', () => {
  test('stays changed in both in one sentence, until it is typed as it is now or given back', () => {
    const bench = open();
    sync(bench, { Products: PRODUCTS, Prices: prices('10.00') });
    setSku(bench, 'A', 'S1x');
    const said = [2, 3, 4].map(() => sync(bench, { Prices: prices('12.00') })['Prices:2']);
    expect(said[0]).toMatch(/^conflict “S1” is “.*S1x.*” in Shopify now\. Type that/);
    expect(new Set(said).size).toBe(1);
    expect(sync(bench, { Prices: prices('12.00', 'S1x') })['Prices:2']).toMatch(/^updated/);
  });

  test('is what it was once somebody gives it back', () => {
    const bench = open();
    sync(bench, { Products: PRODUCTS, Prices: prices('10.00') });
    setSku(bench, 'A', 'S1x');
    for (let run = 2; run <= 3; run += 1) sync(bench, { Prices: prices('12.00') });
    setSku(bench, 'A', 'S1');
    expect(sync(bench, { Prices: prices('12.00') })['Prices:2']).toMatch(/^updated Price 10.00 → 12.00/);
  });
});

describe('a handle that went to another product', () => {
  const mug = (price: string, handle = 'mug'): Sheet => ({
    Products: [
      ['Handle', 'Title', 'Price'],
      [handle, 'Mug', price],
    ],
  });
  const renamed = () => {
    const bench = open();
    sync(bench, mug('10.00'));
    rename(bench, 'Mug', 'mug-old');
    make(bench, 'mug', 'Other');
    return bench;
  };

  test('is said in one sentence at each run, and never by the name that Shopify gave', () => {
    const bench = renamed();
    const said = [2, 3, 4].map(() => sync(bench, mug('11.00'))['Products:2']);
    const [old, now] = ['Mug', 'Other'].map((title) => numberOf(find(bench, title).id));
    expect(said[0]).toMatch(
      new RegExp(
        `^conflict “mug” was the product ${old}, now “mug-old”, at the last sync and is the product ${now} `,
      ),
    );
    expect(new Set(said).size).toBe(1);
    expect(facts(bench)).toEqual(['Mug null 10.00', 'Other null 50.00']);
  });

  test('goes on once the new handle of the first is typed', () => {
    const bench = renamed();
    for (let run = 2; run <= 3; run += 1) sync(bench, mug('11.00'));
    expect(sync(bench, mug('11.00', 'mug-old'))['Products:2']).toMatch(/^updated Price 10.00 → 11.00/);
  });

  test('asks what counts of the product of now once the ID is cleared', () => {
    const bench = renamed();
    for (let run = 2; run <= 3; run += 1) sync(bench, mug('11.00'));
    clearId(bench, 'Products', 2, 3);
    expect(sync(bench, mug('11.00'))['Products:2']).toMatch(/^skipped .*Shopify has 50.00, the sheet 11.00/);
  });

  test('names a deleted product by its ID at each run, and its cure works', () => {
    const bench = open();
    sync(bench, mug('10.00'));
    const old = numberOf(find(bench, 'Mug').id);
    bench.store.execute({ query: DELETE, variables: { id: find(bench, 'Mug').id } });
    make(bench, 'mug', 'Other');
    const said = [2, 3, 4].map(() => sync(bench, mug('11.00'))['Products:2']);
    expect(said[0]).toMatch(
      new RegExp(`^conflict “mug” was the product ${old} at the last sync.*is deleted`),
    );
    expect(said[0]).not.toMatch(/ID {2}|else type/);
    expect(new Set(said).size).toBe(1);
    clearId(bench, 'Products', 2, 3);
    expect(sync(bench, mug('11.00'))['Products:2']).toMatch(/^skipped .*Shopify has 50.00, the sheet 11.00/);
  });
});

describe('SKUs that were exchanged in Products while Prices keep theirs', () => {
  const exchanged = PRODUCTS.map(([handle = '', title = '', sku = '']) => [
    handle,
    title,
    sku === 'S1' ? 'S2' : sku === 'S2' ? 'S1' : sku,
  ]);
  const begun = () => {
    const bench = open();
    sync(bench, { Products: PRODUCTS, Prices: prices('10.00') });
    return bench;
  };

  test('say at each run what the row was and what it finds now', () => {
    const bench = begun();
    const [first = {}, ...said] = [2, 3, 4].map(() =>
      sync(bench, { Products: exchanged, Prices: prices('10.00') }),
    );
    expect(first['Prices:2']).toMatch(/^conflict This row was “a” at the last sync and now finds “b”/);
    // From then on it is known what each is called now.
    for (const rows of said) {
      expect(rows['Prices:2']).toMatch(
        /^conflict “S1” was the variant \d+, now “a”, at the last sync and is the variant \d+ \(“b”\) in Shopify now; .* else type “S2”\.$/,
      );
      expect(rows['Prices:2']).toBe(said[0]?.['Prices:2']);
      expect(rows['Prices:3']).toBe(said[0]?.['Prices:3']);
    }
    expect(facts(bench)).toEqual(['A S2 10.00', 'B S1 15.00']);
  });

  test('are mended by typing the SKUs that the items have now', () => {
    const bench = begun();
    for (let run = 2; run <= 3; run += 1) sync(bench, { Products: exchanged, Prices: prices('10.00') });
    const mended = [
      ['SKU', 'Price'],
      ['S2', '10.00'],
      ['S1', '15.00'],
    ];
    const said = sync(bench, { Products: exchanged, Prices: mended });
    expect(`${said['Prices:2']} ${said['Prices:3']}`).not.toMatch(/conflict|error/);
    expect(facts(bench)).toEqual(['A S2 10.00', 'B S1 15.00']);
  });

  test('are mended by clearing the IDs, where the prices go with the SKUs', () => {
    const bench = begun();
    for (let run = 2; run <= 3; run += 1) sync(bench, { Products: exchanged, Prices: prices('10.00') });
    for (const row of [2, 3]) clearId(bench, 'Prices', row, 2);
    const said = sync(bench, { Products: exchanged, Prices: prices('10.00') });
    expect(`${said['Prices:2']} ${said['Prices:3']}`).not.toMatch(/conflict|error/);
  });
});

describe('option values that were exchanged in Shopify', () => {
  const tee = (small: string, names = ['S', 'M']): Sheet => ({
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
      ['t', 'T', 'Size', names[0] ?? '', small],
      ['t', '', '', names[1] ?? '', '9.00'],
    ],
  });
  test('are said in one sentence at each run, and typing them as they are now mends it', () => {
    const bench = open();
    sync(bench, tee('8.00'));
    renameOption(bench, ['S', 'between'], ['M', 'S'], ['between', 'M']);
    const said = [2, 3, 4].map(() => sync(bench, tee('7.00')));
    expect(said[0]?.['Products:2']).toMatch(/^conflict “S” was the variant \d+, now “M”, at the last sync/);
    for (const rows of said) expect(rows).toEqual(said[0]);
    sync(bench, tee('7.00', ['M', 'S']));
    expect(find(bench, 'T').variants.map(({ price }) => price)).toEqual(['7.00', '9.00']);
  });
});

describe('a name that only Shopify changed, and that nobody else has', () => {
  const mug = (price: string, handle = 'mug'): Sheet => ({
    Products: [
      ['Handle', 'Title', 'Price'],
      [handle, 'Mug', price],
    ],
  });

  test('is said in a preview and beside a row that was sent, until the sheet has it too', () => {
    const bench = open();
    sync(bench, mug('10.00'));
    rename(bench, 'Mug', 'mug-old');
    const preview = (sheet: Sheet) => {
      const texts = Object.fromEntries(Object.entries(sheet).map(([name, rows]) => [name, csvOf(rows)]));
      return saidOf(bench.sync(texts, '--hold', '--preview'))['Products:2'];
    };
    const words = 'Handle: Shopify has mug-old, the sheet mug.';
    expect(preview(mug('10.00'))).toBe(`differs ${words}`);
    expect(preview(mug('10.00'))).toBe(`differs ${words}`);
    const said = sync(bench, mug('11.00'))['Products:2'];
    expect(said).toMatch(/^updated Price 10.00 → 11.00/);
    expect(said).toContain(words);
    expect(preview(mug('11.00'))).toBe(`differs ${words}`);
    expect(preview(mug('11.00', 'mug-old'))).toBe('unchanged');
  });

  test.each([
    ['SKU', 'S1x'],
    ['Option values', 'Small'],
  ])('is said of a row that goes by the ID of a variant: %s', (column, now) => {
    const bench = open();
    sync(bench, {
      Products: [
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
        ['t', 'T', 'Size', 'S', 'S1', '10.00'],
      ],
    });
    const id = numberOf(find(bench, 'T').variants[0]?.id);
    const sheet = (price: string): Sheet =>
      column === 'SKU'
        ? {
            Prices: [
              ['Variant ID', 'SKU', 'Price'],
              [id, 'S1', price],
            ],
          }
        : {
            Products: [
              ['Handle', 'Title', 'Variant ID', 'Option1 Name', 'Option1 Value', 'Price'],
              ['t', 'T', id, 'Size', 'S', price],
            ],
          };
    sync(bench, sheet('10.00'));
    if (column === 'SKU') setSku(bench, 'T', now);
    else renameOption(bench, ['S', now]);
    const said = Object.values(sync(bench, sheet('11.00'))).join();
    expect(said).toMatch(/^updated Price 10.00 → 11.00/);
    expect(said).toMatch(new RegExp(`${column}: Shopify has ${now}, the sheet S`));
  });
});
