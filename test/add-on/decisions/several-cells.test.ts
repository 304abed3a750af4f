import type { RunSummary, RunView } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = 'Handle,Title,SKU,Price,Inventory tracker,Inventory quantity';
const products = (price: string, quantity: string) =>
  [HEADER, `mug,Mug,M-1,${price},shopify,${quantity}`, 'cup,Cup,C-1,7.00,shopify,9'].join('\n');
const prices = (price: string) => ['SKU,Price', `M-1,${price}`].join('\n');
const stock = (quantity: string) => ['SKU,Location,Available', `M-1,Shop location,${quantity}`].join('\n');
const files = (price: string, quantity: string) => ({
  Products: products(price, quantity),
  Prices: prices(price),
  Stock: stock(quantity),
});

/** A colleague changes the price and sells from the stock in Shopify. */
function changeInShopify(bench: Workbench, price: string, quantity: number): void {
  const product = bench.store.dump().products.find(({ handle }) => handle === 'mug')!;
  const [variant] = product.variants;
  const { inventoryItemId } = bench.store.state.variants.get(variant!.id) as { inventoryItemId: string };
  const level = bench.store.state.inventoryLevels
    .all()
    .find((one) => one.inventoryItemId === inventoryItemId)!;
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variant: ID!, $price: Money!, $quantities: [InventoryQuantityInput!]!) {
      productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: $price }]) { userErrors { message } }
      inventorySetQuantities(input: { name: "available", reason: "correction", quantities: $quantities })
        @idempotent(key: "colleague") { userErrors { message } }
    }`,
    variables: {
      product: product.id,
      variant: variant!.id,
      price,
      quantities: [
        {
          inventoryItemId,
          locationId: level.locationId,
          quantity,
          changeFromQuantity: level.quantities.available,
        },
      ],
    },
  });
  expect(errors).toBeUndefined();
}

const sheetOf = (bench: Workbench, tab: string) =>
  bench.runtime.state.workbook.sheets.find(({ name }) => name === tab)!;
const cell = (bench: Workbench, tab: string, header: string) => {
  const { rows } = sheetOf(bench, tab);
  return Number(rows[1]![rows[0]!.indexOf(header)]);
};
const cells = (bench: Workbench) => ({
  price: [cell(bench, 'Products', 'Price'), cell(bench, 'Prices', 'Price')],
  stock: [cell(bench, 'Products', 'Inventory quantity'), cell(bench, 'Stock', 'Available')],
});
const mug = (bench: Workbench) => {
  const [variant] = bench.store.dump().products.find(({ handle }) => handle === 'mug')!.variants;
  return { price: variant!.price, available: Object.values(variant!.inventory ?? {})[0]?.available };
};
function answered<Value>(bench: Workbench, name: string, request?: object): Value {
  const answer = bench.call<Value>(name, ...(request ? [request] : []));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}
const call = (bench: Workbench, name: string, request?: object) => answered<RunSummary>(bench, name, request);
const status = (bench: Workbench, tab: string) => {
  const { rows } = sheetOf(bench, tab);
  const at = rows[0]!.indexOf('Sync status');
  return `${rows[1]![at]} | ${rows[1]![at + 1]}`;
};

function synced(): Workbench {
  const bench = openWorkbench();
  const { Products, ...others } = files('10.00', '20');
  bench.sync({ Products });
  const ids = [0, ...bench.paste(others)];
  bench.call('chooseTabs', { sheetIds: ids });
  call(bench, 'previewSync');
  call(bench, 'startSync');
  return bench;
}

function edit(bench: Workbench, price: string, quantity: string): void {
  for (const [tab, header, text] of [
    ['Products', 'Price', price],
    ['Prices', 'Price', price],
    ['Products', 'Inventory quantity', quantity],
    ['Stock', 'Available', quantity],
  ] as const) {
    const { rows } = sheetOf(bench, tab);
    rows[1]![rows[0]!.indexOf(header)] = text;
  }
}

/** Edited in both of its cells, and changed in Shopify. */
function disputed(): { readonly bench: Workbench; readonly summary: RunSummary } {
  const bench = synced();
  changeInShopify(bench, '12.00', 17);
  edit(bench, '11.00', '25');
  return { bench, summary: call(bench, 'startSync') };
}

const IN_STEP = { price: [12, 12], stock: [17, 17] };

function expectsNothingMore(bench: Workbench): void {
  const next = call(bench, 'startSync');
  expect(next).toMatchObject({ sent: 0, totals: { error: 0, conflict: 0, skipped: 0, differs: 0 } });
  const preview = call(bench, 'previewSync');
  expect(preview.totals).toMatchObject({ error: 0, conflict: 0, skipped: 0, differs: 0, updated: 0 });
}

describe('a value that two rows say', () => {
  test('takes Shopify’s in both cells when its side is kept, and nothing is left to mend', () => {
    const { bench, summary } = disputed();
    const keys = summary.conflicts.shown.map(({ key }) => key);
    call(bench, 'resolveConflicts', { run: summary.run, side: 'shopify', keys });
    expect(cells(bench)).toEqual(IN_STEP);
    expect(status(bench, 'Products')).toContain('Price 11.00 → 12.00, from Shopify.');
    expect(status(bench, 'Prices')).toBe('Up to date | Price 11.00 → 12.00, from Shopify.');
    expect(status(bench, 'Stock')).toBe('Up to date | Available 25 → 17, from Shopify.');
    expectsNothingMore(bench);
    expect(mug(bench)).toEqual({ price: '12.00', available: 17 });
  });

  test('does so where the settings keep Shopify’s side for good', () => {
    const bench = synced();
    const onConflict = { products: 'shopify', inventory: 'shopify', prices: 'shopify' };
    expect(bench.call('saveSettings', { onConflict })).toMatchObject({ ok: true });
    changeInShopify(bench, '12.00', 17);
    edit(bench, '11.00', '25');
    call(bench, 'startSync');
    expect(cells(bench)).toEqual(IN_STEP);
    expectsNothingMore(bench);
  });

  test('stays in both cells where one of them holds a formula, and its row says why', () => {
    const { bench, summary } = disputed();
    const sheet = sheetOf(bench, 'Prices');
    sheet.layers.formula = { ...sheet.layers.formula, 2: [[2, 2, '=10+1']] } as never;
    const keys = summary.conflicts.shown.filter(({ column }) => column === 'Price').map(({ key }) => key);
    call(bench, 'resolveConflicts', { run: summary.run, side: 'shopify', keys });
    expect(cells(bench).price).toEqual([11, 11]);
    expect(status(bench, 'Products')).toContain('another cell that says it could not be changed');
    expect(status(bench, 'Prices')).toContain('it holds a formula');
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, totals: { error: 0 } });
  });

  test('gets its old value back in both cells after an undo', () => {
    const bench = synced();
    edit(bench, '11.00', '25');
    const { run } = call(bench, 'startSync');
    expect(mug(bench)).toEqual({ price: '11.00', available: 25 });
    call(bench, 'undoRun', { run });
    const undone = call(bench, 'previewSync');
    expect(undone.totals).toMatchObject({ skipped: 3 });
    const last = answered<readonly RunView[]>(bench, 'listRuns')[0]!.number;
    const listed = answered<OldValues>(bench, 'putBack', { undo: last });
    expect(listed.shown.map(({ tab, column }) => `${tab} ${column}`).sort()).toEqual([
      'Prices Price',
      'Products Inventory quantity',
      'Products Price',
      'Stock Available',
    ]);
    expect(
      answered<OldValues>(bench, 'putBack', { undo: last, keys: listed.shown.map(({ key }) => key) }),
    ).toMatchObject({
      count: 0,
      written: 4,
    });
    expect(cells(bench)).toEqual({ price: [10, 10], stock: [20, 20] });
    expectsNothingMore(bench);
  });
});
