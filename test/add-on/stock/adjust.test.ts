import { KilledError, type ServiceCall } from '../../../local/apps-script/runtime';
import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sheetOf, sync } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity'],
  ['hat', 'Hat', 'H-1', 'shopify', '5'],
  ['cap', 'Cap', 'C-1', 'shopify', '7'],
]);
const ADJUST = csvOf([
  ['SKU', 'Note', 'Variant Inventory Adjust'],
  ['H-1', 'came in', '3'],
  ['C-1', 'broken', '-2'],
]);

const stocked = openWorkbench();
stocked.sync({ Products: PRODUCTS });
const saved = stocked.save();

/** Two products in Shopify, and a tab that adds to one and takes from the other; nothing is sent yet. */
function adjusting(options: BenchOptions = {}): Workbench {
  const bench = openWorkbench({ saved, ...options });
  const sheetIds = bench.paste({ Adjust: ADJUST }, '--convert');
  bench.call('chooseTabs', { sheetIds });
  return bench;
}

const cells = (bench: Workbench) => [1, 2].map((row) => sheetOf(bench, 'Adjust').rows[row]?.[2] ?? '');
const said = (bench: Workbench) =>
  [1, 2].map((row) => sheetOf(bench, 'Adjust').rows[row]?.slice(3, 5).join(' '));
const stock = (bench: Workbench) =>
  Object.fromEntries(
    bench.store.dump().products.map(({ handle, variants }) => {
      const [level] = Object.values(variants[0]?.inventory ?? {});
      return [handle, level?.available];
    }),
  );
const setCell = (bench: Workbench, row: number, value: string | number) => {
  (sheetOf(bench, 'Adjust').rows[row] as (string | number)[])[2] = value;
};

const sendsStock = ({ service, args }: ServiceCall) =>
  service === 'UrlFetchApp' && JSON.stringify(args).includes('inventorySetQuantities');

test('Adjust cells are applied once and then emptied, and their neighbours stay', () => {
  const bench = adjusting();
  expect(sync(bench).totals).toMatchObject({ updated: 2 });
  expect(stock(bench)).toEqual({ hat: 8, cap: 5 });
  expect(cells(bench)).toEqual(['', '']);
  expect(sheetOf(bench, 'Adjust').rows[1]?.[1]).toBe('came in');
  expect(said(bench)).toEqual([
    'Updated Available · Shop location: 5 + 3 = 8.',
    'Updated Available · Shop location: 7 − 2 = 5.',
  ]);
  const sent = bench.requests.counts().byOperation.inventorySetQuantities;
  sync(bench);
  expect(bench.requests.counts().byOperation.inventorySetQuantities).toBe(sent);
  setCell(bench, 1, 3);
  sync(bench);
  expect(stock(bench)).toEqual({ hat: 11, cap: 5 });
});

test('a cell that cannot be emptied asks for nothing again until somebody empties it', () => {
  const bench = adjusting({
    gate: ({ method }) => {
      if (method === 'clearContent') throw new Error('You are trying to edit a protected cell or object.');
    },
  });
  sync(bench);
  expect(cells(bench)).toEqual([3, -2]);
  expect(said(bench)[0]).toBe(
    'Updated Available · Shop location: 5 + 3 = 8. Variant Inventory Adjust could not be emptied: empty it yourself. Its +3 is not added again.',
  );
  sync(bench);
  expect(stock(bench)).toEqual({ hat: 8, cap: 5 });
  setCell(bench, 1, '');
  sync(bench);
  setCell(bench, 1, 3);
  setCell(bench, 2, -1);
  sync(bench);
  expect(stock(bench)).toEqual({ hat: 11, cap: 4 });
});

test('a cell that was edited while its number was on the way keeps the edit, which counts next', () => {
  let bench: Workbench | undefined;
  bench = adjusting({
    gate: (call) => {
      if (bench && sendsStock(call) && cells(bench)[0] === 3) setCell(bench, 1, 4);
    },
  });
  sync(bench);
  expect(cells(bench)).toEqual([4, '']);
  expect(stock(bench)).toEqual({ hat: 8, cap: 5 });
  sync(bench);
  expect(stock(bench)).toEqual({ hat: 12, cap: 5 });
});

test('a formula is refused before anything is sent, because it would come back', () => {
  const bench = openWorkbench({ saved });
  const formula = csvOf([
    ['SKU', 'Note', 'Variant Inventory Adjust'],
    ['H-1', '', '=1+2'],
    ['C-1', '', '4'],
  ]);
  const sheetIds = bench.paste({ Adjust: formula }, '--convert');
  bench.call('chooseTabs', { sheetIds });
  sync(bench);
  expect(said(bench)[0]).toBe(
    'Error Variant Inventory Adjust holds a formula. Type the number itself: it is added once, then the cell is emptied.',
  );
  expect(stock(bench)).toEqual({ hat: 5, cap: 11 });
});

