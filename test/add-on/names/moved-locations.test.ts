import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { inAdmin } from '../../support/in-admin';
import { answered, rowsOf, said, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

function rename(bench: Workbench, from: string, to: string): void {
  const location = bench.store.state.locations.all().find(({ name }) => name === from);
  inAdmin(
    bench,
    'mutation ($id: ID!, $input: LocationEditInput!) { locationEdit(id: $id, input: $input) { userErrors { message } } }',
    { id: location?.id, input: { name: to } },
  );
}

function add(bench: Workbench, name: string): void {
  inAdmin(
    bench,
    'mutation ($input: LocationAddInput!) { locationAdd(input: $input) { userErrors { message } } }',
    { input: { name, address: { countryCode: 'US' } } },
  );
}

/** `Main 20`, of all places that stock something. */
function stockOf({ store }: Workbench): string[] {
  const { inventoryLevels, locations } = store.state;
  return inventoryLevels
    .all()
    .filter(({ isActive }) => isActive)
    .map(({ locationId, quantities }) => `${locations.get(locationId)?.name} ${quantities.available}`)
    .sort();
}

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
  ['mug', 'Mug', 'M', '5', 'shopify'],
]);
const AS_ROWS = csvOf([
  ['SKU', 'Location', 'Available'],
  ['M', 'Main', '20'],
  ['M', 'Shop', '3'],
]);
const AS_COLUMNS = csvOf([
  ['SKU', 'Inventory Available: Main', 'Inventory Available: Shop'],
  ['M', '20', '3'],
]);

function begin(stock: string): Workbench {
  const bench = openWorkbench();
  rename(bench, 'Shop location', 'Main');
  add(bench, 'Shop');
  for (const _time of [1, 2]) {
    bench.sync({ Products: PRODUCTS, Stock: stock });
    bench.clock.advance(120_000);
  }
  expect(stockOf(bench)).toEqual(['Main 20', 'Shop 3']);
  return bench;
}

const MOVES: Readonly<Record<string, (bench: Workbench) => void>> = {
  'is renamed and another is made under its old name': (bench) => {
    rename(bench, 'Main', 'Warehouse');
    add(bench, 'Main');
  },
  'exchanges its name with another': (bench) => {
    rename(bench, 'Main', 'X');
    rename(bench, 'Shop', 'Main');
    rename(bench, 'X', 'Shop');
  },
  'gives its name to another that had one': (bench) => {
    rename(bench, 'Main', 'Warehouse');
    rename(bench, 'Shop', 'Main');
    add(bench, 'Shop');
  },
};

describe('Where a location', () => {
  test.each(
    Object.entries(MOVES).flatMap(([name, move]) => [
      [`${name}, named by rows`, move, AS_ROWS] as const,
      [`${name}, named by columns`, move, AS_COLUMNS] as const,
    ]),
  )('%s, no stock is moved, and the rows say so until a person acts', (_, move, stock) => {
    const bench = begin(stock);
    move(bench);
    const before = stockOf(bench);
    const says = /^Differs .*Another location has this name in Shopify now\./;
    expect(
      foreseenRows(bench)
        .find(([tab]) => tab === 'Stock')
        ?.slice(2)
        .join(' '),
    ).toMatch(says);
    for (const _time of [1, 2]) {
      bench.clock.advance(120_000);
      sync(bench);
      expect(stockOf(bench)).toEqual(before);
      expect(said(bench, 2, 'Stock')).toMatch(says);
    }
  });

  test('has the name of another, a number that is typed there is asked about', () => {
    const bench = begin(AS_ROWS);
    MOVES['exchanges its name with another']?.(bench);
    rowsOf(bench, 'Stock')[1]![2] = '21';
    const run = sync(bench);
    expect(stockOf(bench)).toEqual(['Main 3', 'Shop 20']);
    expect(said(bench, 2, 'Stock')).toMatch(/^Changed in both .*you changed it to 21 and Shopify has 3 now/);
    const keys = run.conflicts.shown.map(({ key }) => key);
    answered(bench.call<RunSummary>('resolveConflicts', { keys, side: 'sheet', run: run.run }));
    expect(stockOf(bench)).toEqual(['Main 21', 'Shop 20']);
  });

  test('is renamed alone, its rows say which names there are, and the new name finds what was synced', () => {
    const bench = begin(AS_ROWS);
    rename(bench, 'Main', 'Warehouse');
    sync(bench);
    expect(said(bench, 2, 'Stock')).toMatch(/^Error .*no active location “Main”/);
    rowsOf(bench, 'Stock')[1]![1] = 'Warehouse';
    sync(bench);
    expect(said(bench, 2, 'Stock')).toMatch(/^(Up to date|No change to send)/);
    expect(stockOf(bench)).toEqual(['Shop 3', 'Warehouse 20']);
  });
});
