import type { Overview, RunSummary } from '../../../src/answers/answers';
import type { SettingsChange } from '../../../src/answers/requests';
import { csvOf } from '../../support/csv';
import { answered } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const FILE = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
  ['mug', 'Mug', 'M-1', '10.00', 'shopify', '5'],
]);

function overviewOf(bench: Workbench): Overview {
  const answer = bench.call<Overview>('getOverview');
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

test('the sidebar is told the settings and the locations without asking Shopify', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  bench.sync({ Products: FILE });
  const before = bench.requests.counts().total;
  const { settings, connection, tabs } = overviewOf(bench);
  expect(bench.requests.counts().total).toBe(before);
  expect(settings).toMatchObject({ defaultLocationId: null, keepStock: null });
  expect(connection?.locations.map(({ name }) => name)).toEqual(['Main', 'Cellar']);
  expect(tabs).toMatchObject([{ name: 'Products', namesStock: true }]);
});

test('a shop with very many locations can be connected, and names the first', () => {
  const names = Array.from({ length: 200 }, (_, index) => `Location number ${index} of a large chain`);
  const bench = openWorkbench({ store: { locations: names } });
  bench.sync({ Products: FILE });
  const { connection } = overviewOf(bench);
  expect(connection?.locationCount).toBe(200);
  expect(connection?.locations.length).toBeGreaterThan(20);
});

test('a quantity without a location goes to the one that was chosen', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  const refused = bench.sync({ Products: FILE });
  expect(refused.tabs[0]?.rows[0]?.message).toContain('names no location');
  const cellar = overviewOf(bench).connection?.locations.find(({ name }) => name === 'Cellar');
  bench.call('saveSettings', { defaultLocationId: cellar?.id });
  bench.call('startSync', {});
  const [variant] = bench.store.dump().products[0]?.variants ?? [];
  expect(variant?.inventory).toMatchObject({ Cellar: { available: 5 } });
});

test('a location that the store does not have is refused, and what was chosen before stays', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  bench.sync({ Products: FILE });
  const main = overviewOf(bench).connection?.locations[0]?.id;
  bench.call('saveSettings', { defaultLocationId: main });
  for (const defaultLocationId of ['gid://shopify/Location/1', 'gid://shopify/Location/99999999'])
    expect(bench.call('saveSettings', { defaultLocationId, keepStock: true })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-input' },
    });
  expect(overviewOf(bench).settings).toMatchObject({ defaultLocationId: main, keepStock: null });
  expect(bench.call('saveSettings', { defaultLocationId: main, keepStock: true })).toMatchObject({
    ok: true,
  });
  expect(bench.call('saveSettings', { defaultLocationId: null })).toMatchObject({ ok: true });
});

test.each([
  { onConflict: { products: 'add', inventory: 'ask', prices: 'ask' } },
  { onConflict: { prices: 'mine' } },
  { defaultLocationId: 'Cellar' },
  { keepStock: 'yes' },
  { accountKind: 'free' },
])('a setting that nobody offers is refused (%j)', (changes) => {
  const bench = openWorkbench();
  expect(bench.call('saveSettings', changes)).toMatchObject({
    ok: false,
    problem: { kind: 'invalid-input' },
  });
});