describe('an Adjust cell whose answer never came', () => {
  /** Shopify applies the change, and no answer arrives for as long as anybody asks. */
  function unanswered(): Workbench {
    const cut = adjusting({ store: { faults: 'inventorySetQuantities: timeout-after' } });
    expect(cut.call<RunSummary>('startSync', {})).toMatchObject({ value: { outcome: 'paused' } });
    expect(stock(cut)).toEqual({ hat: 8, cap: 5 });
    expect(cells(cut)).toEqual([3, -2]);
    return openWorkbench({ saved: cut.save() });
  }

  test('is asked about again, and is not added twice', () => {
    const bench = unanswered();
    expect(sync(bench).outcome).toBe('finished');
    expect(stock(bench)).toEqual({ hat: 8, cap: 5 });
    expect(cells(bench)).toEqual(['', '']);
  });

  test('counted where Shopify has what was wanted, also after a day, when it remembers the request no more', () => {
    const bench = unanswered();
    bench.runtime.clock.advance(25 * 3_600_000);
    expect(sync(bench).conflicts.count).toBe(0);
    expect(stock(bench)).toEqual({ hat: 8, cap: 5 });
    expect(cells(bench)).toEqual(['', '']);
  });

  test('is left to a person after a day where Shopify has another level', () => {
    const bench = unanswered();
    orderAt(bench, 8, 1);
    orderAt(bench, 5, 1);
    bench.runtime.clock.advance(25 * 3_600_000);
    const { run, conflicts } = sync(bench);
    expect(conflicts.count).toBe(2);
    expect(said(bench)[0]).toBe(
      'Changed in both Available · Shop location: a change was sent to it, and Shopify never said whether it counted. Shopify has 7 now. If it lacks the +3, send it in the sidebar; else empty the cell.',
    );
    expect(stock(bench)).toEqual({ hat: 7, cap: 4 });
    const [hat, cap] = conflicts.shown;
    bench.call('resolveConflicts', { run, side: 'sheet', keys: [hat?.key] });
    expect(stock(bench)).toEqual({ hat: 10, cap: 4 });
    bench.call('resolveConflicts', { run, side: 'shopify', keys: [cap?.key] });
    expect(cells(bench)).toEqual(['', '']);
    setCell(bench, 2, -2);
    sync(bench);
    expect(stock(bench)).toEqual({ hat: 10, cap: 2 });
  });

  test('of a quantity that was set is left to a person as well, whatever the setting for conflicts', () => {
    const cut = openWorkbench({ saved, store: { faults: 'inventorySetQuantities: timeout-after' } });
    cut.call('saveSettings', { onConflict: { products: 'ask', inventory: 'add', prices: 'ask' } });
    cut.paste({ Products: PRODUCTS.replace('shopify,5', 'shopify,9') });
    cut.call('startSync', {});
    const bench = openWorkbench({ saved: cut.save() });
    orderAt(bench, 9, 4);
    bench.runtime.clock.advance(25 * 3_600_000);
    expect(sync(bench).conflicts.shown).toMatchObject([{ sheet: '9', shopify: '5' }]);
    expect(stock(bench)).toEqual({ hat: 5, cap: 7 });
  });
});

/** Customers take some of the level that holds `from`. */
function orderAt({ store: { state } }: Workbench, from: number, quantity: number): void {
  const level = state.inventoryLevels.all().find(({ quantities }) => quantities.available === from);
  if (!level) throw new Error(`No level holds ${from}.`);
  const { available, committed } = level.quantities;
  const quantities = {
    ...level.quantities,
    available: available - quantity,
    committed: committed + quantity,
  };
  state.inventoryLevels.put({ ...level, quantities });
}

const STRIDE = sampled(23, 1);

test('killed at any service call and gone on with, every number counts exactly once', () => {
  let strikeAt = Number.POSITIVE_INFINITY;
  let passed = 0;
  const gate = () => {
    passed += 1;
    if (passed === strikeAt) throw new KilledError('Killed by the test');
  };
  const startKilledAt = (nth: number): Workbench => {
    strikeAt = Number.POSITIVE_INFINITY;
    const bench = adjusting({ gate });
    passed = 0;
    strikeAt = nth;
    bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    return bench;
  };
  startKilledAt(Number.POSITIVE_INFINITY);
  const calls = passed;
  expect(calls).toBeGreaterThan(20);
  const wrong: unknown[] = [];
  for (let nth = 1; nth <= calls; nth += STRIDE) {
    const bench = startKilledAt(nth);
    bench.runtime.clock.advance(60_000);
    sync(bench);
    sync(bench);
    const { hat, cap } = stock(bench);
    if (hat !== 8 || cap !== 5 || cells(bench).some((cell) => cell !== ''))
      wrong.push({ nth, hat, cap, cells: cells(bench) });
  }
  expect(wrong).toEqual([]);
});

test('a tab that is deleted while its numbers are sent does not stop the run', () => {
  const bench = adjusting({
    gate(call) {
      if (!sendsStock(call)) return;
      const { sheets } = bench.runtime.state.workbook;
      const at = sheets.findIndex(({ name }) => name === 'Adjust');
      if (at >= 0) sheets.splice(at, 1);
    },
  });
  expect(sync(bench).outcome).toBe('finished');
  expect(stock(bench)).toEqual({ hat: 8, cap: 5 });
});
