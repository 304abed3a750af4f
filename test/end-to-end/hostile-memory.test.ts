import type { SetStock } from '../../src/plan/action';
import { csvOf } from './csv';
import { openWorkbench, type Workbench } from './workbench';

const STATE = 'Sync to Shopify state';
const KEY = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Tags', 'Inventory tracker', 'Inventory quantity'];
const SHEET = csvOf([
  HEADER,
  ['hat', 'Hat', 'H-1', '50.00', 'wool', 'shopify', '5'],
  ['mug', 'Mug', 'M-1', '9.00', '', 'shopify', '7'],
]);

const synced = openWorkbench();
synced.sync({ Products: SHEET });
const saved = synced.save();

function begin(): Workbench {
  const bench = openWorkbench({ saved });
  bench.call('previewSync');
  return bench;
}

/** What an editor without any connection can do: write below the last row of a hidden tab. */
function append(bench: Workbench, tab: string, rows: readonly (readonly string[])[]): void {
  const { workbook } = bench.runtime.state;
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab “${tab}”.`);
  for (const row of rows) sheet.rows.push([...row]);
  sheet.maxRows = Math.max(sheet.maxRows, sheet.rows.length);
  sheet.maxColumns = Math.max(sheet.maxColumns, ...sheet.rows.map((row) => row.length));
}

const mutationsOf = (bench: Workbench) => {
  const before = bench.wire.length;
  return () => bench.wire.slice(before).filter((body) => /"query":\s*"\s*mutation/.test(body));
};

function items(bench: Workbench) {
  const ids = (type: string) =>
    [...new Set(bench.save().match(new RegExp(`gid://shopify/${type}/\\d+`, 'g')) ?? [])] as string[];
  return {
    variant: ids('ProductVariant')[0],
    product: ids('Product')[0],
    item: ids('InventoryItem')[0],
    location: ids('Location')[0],
  };
}

const ref = { sheetId: 0, tab: 'Products', row: 2 };

function stockBatch(bench: Workbench, more: Partial<Record<keyof SetStock, unknown>> = {}) {
  const { variant, item, location } = items(bench);
  const action = {
    kind: 'set-stock',
    ref,
    column: 'Inventory quantity',
    name: 'available',
    variantId: variant,
    inventoryItemId: item,
    locationId: location,
    locationName: 'Shop location',
    from: 5,
    to: 999,
    sheet: 999,
    ...more,
  };
  return { operation: 'inventorySetQuantities', actions: [action], key: KEY };
}

const inTab = (bench: Workbench, batch: object, key = KEY) => [
  [`stock:${key}`, JSON.stringify({ batch, savedAtMs: bench.clock.now() })],
];

describe('a row that an editor appends to the hidden memory', () => {
  const field = (key: string, from: unknown, to: unknown) => ({
    key,
    from,
    to,
    sheet: null,
    ref,
    column: key,
  });

  test.each<[string, (bench: Workbench) => object]>([
    [
      'a price of 0.00',
      (bench) => ({
        operation: 'productVariantsBulkUpdate',
        key: KEY,
        action: {
          kind: 'update-variants',
          productId: items(bench).product,
          variants: [{ id: items(bench).variant, ref, changes: [field('price', '50.00', '0.00')] }],
        },
      }),
    ],
    [
      'a title with a script',
      (bench) => ({
        operation: 'productUpdate',
        key: KEY,
        action: {
          kind: 'update-product',
          ref,
          productId: items(bench).product,
          changes: [field('title', 'Hat', '<script>alert(1)</script>')],
          images: [],
        },
      }),
    ],
    [
      'a new product',
      () => ({
        operation: 'productSet',
        key: KEY,
        action: {
          kind: 'create-product',
          ref,
          rows: [ref],
          handle: 'evil',
          changes: [field('title', null, 'Evil')],
          blanks: [],
          optionNames: [],
          variants: [],
          images: [],
        },
      }),
    ],
    [
      'a tag',
      (bench) => ({
        operation: 'tagsAdd',
        key: KEY,
        action: {
          kind: 'add-tags',
          ref,
          productId: items(bench).product,
          tags: ['evil'],
          change: field('tags', ['wool'], ['wool', 'evil']),
          completes: true,
        },
      }),
    ],
    ['a quantity', (bench) => stockBatch(bench)],
    [
      'a quantity at a location that nobody knows',
      (bench) => stockBatch(bench, { locationId: 'gid://shopify/Location/1' }),
    ],
    ['half a unit', (bench) => stockBatch(bench, { to: 1.5 })],
  ])('never sends %s, whoever runs and whatever the run is limited to', (_, batchOf) => {
    const bench = begin();
    append(bench, STATE, inTab(bench, batchOf(bench)));
    const before = bench.store.dump();
    const sent = mutationsOf(bench);
    for (const groups of [['inventory'], undefined]) bench.call('startSync', { groups });
    expect(sent()).toEqual([]);
    expect(bench.store.dump()).toEqual(before);
  });
});
