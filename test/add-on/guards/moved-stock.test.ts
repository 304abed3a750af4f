import type { RunSummary, UndoSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

type Stock = readonly (readonly [shop: number, warehouse: number])[];

const names = (count: number) => Array.from({ length: count }, (_, index) => `I${index}`);
const inventory = (stock: Stock, header = 'Available') =>
  csvOf([
    ['SKU', 'Location', header],
    ...stock.flatMap(([shop, warehouse], index) => [
      [`I${index}`, 'Shop', String(shop)],
      [`I${index}`, 'Warehouse', String(warehouse)],
    ]),
  ]);

const stocked = new Map<string, string>();

/** A shop that has this stock, made once. */
function benchOf(stock: Stock): Workbench {
  const known = JSON.stringify(stock);
  const saved = stocked.get(known);
  if (saved !== undefined) return openWorkbench({ saved });
  const bench = openWorkbench({ store: { locations: ['Shop', 'Warehouse'] } });
  const rows = names(stock.length).map((sku) => [sku.toLowerCase(), `Item ${sku}`, sku, '5.00', 'shopify']);
  bench.sync({ Products: csvOf([['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'], ...rows]) });
  bench.sync({ Inventory: inventory(stock) });
  expect(levels(bench)).toEqual(stock);
  stocked.set(known, bench.save());
  return bench;
}

const levels = ({ store }: Workbench): Stock =>
  store.dump().products.map(({ variants: [variant] }) => {
    const { Shop, Warehouse } = variant?.inventory ?? {};
    return [Shop?.available ?? 0, Warehouse?.available ?? 0];
  });

interface Found {
  readonly locations: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
  readonly productVariants: {
    readonly nodes: readonly { readonly sku: string; readonly inventoryItem: { readonly id: string } }[];
  };
}

/** Somebody buys one piece. */
function sell({ store }: Workbench, sku: string, location: 'Shop' | 'Warehouse') {
  const found = store.execute({
    query:
      '{ locations(first: 9) { nodes { id name } } productVariants(first: 99) { nodes { sku inventoryItem { id } } } }',
  }).data as unknown as Found;
  const inventoryItemId = found.productVariants.nodes.find((node) => node.sku === sku)?.inventoryItem.id;
  const locationId = found.locations.nodes.find(({ name }) => name === location)?.id;
  const change = { inventoryItemId, locationId, delta: -1, changeFromQuantity: null };
  const answer = store.execute({
    query: `mutation ($input: InventoryAdjustQuantitiesInput!) { inventoryAdjustQuantities(input: $input) @idempotent(key: "sale") { userErrors { message } } }`,
    variables: { input: { name: 'available', reason: 'correction', changes: [change] } },
  });
  expect(answer).toMatchObject({ data: { inventoryAdjustQuantities: { userErrors: [] } } });
}

const TEN: Stock = names(10).map((_, index) => [index % 3, 50 + index]);

test.each<[string, Stock, string, Stock]>([
  [
    'all of ten items, which empties the warehouse',
    TEN,
    'Available',
    TEN.map(([shop, store]) => [shop + store, 0]),
  ],
  ['with numbers to add', TEN, 'Variant Inventory Adjust', TEN.map(([, store]) => [store, -store])],
  ['more of one item than there is', [[5, 1]], 'Available', [[8, -2]]],
  [
    'one of two items more than there is',
    [
      [5, 1],
      [4, 9],
    ],
    'Available',
    [
      [8, -2],
      [4, 9],
    ],
  ],
])('stock moved to another location waits as a whole where a half is held: %s', (_, stock, header, moved) => {
  const bench = benchOf(stock);
  const sheet = { Inventory: inventory(moved, header) };
  const report = bench.sync(sheet, '--hold');
  expect(levels(bench)).toEqual(stock);
  expect(saidOf(report)['Inventory:2']).toMatch(
    /^skipped .*Shop .*is held: another quantity of its item is held\b/,
  );
  bench.sync(sheet, '--hold');
  expect(levels(bench)).toEqual(stock);
  bench.sync(sheet);
  const sum = (all: Stock) => all.flat().reduce((total, each) => total + each, 0);
  expect(sum(levels(bench))).toBe(sum(stock));
  expect(levels(bench)).not.toEqual(stock);
});

test.each([0, 1])(
  'who confirms one half of a move is asked for the other one, and then both are sent: %d',
  (first) => {
    const bench = benchOf([[5, 1]]);
    bench.call('chooseTabs', { sheetIds: bench.paste({ Inventory: inventory([[8, -2]]) }) });
    const answer = bench.call<RunSummary>('startSync', {});
    if (!answer.ok) throw new Error(answer.problem.message);
    const { run, held } = answer.value;
    const keys = held.shown.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(bench.call('confirmHeld', { run, keys: [keys[first]] })).toMatchObject({ ok: true });
    expect(levels(bench)).toEqual([[5, 1]]);
    expect(bench.call('confirmHeld', { run, keys })).toMatchObject({ ok: true });
    expect(levels(bench)).toEqual([[8, -2]]);
  },
);

test('a move of which a half changed in both waits until a side is chosen', () => {
  const bench = benchOf([[5, 10]]);
  sell(bench, 'I0', 'Warehouse');
  const sheet = { Inventory: inventory([[8, 7]]) };
  const said = saidOf(bench.sync(sheet, '--hold'));
  expect(levels(bench)).toEqual([[5, 9]]);
  expect(said['Inventory:2']).toMatch(/^skipped .*Shop.* 5 → 8 waits: /);
  expect(said['Inventory:3']).toMatch(/^conflict /);
});

test('counts of both locations, one of which changed in both, do not wait for each other', () => {
  const bench = benchOf([[5, 10]]);
  sell(bench, 'I0', 'Warehouse');
  bench.sync({ Inventory: inventory([[8, 12]]) }, '--hold');
  expect(levels(bench)).toEqual([[8, 9]]);
});

test.each<[string, Stock]>([
  ['a part of nine items', TEN.slice(0, 9).map(([shop, store]) => [shop + 20, store - 20])],
  ['counts at both', TEN.map(([shop, store]) => [shop + 2, store - 1])],
  ['a delivery to one', TEN.map(([shop, store]) => [shop + 12, store])],
])('stock goes through at both locations: %s', (_, moved) => {
  const bench = benchOf(TEN.slice(0, moved.length));
  bench.sync({ Inventory: inventory(moved) }, '--hold');
  expect(levels(bench)).toEqual(moved);
});

describe('of a move of which one row is selected', () => {
  const select = ({ runtime: { state } }: Workbench, row: number, rowCount: number) => {
    state.workbook.activeSheetId = state.workbook.sheets.find(({ name }) => name === 'Inventory')?.id ?? 0;
    state.workbook.selection = [{ row, column: 1, rowCount, columnCount: 3 }];
  };
  const syncSelected = (bench: Workbench) => {
    const answer = bench.call<RunSummary>('syncSelectedRows');
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value;
  };
  const told = ({ runtime: { state } }: Workbench) =>
    state.workbook.sheets.find(({ name }) => name === 'Inventory')?.rows[1]?.join(' ');

  test.each([
    ['Available', [[8, 7]] as Stock],
    ['Variant Inventory Adjust', [[3, -3]] as Stock],
  ])('nothing is sent, and the row says why: %s', (header, moved) => {
    const bench = benchOf([[5, 10]]);
    bench.call('chooseTabs', { sheetIds: bench.paste({ Inventory: inventory(moved, header) }) });
    select(bench, 2, 1);
    expect(syncSelected(bench)).toMatchObject({ sent: 0 });
    expect(levels(bench)).toEqual([[5, 10]]);
    expect(told(bench)).toMatch(
      /Held Not sent: row 3, the other half of what is moved between locations, is not sent now\./,
    );
    select(bench, 2, 2);
    syncSelected(bench);
    expect(levels(bench)).toEqual([[8, 7]]);
  });

  test('a delivery to both places is sent to the selected one', () => {
    const bench = benchOf([[5, 10]]);
    bench.call('chooseTabs', { sheetIds: bench.paste({ Inventory: inventory([[8, 17]]) }) });
    select(bench, 2, 1);
    syncSelected(bench);
    expect(levels(bench)).toEqual([[8, 10]]);
  });
});

describe('an undo of a move', () => {
  const undo = (bench: Workbench): UndoSummary => {
    const runs = bench.call<readonly { number: number }[]>('listRuns');
    const answer = bench.call<UndoSummary>('undoRun', { run: runs.ok ? runs.value[0]?.number : 0 });
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value;
  };

  test('gives both halves back', () => {
    const bench = benchOf([[5, 30]]);
    bench.sync({ Inventory: inventory([[15, 20]]) });
    undo(bench);
    expect(levels(bench)).toEqual([[5, 30]]);
  });

  test('leaves both alone where one of them has moved since, and says so', () => {
    const bench = benchOf([[5, 30]]);
    bench.sync({ Inventory: inventory([[15, 20]]) });
    sell(bench, 'I0', 'Shop');
    const { rows } = undo(bench);
    expect(levels(bench)).toEqual([[14, 20]]);
    expect(rows.shown.map(({ message }) => message).join('\n')).toMatch(/Warehouse.*left alone.*other/s);
  });

  test('gives back what did not move of counts that went the same way', () => {
    const bench = benchOf([[5, 30]]);
    bench.sync({ Inventory: inventory([[7, 33]]) });
    sell(bench, 'I0', 'Shop');
    undo(bench);
    expect(levels(bench)).toEqual([[6, 30]]);
  });
});