describe('of two sidebars side by side, each changes only what a person chose in it', () => {
  const choose = (bench: Workbench, changes: SettingsChange) => answered(bench.call('saveSettings', changes));

  test('for cells that changed on both sides: one kind of columns in each', () => {
    const bench = openWorkbench();
    choose(bench, { onConflict: { prices: 'sheet' } });
    expect(choose(bench, { onConflict: { inventory: 'add' } })).toMatchObject({
      onConflict: { products: 'ask', inventory: 'add', prices: 'sheet' },
    });
  });

  test('for what is held: one limit in each, of all tabs or of one', () => {
    const bench = openWorkbench();
    choose(bench, { limits: { all: { priceDown: 15 } } });
    choose(bench, { limits: { tabs: [{ sheetId: 7, limits: { priceDown: 10 } }] } });
    choose(bench, { limits: { all: { priceUp: 50 } } });
    choose(bench, { limits: { tabs: [{ sheetId: 8, limits: { column: 20 } }] } });
    choose(bench, { keepStock: true });
    expect(choose(bench, { limits: { tabs: [{ sheetId: 7, limits: { tabRows: 5 } }] } })).toMatchObject({
      keepStock: true,
      limits: {
        all: { priceDown: 15, priceUp: 50 },
        tabs: [
          { sheetId: 7, limits: { priceDown: 10, tabRows: 5 } },
          { sheetId: 8, limits: { column: 20 } },
        ],
      },
    });
  });

  test('a limit is taken back by itself, and a tab without any is forgotten', () => {
    const bench = openWorkbench();
    choose(bench, {
      limits: {
        all: { priceDown: 15, priceUp: 50 },
        tabs: [
          { sheetId: 7, limits: { column: 20 } },
          { sheetId: 8, limits: { column: 20, tabRows: 5 } },
        ],
      },
    });
    choose(bench, { limits: { all: { priceUp: null } } });
    const taken = [
      { sheetId: 7, limits: { column: null } },
      { sheetId: 8, limits: { column: null } },
    ];
    expect(choose(bench, { limits: { tabs: taken } })).toMatchObject({
      limits: { all: { priceDown: 15 }, tabs: [{ sheetId: 8, limits: { tabRows: 5 } }] },
    });
    expect(overviewOf(bench).settings.limits?.all).toEqual({ priceDown: 15 });
  });

  test('for what the schedule refreshes: one kind of columns in each', () => {
    const bench = openWorkbench();
    choose(bench, { refreshOnSchedule: { prices: true } });
    choose(bench, { refreshOnSchedule: { products: true, inventory: true } });
    expect(choose(bench, { refreshOnSchedule: { products: false } })).toMatchObject({
      refreshOnSchedule: ['inventory', 'prices'],
    });
  });

  test('limits of more tabs than are kept are refused, and those before stay', () => {
    const bench = openWorkbench();
    const tabs = Array.from({ length: 40 }, (_, sheetId) => ({ sheetId, limits: { column: 20 } }));
    choose(bench, { keepStock: true, limits: { tabs } });
    const one = { limits: { tabs: [{ sheetId: 99, limits: { column: 20 } }] } };
    expect(bench.call('saveSettings', one)).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(overviewOf(bench).settings).toMatchObject({ keepStock: true, limits: { tabs } });
  });
});

test('the kind of a Google account is its user’s own, and stays with them', () => {
  const bench = openWorkbench();
  expect(overviewOf(bench).settings.accountKind).toBe('consumer');
  bench.call('saveSettings', { accountKind: 'workspace' });
  expect(overviewOf(bench).settings.accountKind).toBe('workspace');
  expect(JSON.stringify(bench.runtime.state.documentProperties)).not.toContain('workspace');
});

describe('a row that the sidebar names', () => {
  function held(): { readonly bench: Workbench; readonly summary: RunSummary } {
    const bench = openWorkbench();
    bench.sync({ Notes: 'mine\n', Products: FILE });
    bench.paste({ Notes: 'mine\n', Products: FILE.replace('10.00', '1.00') });
    const answer = bench.call<RunSummary>('startSync', {});
    if (!answer.ok) throw new Error(answer.problem.message);
    return { bench, summary: answer.value };
  }

  test('is brought in front of the person with its cell', () => {
    const { bench, summary } = held();
    const { sheetId, row } = summary.held.shown[0]!;
    expect(bench.call('goToRow', { sheetId, row, column: 'Price' })).toEqual({ ok: true, value: null });
    expect(bench.runtime.state.workbook).toMatchObject({
      activeSheetId: sheetId,
      selection: [{ row: 2, column: 4, rowCount: 1, columnCount: 1 }],
    });
  });

  test('that is gone is told so', () => {
    const { bench } = held();
    const gone = { ok: false, problem: { message: 'This row is no longer there.' } };
    expect(bench.call('goToRow', { sheetId: 999, row: 2 })).toMatchObject(gone);
    const [sheet] = bench.runtime.state.workbook.sheets;
    expect(bench.call('goToRow', { sheetId: sheet?.id, row: 100_000 })).toMatchObject(gone);
  });
});
