import { KilledError } from '../../../local/apps-script/runtime';
import type { RunSummary } from '../../../src/answers/answers';
import type { RefreshedValues, RefreshLine } from '../../../src/answers/refresh';
import { csvOf } from '../../support/csv';
import { answered } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const FILE = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
  ['mug', 'Mug', 'M-1', '10.00', 'shopify', '5'],
  ['hat', 'Hat', 'H-1', '20.00', 'shopify', '8'],
]);

/** Synced once, with stock cells to be kept up to date. */
function keeping(options: BenchOptions = {}): Workbench {
  const bench = openWorkbench(options);
  bench.sync({ Products: FILE });
  expect(bench.call('saveSettings', { keepStock: true }).ok).toBe(true);
  return bench;
}

/** What is available of the item with this SKU becomes `quantity`, as by an order. */
function moveStock(bench: Workbench, sku: string, quantity: number): void {
  const variants = bench.store.dump().products.flatMap((product) => product.variants);
  const id = variants.find((variant) => variant.sku === sku)?.id;
  const { data } = bench.store.execute({
    query: `query ($id: ID!) { productVariant(id: $id) { inventoryItem { id } } locations(first: 1) { nodes { id } } }`,
    variables: { id },
  }) as unknown as {
    readonly data: {
      readonly productVariant: { readonly inventoryItem: { readonly id: string } };
      readonly locations: { readonly nodes: readonly { readonly id: string }[] };
    };
  };
  const { errors } = bench.store.execute({
    query: `mutation ($item: ID!, $location: ID!, $quantity: Int!, $key: String!) {
      inventorySetQuantities(input: { name: "available", reason: "correction", quantities: [
        { inventoryItemId: $item, locationId: $location, quantity: $quantity, changeFromQuantity: null }
      ] }) @idempotent(key: $key) { userErrors { message } }
    }`,
    variables: {
      item: data.productVariant.inventoryItem.id,
      location: data.locations.nodes[0]?.id,
      quantity,
      key: `order ${bench.clock.now()} ${quantity}`,
    },
  });
  expect(errors).toBeUndefined();
}

const QUANTITY = 5;

const sheetOf = (bench: Workbench) => bench.runtime.state.workbook.sheets[0]!;
const quantities = (bench: Workbench) =>
  sheetOf(bench)
    .rows.slice(1)
    .map((row) => String(row[QUANTITY] ?? ''));
const messages = (bench: Workbench) =>
  sheetOf(bench)
    .rows.slice(1)
    .map((row) => String(row[QUANTITY + 2] ?? ''));
const type = (bench: Workbench, row: number, text: string) => {
  sheetOf(bench).rows[row - 1]![QUANTITY] = text;
};

function available(bench: Workbench): Record<string, number | undefined> {
  const variants = bench.store.dump().products.flatMap((product) => product.variants);
  return Object.fromEntries(
    variants.map(({ sku, inventory }) => [sku, Object.values(inventory ?? {})[0]?.available]),
  );
}

