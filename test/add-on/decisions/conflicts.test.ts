import type { RunSummary } from '../../../src/answers/answers';
import { type BenchOptions, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER =
  'Handle,Title,Variant SKU,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,Vendor';
const file = (price: string, quantity: string, vendor = 'Acme') =>
  [HEADER, `mug,Mug,M-1,${price},shopify,${quantity},${vendor}`].join('\n');

interface Found {
  readonly productByIdentifier: {
    readonly id: string;
    readonly variants: {
      readonly nodes: readonly { readonly id: string; readonly inventoryItem: { readonly id: string } }[];
    };
  };
  readonly locations: { readonly nodes: readonly { readonly id: string }[] };
}

/** Synced once; then the price, the stock and the vendor changed in Shopify, and the sheet changed all three as well. */
function disputed(options: BenchOptions = {}): { readonly bench: Workbench; readonly summary: RunSummary } {
  const bench = openWorkbench(options);
  bench.sync({ Products: file('10.00', '5') });
  const { data } = bench.store.execute({
    query: `{
      productByIdentifier(identifier: { handle: "mug" }) { id variants(first: 1) { nodes { id inventoryItem { id } } } }
      locations(first: 1) { nodes { id } }
    }`,
    variables: {},
  }) as unknown as { readonly data: Found };
  const { id, variants } = data.productByIdentifier;
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variant: ID!, $item: ID!, $location: ID!) {
      productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: "12.00" }]) { userErrors { message } }
      productUpdate(product: { id: $product, vendor: "Other" }) { userErrors { message } }
      inventorySetQuantities(input: { name: "available", reason: "correction", quantities: [
        { inventoryItemId: $item, locationId: $location, quantity: 3, changeFromQuantity: 5 }
      ] }) @idempotent(key: "order") { userErrors { message } }
    }`,
    variables: {
      product: id,
      variant: variants.nodes[0]?.id,
      item: variants.nodes[0]?.inventoryItem.id,
      location: data.locations.nodes[0]?.id,
    },
  });
  expect(errors).toBeUndefined();
  const sheetIds = bench.paste({ Products: file('11.00', '8', 'Mine') });
  bench.drive(sheetIds);
  const answer = bench.call<RunSummary>('startSync');
  if (!answer.ok) throw new Error(answer.problem.message);
  return { bench, summary: answer.value };
}

const mug = (bench: Workbench) => {
  const [product] = bench.store.dump().products;
  const [variant] = product?.variants ?? [];
  const [level] = Object.values(variant?.inventory ?? {});
  return { price: variant?.price, available: level?.available, vendor: product?.vendor };
};

const own = (bench: Workbench) => bench.runtime.state.workbook.sheets[0]?.rows[1]?.slice(3, 7);

const all = ({ run, conflicts }: RunSummary) => ({ run, keys: conflicts.shown.map(({ key }) => key) });

const answered = (answer: { ok: boolean; value?: RunSummary }) => answer.value as RunSummary;

test('cells that changed on both sides are shown with both values, and nothing of them is sent', () => {
  const { bench, summary } = disputed();
  expect(summary.conflicts.shown.map(({ column, sheet, shopify }) => [column, sheet, shopify])).toEqual([
    ['Vendor', 'Mine', 'Other'],
    ['Variant Price', '11.00', '12.00'],
    ['Variant Inventory Qty', '8', '3'],
  ]);
  expect(summary.totals.conflict).toBe(1);
  expect(mug(bench)).toEqual({ price: '12.00', available: 3, vendor: 'Other' });
});

test('the sheet’s values are sent once a person chose them, and a further run is empty', () => {
  const { bench, summary } = disputed();
  const resolved = answered(bench.call('resolveConflicts', { side: 'sheet', ...all(summary) }));
  expect(resolved.totals).toMatchObject({ updated: 1, conflict: 0 });
  expect(mug(bench)).toEqual({ price: '11.00', available: 8, vendor: 'Mine' });
  expect(answered(bench.call('startSync'))).toMatchObject({ sent: 0, conflicts: { count: 0 } });
});

test('Shopify’s values are put into the sheet once a person chose them, and a further run is empty', () => {
  const { bench, summary } = disputed();
  const resolved = answered(bench.call('resolveConflicts', { side: 'shopify', ...all(summary) }));
  expect(resolved.totals).toMatchObject({ unchanged: 1, conflict: 0 });
  expect(own(bench)?.map(String)).toEqual(['12', 'shopify', '3', 'Other']);
  expect(mug(bench)).toEqual({ price: '12.00', available: 3, vendor: 'Other' });
  expect(answered(bench.call('startSync'))).toMatchObject({ sent: 0, conflicts: { count: 0 } });
});

test('the difference is added to the stock that Shopify has now', () => {
  const { bench, summary } = disputed();
  const stock = summary.conflicts.shown.filter(({ column }) => column === 'Variant Inventory Qty');
  bench.call('resolveConflicts', { side: 'add', keys: stock.map(({ key }) => key) });
  expect(mug(bench)).toEqual({ price: '12.00', available: 6, vendor: 'Other' });
});

test('a difference that leads below 0 is asked about once: whoever adds it has seen what comes out', () => {
  const { bench } = disputed();
  bench.drive(bench.paste({ Products: file('12.00', '1', 'Other') }), '--hold');
  const { run, conflicts } = answered(bench.call('startSync'));
  expect(conflicts.shown.map(({ sum }) => sum)).toEqual([{ by: -4, is: -1 }]);
  const added = answered(
    bench.call('resolveConflicts', { side: 'add', run, keys: conflicts.shown.map(({ key }) => key) }),
  );
  expect(added).toMatchObject({ held: { count: 0 }, totals: { updated: 1 } });
  expect(mug(bench)).toMatchObject({ available: -1 });
  expect(answered(bench.call('startSync'))).toMatchObject({
    sent: 0,
    held: { count: 0 },
    conflicts: { count: 0 },
  });
});

test('where the settings add it, it waits, and confirming it ends it', () => {
  const { bench } = disputed();
  bench.call('saveSettings', { onConflict: { products: 'ask', inventory: 'add', prices: 'ask' } });
  bench.paste({ Products: file('12.00', '1', 'Other') });
  const { run, held } = answered(bench.call('startSync'));
  expect(held.shown.map(({ reason }) => reason)).toEqual(['it goes below 0']);
  bench.call('confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  expect(mug(bench)).toMatchObject({ available: -1 });
  expect(answered(bench.call('startSync'))).toMatchObject({
    sent: 0,
    held: { count: 0 },
    conflicts: { count: 0 },
  });
});

test('one cell is decided and the others go on waiting', () => {
  const { bench, summary } = disputed();
  const price = summary.conflicts.shown.filter(({ column }) => column === 'Variant Price');
  const resolved = answered(
    bench.call('resolveConflicts', { side: 'sheet', keys: price.map(({ key }) => key) }),
  );
  expect(mug(bench)).toMatchObject({ price: '11.00', vendor: 'Other' });
  expect(resolved.conflicts.count).toBe(2);
});

test('a choice about values that changed again is refused, and nothing is sent', () => {
  const { bench, summary } = disputed();
  const keys = summary.conflicts.shown.map(({ key }) => key);
  bench.paste({ Products: file('11.50', '8', 'Mine') });
  const answer = bench.call<RunSummary>('resolveConflicts', { side: 'sheet', keys });
  expect(answer).toMatchObject({
    ok: false,
    problem: { message: 'Some of these cells changed again since you saw them.' },
  });
  expect(mug(bench)).toEqual({ price: '12.00', available: 3, vendor: 'Other' });
});

test.each([2, 4])(
  'a column that is inserted at request %i does not take the value of its neighbour',
  (nth) => {
    let isArmed = false;
    const { bench, summary } = disputed({
      gate: ({ service }) => {
        if (!isArmed || service !== 'UrlFetchApp') return;
        requests += 1;
        if (requests !== nth) return;
        const sheet = bench.runtime.state.workbook.sheets[0]!;
        for (const row of sheet.rows) row.splice(3, 0, row[0] === 'Handle' ? 'Note' : 'mine');
        sheet.maxColumns += 1;
      },
    });
    let requests = 0;
    isArmed = true;
    const price = summary.conflicts.shown.filter(({ column }) => column === 'Variant Price');
    bench.call('resolveConflicts', { side: 'shopify', keys: price.map(({ key }) => key) });
    expect(requests).toBeGreaterThanOrEqual(nth);
    expect(own(bench)?.slice(0, 2)).toEqual(['mine', '12']);
  },
);

test('a cell with a formula is left to its author', () => {
  const { bench, summary } = disputed();
  const sheet = bench.runtime.state.workbook.sheets[0];
  if (sheet) sheet.layers.formula = { ...sheet.layers.formula, 7: [[2, 2, '="Mine"']] } as never;
  bench.call('resolveConflicts', { side: 'shopify', ...all(summary) });
  expect(own(bench)?.[3]).toBe('Mine');
});

test('the report of the command counts the row as a conflict', () => {
  const { bench } = disputed();
  expect(saidOf(bench.sync({ Products: file('11.00', '8', 'Mine') }))['Products:2']).toMatch(/^conflict/);
});
