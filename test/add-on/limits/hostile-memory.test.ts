import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunSummary, UndoSummary } from '../../../src/answers/answers';
import type { SetStock } from '../../../src/plan/model/stock-action';
import { csvOf } from '../../support/csv';
import { withoutChecksums } from '../../support/damage';
import { openWorkbench, type Workbench } from '../../support/workbench';

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
  sheet.rows = [...withoutChecksums(sheet.rows), ...rows.map((row) => [...row])];
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

describe('what was confirmed', () => {
  const SALE = SHEET.replace('50.00', '5.00');

  test('counts only where the person who runs has confirmed it', () => {
    const bench = begin();
    bench.paste({ Products: SALE });
    const held = bench.call<RunSummary>('startSync');
    expect(held.ok && held.value.held.count).toBe(1);
    const { variant } = items(bench);
    const key = `${variant}|price|50.00|5.00`;
    append(bench, STATE, [
      [`confirmed:${key}`, 'yes'],
      ['confirmed:0', JSON.stringify([key])],
      ['confirmed', '1'],
      ['chosen:0', JSON.stringify([key])],
      ['chosen', '1'],
    ]);
    const sent = mutationsOf(bench);
    for (const name of ['continueSync', 'startSync', 'applyPreview']) bench.call(name);
    expect(sent()).toEqual([]);
  });

  test('holds in the next execution of the person who confirmed it', () => {
    const bench = begin();
    bench.paste({ Products: SALE });
    const held = bench.call<RunSummary>('startSync');
    const keys = held.ok ? held.value.held.shown.map((change) => change.key) : [];
    bench.call('confirmHeld', { run: held.ok ? held.value.run : null, keys });
    expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('5.00');
  });
});

describe('an undo of what an editor wrote into the hidden tab of old values', () => {
  const UNDO = 'Sync to Shopify undo';

  function invent(bench: Workbench, entries: readonly object[], run = 99) {
    const { shop } = bench.store;
    append(bench, UNDO, [[shop, String(run), String(bench.clock.now()), JSON.stringify(entries)]]);
    bench.runtime.state.documentProperties[`run-history:${shop}`] = JSON.stringify([
      {
        number: run,
        undoes: null,
        startedAtMs: bench.clock.now(),
        endedAtMs: bench.clock.now(),
        startedBy: '',
        groups: ['products', 'prices', 'inventory'],
        totals: {},
      },
    ]);
  }
  const price = (bench: Workbench, more: object = {}) => ({
    kind: 'field',
    id: items(bench).variant,
    key: 'price',
    from: '0.01',
    to: '50.00',
    ref,
    column: 'Price',
    ...more,
  });
  const begun = () => {
    const bench = begin();
    bench.paste({ Products: SHEET.replace('50.00', '52.00') });
    bench.call('startSync');
    bench.paste({ Products: SHEET });
    bench.call('startSync');
    return bench;
  };

  test('sends nothing before each old value was shown, old → new, and then just what was shown', () => {
    const bench = begun();
    invent(bench, [price(bench, { from: '49.00' })]);
    const sent = mutationsOf(bench);
    bench.call('undoRun', { run: 99 });
    bench.call('undoRun', { run: 99, held: ['guessed'] });
    expect(sent()).toEqual([]);
    const shown = bench.call<UndoSummary>('undoRun', { run: 99, preview: true });
    const { held } = (shown as { value: UndoSummary }).value;
    expect(held.shown).toMatchObject([
      { row: 2, change: 'Price 50.00 → 49.00', reason: 'somebody else recorded it' },
    ]);
    invent(bench, [price(bench)]);
    bench.call('undoRun', { run: 99, held: held.shown.map(({ key }) => key) });
    expect(sent()).toEqual([]);
  });

  test('never sends a value to an item that is not synced here, nor what is no value', () => {
    const bench = begun();
    invent(bench, [
      price(bench, { id: 'gid://shopify/ProductVariant/1' }),
      price(bench, { from: '<b>' }),
      price(bench, { from: -1 }),
      { ...price(bench), key: 'title', id: items(bench).product, from: { toString: 'x' } },
    ]);
    const answered = bench.call<UndoSummary>('undoRun', { run: 99, preview: true });
    expect(answered).toMatchObject({ ok: true, value: { held: { count: 0 }, rows: { count: 0 } } });
  });
});

describe('a memory that an earlier release wrote', () => {
  const old = readFileSync(path.join(__dirname, '../../fixtures/memory-before-signatures.json'), 'utf8');

  test('is read, and of stock that was sent and never answered the level is believed', () => {
    const bench = openWorkbench({ saved: old });
    const sent = mutationsOf(bench);
    expect(bench.call<RunSummary>('startSync')).toMatchObject({
      value: {
        outcome: 'finished',
        totals: { error: 0, conflict: 0, skipped: 0, unchanged: 1, 'not-compared': 2 },
      },
    });
    expect(sent()).toEqual([]);
  });

  test('where the level is another one, the row asks', () => {
    const bench = openWorkbench({ saved: old.replace(/"available": 8\b/, '"available": 6') });
    const sent = mutationsOf(bench);
    const answered = bench.call<RunSummary>('startSync');
    expect(answered).toMatchObject({ value: { conflicts: { count: 1 } } });
    expect(sent()).toEqual([]);
  });
});
