import { KilledError } from '../../../local/apps-script/runtime';
import { sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { openWorkbench } from '../../support/workbench';
import { choiceOf, EVERY_FORM, openConnected, previewOf, pull } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { addProduct } from './moving';
import { refresh } from './refreshing';

const NEW = { title: 'New lamp', handle: 'new-lamp', vendor: 'Acme', productType: '=1+1', status: 'ACTIVE' };

function openFiltered(form: (typeof EVERY_FORM)[number], search = 'vendor:Acme') {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const { tab } = pull(bench, choiceOf(form, { filter: { search } }));
  bench.clock.advance(60_000);
  return { bench, tab };
}

const rowsOf = (bench: ReturnType<typeof openConnected>, tab: string) =>
  sheetOf(bench, tab).rows.map((row) => JSON.stringify(row.slice(0, 4)));

describe('what the filter of a tab finds newly', () => {
  test.each(EVERY_FORM)('as %s: is added at the end, once, and a preview has nothing', (form) => {
    const { bench, tab } = openFiltered(form);
    const before = rowsOf(bench, tab);
    addProduct(bench, NEW);
    addProduct(bench, { ...NEW, handle: 'other-lamp', vendor: 'Other' });
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', added: 1, cells: 0 });
    const after = rowsOf(bench, tab);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
    expect(previewOf(bench).others).toEqual([]);
    expect(refresh(bench)).toMatchObject({ added: 0 });
    expect(rowsOf(bench, tab)).toEqual(after);
  });

  test('is not added again where a person removed its rows', () => {
    const { bench, tab } = openFiltered('csv');
    const sheet = sheetOf(bench, tab);
    const [removed] = sheet.rows.splice(1, 2);
    expect(removed).toBeDefined();
    const rows = sheet.rows.length;
    expect(refresh(bench)).toMatchObject({ added: 0 });
    expect(sheet.rows).toHaveLength(rows);
  });

  test('is said where the columns of the tab were moved, and nothing is written', () => {
    const { bench, tab } = openFiltered('csv');
    const sheet = sheetOf(bench, tab);
    for (const row of sheet.rows) [row[1], row[2]] = [row[2] ?? '', row[1] ?? ''];
    addProduct(bench, NEW);
    // Shopify's search lags behind what is written.
    bench.clock.advance(60_000);
    const rows = sheet.rows.length;
    const view = refresh(bench);
    expect(view).toMatchObject({ added: 0 });
    expect(view.words).toContain('got no new rows');
    expect(sheet.rows).toHaveLength(rows);
  });

  test('is added once, however the refresh is killed', () => {
    const { bench, tab } = openFiltered('csv');
    addProduct(bench, NEW);
    expectOneRowMore(bench, tab, 40);
  });
});

/** Kills a refresh at one call after the other, `from` on; gone on with, it has added one row. */
function expectOneRowMore(bench: ReturnType<typeof openConnected>, tab: string, from: number): void {
  const rows = sheetOf(bench, tab).rows.length;
  const saved = bench.save();
  let kills = 0;
  for (let at = sampled(from, 40); at < 400; at += sampled(46, 23)) {
    let calls = 0;
    const killed = openWorkbench({
      saved,
      gate() {
        calls += 1;
        if (calls === at) throw new KilledError(`at call ${at}`);
      },
    });
    if (killed.runtime.run('refreshTabs', [null], { kind: 'sidebar' }).outcome !== 'killed') break;
    kills += 1;
    const again = openWorkbench({ saved: killed.save() });
    again.call('continuePull');
    refresh(again);
    expect([at, sheetOf(again, tab).rows.length]).toEqual([at, rows + 1]);
    expect(previewOf(again).others).toEqual([]);
  }
  expect(kills).toBeGreaterThan(3);
}

const ADD = `mutation ($id: ID!, $v: [ProductVariantsBulkInput!]!) {
  productVariantsBulkCreate(productId: $id, variants: $v) { userErrors { message } } }`;

function addVariant(bench: ReturnType<typeof openConnected>, size: string): void {
  const product = bench.store.state.products.all().find(({ handle }) => handle === 'linen-shirt');
  const optionValues = ['Size', 'Colour'].map((optionName, index) => ({
    optionName,
    name: index ? 'Blue' : size,
  }));
  const variables = {
    id: product?.id,
    v: [{ optionValues, price: '77.00', inventoryItem: { sku: `LS-${size}`, tracked: true } }],
  };
  const { data } = bench.store.execute({ query: ADD, variables });
  expect(data).toEqual({ productVariantsBulkCreate: { userErrors: [] } });
  bench.clock.advance(60_000);
}

describe('a new variant of a product that has rows', () => {
  test.each(EVERY_FORM)('as %s: is added at the end, once, and a preview has nothing', (form) => {
    const { bench, tab } = openFiltered(form);
    const before = rowsOf(bench, tab);
    addVariant(bench, 'XXL');
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', added: 1, cells: 0 });
    const after = rowsOf(bench, tab);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
    expect(previewOf(bench).others).toEqual([]);
    expect(refresh(bench)).toMatchObject({ added: 0 });
    const sheet = sheetOf(bench, tab);
    const price = sheet.rows[0]?.findIndex((header) => /^(Variant )?Price$/.test(String(header))) ?? -1;
    if (price < 0) return;
    expect(sheet.rows[after.length - 1]?.[price]).toBe(77);
    (sheet.rows[after.length - 1] ?? [])[price] = 78;
    bench.call('startSync', {});
    const prices = bench.store.dump().products.flatMap(({ variants }) => variants.map((each) => each.price));
    expect(prices).toContain('78.00');
  });

  test('is not added where a person removed the rows of its product', () => {
    const { bench, tab } = openFiltered('csv');
    const sheet = sheetOf(bench, tab);
    sheet.rows.splice(1, sheet.rows.length - 1);
    addVariant(bench, 'XXL');
    expect(refresh(bench)).toMatchObject({ added: 0 });
    expect(sheet.rows).toHaveLength(1);
  });

  test('is added once, however the refresh is killed, and takes nothing from what is known of its product', () => {
    const { bench, tab } = openFiltered('csv');
    addVariant(bench, 'XXL');
    expectOneRowMore(bench, tab, 63);
  });
});