function sync(bench: Workbench): RunSummary {
  const answer = bench.call<RunSummary>('startSync', {});
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const mutations = ({ wire }: Workbench) =>
  wire.filter((text) => text.startsWith('{"query":"mutation')).length;

test('stock that was sold in Shopify is in the sheet after the next run, which sends nothing', () => {
  const bench = keeping();
  moveStock(bench, 'M-1', 3);
  const before = mutations(bench);
  expect(sync(bench)).toMatchObject({ outcome: 'finished', keptStock: 1, sent: 0 });
  expect(quantities(bench)).toEqual(['3', '8']);
  expect(messages(bench)[0]).toBe('Inventory quantity 5 → 3, from Shopify.');
  expect(sync(bench)).toMatchObject({ keptStock: 0, sent: 0, totals: { 'not-compared': 2 } });
  const [first, second] = messages(bench);
  expect([first, second]).toEqual([first, first]);
  expect(first).toMatch(/^Last compared with Shopify on 20\d\d-\d\d-\d\d at \d\d:\d\d\.$/);
  expect(mutations(bench)).toBe(before);
});

test('what was kept is listed as a refresh; given back, it is neither sent nor taken again', () => {
  const bench = keeping();
  moveStock(bench, 'M-1', 3);
  sync(bench);
  const refreshes = answered(bench.call<RefreshLine[]>('listRefreshes'));
  expect(refreshes).toMatchObject([{ cells: 1 }]);
  const refresh = refreshes[0]?.number;
  const { shown } = answered(bench.call<RefreshedValues>('giveBackRefresh', { refresh }));
  expect(shown).toMatchObject([{ column: 'Inventory quantity', sheet: '3', old: '5' }]);
  const keys = shown.map(({ key }) => key);
  const given = bench.call<RefreshedValues>('giveBackRefresh', { refresh, keys });
  expect(answered(given)).toMatchObject({ written: 1 });
  const before = mutations(bench);
  expect(sync(bench)).toMatchObject({ keptStock: 0, sent: 0 });
  expect([quantities(bench)[0], available(bench)['M-1'], mutations(bench)]).toEqual(['5', 3, before]);
  expect(answered(bench.call<RefreshLine[]>('listRefreshes'))).toHaveLength(1);
});

test('a row that was found to differ and then took Shopify’s number is not said to differ', () => {
  const bench = keeping();
  moveStock(bench, 'M-1', 3);
  sheetOf(bench).rows[1]![1] = 'Big mug';
  expect(sync(bench)).toMatchObject({ keptStock: 1, totals: { updated: 1, differs: 0 } });
  expect(messages(bench)[0]).toBe('Title Mug → Big mug. Inventory quantity 5 → 3, from Shopify.');
});

test('unless a person asked for it, no stock cell changes', () => {
  const bench = openWorkbench();
  bench.sync({ Products: FILE });
  moveStock(bench, 'M-1', 3);
  expect(sync(bench)).toMatchObject({ keptStock: 0 });
  expect(quantities(bench)).toEqual(['5', '8']);
});

test('a number that was kept and then edited is sent, compared with what Shopify had then', () => {
  const bench = keeping();
  moveStock(bench, 'M-1', 3);
  sync(bench);
  type(bench, 2, '9');
  expect(sync(bench)).toMatchObject({ sent: 1 });
  expect(available(bench)).toMatchObject({ 'M-1': 9 });
});

test('a cell that a person changed waits for them', () => {
  const bench = keeping();
  moveStock(bench, 'M-1', 3);
  type(bench, 2, '6');
  expect(sync(bench)).toMatchObject({ keptStock: 0, conflicts: { count: 1 } });
  expect(quantities(bench)).toEqual(['6', '8']);
});

test('a blank cell stays blank, and one with a formula keeps it', () => {
  const bench = keeping();
  type(bench, 2, '');
  const { layers } = sheetOf(bench);
  layers.formula = { ...layers.formula, [QUANTITY + 1]: [[3, 3, '=4*2']] } as never;
  moveStock(bench, 'M-1', 3);
  moveStock(bench, 'H-1', 3);
  expect(sync(bench)).toMatchObject({ keptStock: 0 });
  expect(quantities(bench)).toEqual(['', '8']);
});

test('a run of prices alone looks at no stock', () => {
  const bench = keeping();
  moveStock(bench, 'M-1', 3);
  bench.call('startSync', { groups: ['prices'] });
  expect(quantities(bench)).toEqual(['5', '8']);
});

test('rows that were sorted meanwhile get their own numbers', () => {
  const saved = keeping().save();
  let isArmed = false;
  const bench = openWorkbench({
    saved,
    gate: ({ service, method }) => {
      if (!isArmed || `${service}.${method}` !== 'UrlFetchApp.fetch') return;
      const sheet = sheetOf(bench);
      sheet.rows = [sheet.rows[0] ?? [], ...sheet.rows.slice(1).sort((a, b) => (a[2]! < b[2]! ? -1 : 1))];
    },
  });
  moveStock(bench, 'M-1', 3);
  isArmed = true;
  expect(sync(bench)).toMatchObject({ keptStock: 1 });
  expect(quantities(bench)).toEqual(['8', '3']);
});

test.each([1, 2])('a column that was inserted at request %i keeps its own numbers', (nth) => {
  const saved = keeping().save();
  let isArmed = false;
  const bench = openWorkbench({
    saved,
    gate: ({ service, method }) => {
      if (!isArmed || `${service}.${method}` !== 'UrlFetchApp.fetch' || ++requests !== nth) return;
      for (const row of sheetOf(bench).rows) row.splice(QUANTITY, 0, '5');
      sheetOf(bench).rows[0]![QUANTITY] = 'Shelf';
      sheetOf(bench).maxColumns += 1;
    },
  });
  let requests = 0;
  moveStock(bench, 'M-1', 3);
  isArmed = true;
  expect(sync(bench)).toMatchObject({ keptStock: 1 });
  expect(requests).toBeGreaterThanOrEqual(nth);
  expect(quantities(bench)).toEqual(['5', '5']);
  expect(sheetOf(bench).rows[1]?.[QUANTITY + 1]).toBe('3');
});

test('a level that two tabs name is kept in both', () => {
  const bench = keeping();
  const [products, inventory] = bench.paste({ Products: FILE, Inventory: 'SKU,Available\nM-1,5\n' });
  bench.call('chooseTabs', { sheetIds: [products, inventory] });
  sync(bench);
  moveStock(bench, 'M-1', 3);
  expect(sync(bench)).toMatchObject({ keptStock: 2, totals: { error: 0 } });
  expect(sync(bench)).toMatchObject({ keptStock: 0, totals: { error: 0 } });
});

test('a level that two tabs name is kept in neither where one of them is protected, and no row contradicts another', () => {
  const bench = keeping();
  const [products, inventory] = bench.paste({ Products: FILE, Inventory: 'SKU,Available\nM-1,5\n' });
  bench.call('chooseTabs', { sheetIds: [products, inventory] });
  sync(bench);
  const tab = bench.runtime.state.workbook.sheets.find(({ id }) => id === inventory)!;
  const area = { row: 2, column: 2, rowCount: 1, columnCount: 1 };
  tab.protections.push({ description: '', warningOnly: false, area, editors: ['boss@example.com'] });
  moveStock(bench, 'M-1', 3);
  expect(sync(bench)).toMatchObject({ keptStock: 0, totals: { error: 0 } });
  expect(String(tab.rows[1]?.[1])).toBe('5');
  expect(sync(bench)).toMatchObject({ keptStock: 0, sent: 0, totals: { error: 0 } });
});

/** Every call with `SCHEDULES` set; each takes a tenth of a second. */
const STRIDE = sampled(19, 1);

describe('a run that is killed while it keeps stock', () => {
  const saved = keeping().save();

  /** Kills the `nth` service call of a run from where it reads levels on; undefined where it was over by then. */
  function killAt(nth: number, setting: object): Workbench | undefined {
    let passed: number | undefined;
    let isArmed = false;
    const bench = openWorkbench({
      saved,
      gate: ({ args }) => {
        if (isArmed && JSON.stringify(args ?? '').includes('InventoryLevels')) passed ??= 0;
        if (passed !== undefined) passed += 1;
        if (passed === nth) throw new KilledError('Killed by the test');
      },
    });
    bench.call('saveSettings', setting);
    moveStock(bench, 'M-1', 3);
    isArmed = true;
    const { outcome } = bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    isArmed = false;
    passed = undefined;
    bench.clock.advance(600_000);
    return outcome === 'killed' ? bench : undefined;
  }

  const everyKill = (setting: object, look: (bench: Workbench) => void) => {
    let kills = 0;
    for (let nth = 1; ; nth += STRIDE) {
      const bench = killAt(nth, setting);
      if (!bench) break;
      kills += 1;
      look(bench);
    }
    expect(kills).toBeGreaterThan(5);
  };

  test.each(['ask', 'sheet', 'add'])(
    'at any call never lets the next one take a number of Shopify’s for the merchant’s (%s)',
    (inventory) => {
      const setting = { onConflict: { products: 'ask', prices: 'ask', inventory } };
      everyKill(setting, (bench) => {
        // The order is cancelled, so that Shopify has again what was last synced.
        moveStock(bench, 'M-1', 5);
        const before = mutations(bench);
        sync(bench);
        expect(mutations(bench)).toBe(before);
        sync(bench);
        expect([available(bench), quantities(bench)]).toEqual([{ 'M-1': 5, 'H-1': 8 }, ['5', '8']]);
      });
    },
  );

  test('at any call never lets an edit that came after it be sent over an order that the merchant did not see', () => {
    everyKill({}, (bench) => {
      const seen = quantities(bench)[0];
      type(bench, 2, '7');
      moveStock(bench, 'M-1', 2);
      sync(bench);
      expect([seen, available(bench)]).toEqual([seen, { 'M-1': 2, 'H-1': 8 }]);
    });
  });
});

describe('a sum of both changes', () => {
  const chosen = (bench: Workbench): void => {
    type(bench, 2, '15');
    moveStock(bench, 'M-1', 2);
    const asked = bench.call<RunSummary>('startSync');
    if (!asked.ok) throw new Error(asked.problem.message);
    const { run, conflicts } = asked.value;
    bench.call('resolveConflicts', { run, side: 'add', keys: conflicts.shown.map(({ key }) => key) });
  };
  const saidOfMug = (bench: Workbench) => {
    const [, header = [], row = []] = [null, ...(bench.runtime.state.workbook.sheets[0]?.rows ?? [])];
    const at = header.indexOf('Sync status');
    return `${row[at]} ${row[at + 1]}`;
  };

  test('is put into the cell by the next sync, which says so and nothing else', () => {
    const bench = keeping();
    chosen(bench);
    expect(available(bench)['M-1']).toBe(12);
    sync(bench);
    expect(quantities(bench)[0]).toBe('12');
    expect(saidOfMug(bench)).toBe('Up to date Inventory quantity 15 → 12, from Shopify.');
    sync(bench);
    expect(saidOfMug(bench)).toMatch(/^No change to send /);
  });

  test('is put there in the same sync where the settings let both changes count', () => {
    const bench = keeping();
    bench.call('saveSettings', { onConflict: { products: 'ask', prices: 'ask', inventory: 'add' } });
    type(bench, 2, '15');
    moveStock(bench, 'M-1', 2);
    sync(bench);
    expect([available(bench)['M-1'], quantities(bench)[0]]).toEqual([12, '12']);
    expect(saidOfMug(bench)).toMatch(/^Updated .* 2 → 12\. Inventory quantity 15 → 12, from Shopify\.$/);
  });

  test('is not put over a cell that was edited since', () => {
    const bench = keeping();
    chosen(bench);
    type(bench, 2, '20');
    sync(bench);
    expect([available(bench)['M-1'], quantities(bench)[0]]).toEqual([20, '20']);
  });

  test('stays said where nobody asked for the cells to be kept up to date', () => {
    const bench = keeping();
    bench.call('saveSettings', { keepStock: false });
    chosen(bench);
    for (const _ of ['next', 'later']) {
      sync(bench);
      expect(saidOfMug(bench)).toBe(
        'Differs Inventory quantity · Shop location: Shopify has 12, the sheet 15.',
      );
    }
    expect(quantities(bench)[0]).toBe('15');
  });
});
