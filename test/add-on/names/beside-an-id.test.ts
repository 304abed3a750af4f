import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const FIRST = [
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Barcode'],
  ['t', 'T', 'Size', 'S', 'S1', '10.00', '11'],
  ['t', '', '', 'M', 'S2', '12.00', '22'],
  ['u', 'U', 'Size', 'S', 'S3', '14.00', '33'],
];

interface Begun {
  readonly bench: Workbench;
  readonly ids: readonly string[];
}

const first = openWorkbench({ store: { searchLagMs: 0 } });
first.sync({ Products: csvOf(FIRST) });
const saved = first.save();

function begun(): Begun {
  const bench = openWorkbench({ saved, store: { searchLagMs: 0 } });
  const variants = bench.store.dump().products.flatMap((product) => product.variants);
  return { bench, ids: variants.map(({ id }) => id.replace(/.*\//, '')) };
}

const skus = ({ store }: Workbench) =>
  store.dump().products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
const sync = ({ bench }: Begun, header: readonly string[], ...rows: (readonly string[])[]) =>
  saidOf(bench.sync({ List: csvOf([header, ...rows]) }, '--hold'));

describe('a row that goes by the ID of its variant', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[], RegExp]>([
    ['an edited SKU is sent', ['SKU', 'Price'], ['S1', '10.00'], ['S1b', '10.00'], /^updated SKU S1 → S1b/],
    [
      'an edited SKU is sent with the rest',
      ['SKU', 'Barcode', 'Price'],
      ['S1', '11', '10.00'],
      ['S1b', '11', '11.00'],
      /^updated (SKU S1 → S1b, Price|Price.*SKU)/,
    ],
    [
      'a cleared SKU is sent',
      ['SKU', 'Price'],
      ['S1', '10.00'],
      ['[clear]', '10.00'],
      /^updated SKU S1 → \(empty\)/,
    ],
    [
      'a SKU that another item has is held',
      ['SKU', 'Price'],
      ['S1', '10.00'],
      ['S3', '10.00'],
      /^(skipped|error) .*S3/,
    ],
    [
      'an option value that nobody has differs',
      ['Option1 Value', 'Price'],
      ['S', '10.00'],
      ['Small', '10.00'],
      /^differs Option values: Shopify has S, the sheet Small\. Next to a Variant ID it is not renamed: rename it in Shopify admin, or type it here as there\.$/,
    ],
    [
      'an option value that nobody has differs, and what else changes is sent',
      ['Option1 Value', 'Price'],
      ['S', '10.00'],
      ['Small', '11.00'],
      /^updated Price 10\.00 → 11\.00\. Option values: .* Next to a Variant ID it is not renamed: /,
    ],
    [
      'an option value in other capitals differs, and is told in the words of capitals',
      ['Option1 Value', 'Price'],
      ['S', '10.00'],
      ['s', '10.00'],
      /^differs Option values: Shopify has S, the sheet s\. It keeps its own letters: /,
    ],
    [
      'the option value of a sibling is an error that names both',
      ['Option1 Value', 'Price'],
      ['S', '10.00'],
      ['M', '11.00'],
      /^error The variant ID \d+ is “t · S”, and “M” is the variant \d+/,
    ],
    [
      'a handle that nobody has changed in both',
      ['Handle', 'Price'],
      ['t', '10.00'],
      ['tt', '10.00'],
      /^conflict This row was “t” at the last sync/,
    ],
    [
      'the handle of another product is an error that names both',
      ['Handle', 'Price'],
      ['t', '10.00'],
      ['u', '11.00'],
      /^error The variant ID \d+ does not belong to “u”/,
    ],
  ])('%s', (_, columns, before, after, expected) => {
    const begin = begun();
    const header = ['Variant ID', ...columns];
    const [id = ''] = begin.ids;
    sync(begin, header, [id, ...before]);
    const prices = begin.bench.store
      .dump()
      .products.flatMap(({ variants }) => variants.map(({ price }) => price));
    const said = sync(begin, header, [id, ...after]);
    expect(said['List:2']).toMatch(expected);
    if (!/updated/.test(expected.source)) {
      expect(skus(begin.bench)).toEqual(['S1', 'S2', 'S3']);
      const now = begin.bench.store
        .dump()
        .products.flatMap(({ variants }) => variants.map(({ price }) => price));
      expect(now).toEqual(prices);
    }
    // What was sent is over; what differs stays said.
    const stays = /Option values/.test(expected.source) ? 'differs' : 'not-compared';
    expect(sync(begin, header, [id, ...after])['List:2']?.replace(/ .*/, '')).toBe(
      /updated/.test(expected.source) ? stays : said['List:2']?.replace(/ .*/, ''),
    );
  });

  test('a SKU that changed in both is a conflict, and an undo gives an edited one back', () => {
    const begin = begun();
    const header = ['Variant ID', 'SKU', 'Price'];
    const [id = ''] = begin.ids;
    sync(begin, header, [id, 'S1', '10.00']);
    sync(begin, header, [id, 'S1b', '10.00']);
    expect(skus(begin.bench)).toEqual(['S1b', 'S2', 'S3']);
    begin.bench.call('undoRun', { run: null, confirmed: [] });
    const product = begin.bench.store.dump().products[0];
    begin.bench.store.execute({
      query: `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
        productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
      }`,
      variables: {
        product: product?.id,
        variants: [{ id: product?.variants[0]?.id, inventoryItem: { sku: 'S1x' } }],
      },
    });
    expect(sync(begin, header, [id, 'S1c', '10.00'])['List:2']).toMatch(/^conflict .*S1x/);
    expect(skus(begin.bench)).toEqual(['S1x', 'S2', 'S3']);
  });
});

test('another item that has the SKU is named by its handle, also one that the sheet does not have', () => {
  const begin = begun();
  begin.bench.store.execute({
    query: `mutation ($input: ProductSetInput!) {
      productSet(synchronous: true, input: $input) { product { id } userErrors { message } }
    }`,
    variables: {
      input: {
        handle: 'old-mug',
        title: 'Old mug',
        status: 'ARCHIVED',
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [
          { sku: 'S7', price: '5.00', optionValues: [{ optionName: 'Title', name: 'Default Title' }] },
        ],
      },
    },
  });
  const header = ['Variant ID', 'SKU', 'Price'];
  const [id = ''] = begin.ids;
  sync(begin, header, [id, 'S1', '10.00']);
  const said = [
    sync(begin, header, [id, 'S7', '10.00'])['List:2'],
    saidOf(
      begin.bench.sync(
        { Products: csvOf(FIRST.map((row) => row.map((cell) => (cell === 'S3' ? 'S7' : cell)))) },
        '--hold',
      ),
    )['Products:4'],
  ];
  // Beside an ID alone the two names mean two items.
  expect(said[0]).toMatch(/^error The variant ID \d+ is “t · S”, and the SKU “S7” is that of the variant/);
  expect(said[1]).toMatch(/^skipped .*“old-mug” \(Shopify ID \d+\) has the SKU “S7” too/);
});
