import { csvOf } from '../../support/csv';
import { mutationsIn, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
  ['mug', 'Mug', 'MUG', '9', 'shopify'],
]);
const NAMES = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'HS Code', 'COO'];
const MUG = ['mug', 'Mug', 'Title', 'Default Title', 'MUG', '', ''];

/** Shopify's three forms of an inventory file, with one quantity at the warehouse. */
const FORMS = {
  'one column per location': (quantity: string) =>
    csvOf([
      [...NAMES, 'Main', 'Warehouse'],
      [...MUG, '1', quantity],
    ]),
  'one row per location': (quantity: string) =>
    csvOf([
      [...NAMES, 'Location', 'Available'],
      [...MUG, 'Main', '1'],
      [...MUG, 'Warehouse', quantity],
    ]),
  'the current export': (quantity: string) =>
    csvOf([
      [...NAMES, 'Location', 'On hand (current)', 'On hand (new)'],
      [...MUG, 'Main', '0', '1'],
      [...MUG, 'Warehouse', quantity, quantity],
    ]),
};

const saved = new Map<string, string>();

function stocked(file: (quantity: string) => string): Workbench {
  const inventory = file('5');
  const known = saved.get(inventory);
  if (known !== undefined) return openWorkbench({ saved: known });
  const bench = openWorkbench({ store: { locations: ['Main', 'Warehouse'] } });
  bench.sync({ Products: PRODUCTS });
  bench.sync({ Inventory: inventory });
  saved.set(inventory, bench.save());
  return bench;
}

const lastSaid = (said: Record<string, string>): string => Object.values(said).at(-1) as string;
const STILL = 'It is still stocked at Warehouse in Shopify, with 5.';

/** A colleague unchecks the warehouse, or sells some of what lies there. */
function inShopify(bench: Workbench, what: 'unstock' | 'sell'): void {
  const { state } = bench.store;
  const warehouse = state.locations.all().find(({ name }) => name === 'Warehouse')?.id;
  const level = state.inventoryLevels.all().find(({ locationId }) => locationId === warehouse);
  const [query, variables] =
    what === 'unstock'
      ? [
          'mutation ($id: ID!) { done: inventoryDeactivate(inventoryLevelId: $id) @idempotent(key: "u") { userErrors { message } } }',
          { id: level?.id },
        ]
      : [
          'mutation ($input: InventorySetQuantitiesInput!) { done: inventorySetQuantities(input: $input) @idempotent(key: "s") { userErrors { message } } }',
          {
            input: {
              name: 'available',
              reason: 'correction',
              quantities: [
                {
                  inventoryItemId: level?.inventoryItemId,
                  locationId: warehouse,
                  quantity: 3,
                  changeFromQuantity: null,
                },
              ],
            },
          },
        ];
  expect(bench.store.execute({ query, variables })).toMatchObject({ data: { done: { userErrors: [] } } });
}

describe.each(Object.entries(FORMS))('“not stocked” in an inventory file with %s', (_, file) => {
  test('over a number is said at every sync and in a preview, and nothing is sent', () => {
    const bench = stocked(file);
    for (const word of ['not stocked', 'Not stocked', 'not stocked']) {
      const report = bench.sync({ Inventory: file(word) });
      expect(lastSaid(saidOf(report))).toMatch(
        `differs ${STILL} To stop stocking it there, open the variant in Shopify admin, click Edit locations`,
      );
    }
    expect(lastSaid(saidOf(bench.sync({ Inventory: file('not stocked') }, '--preview')))).toMatch(STILL);
    const before = bench.store.dump();
    bench.sync({ Inventory: file('not stocked') });
    expect(bench.store.dump()).toEqual(before);
    expect(before.products[0]?.variants[0]?.inventory).toMatchObject({ Warehouse: { available: 5 } });
  });

  test('is up to date once nobody stocks it there any more, and a number stocks it again', () => {
    const bench = stocked(file);
    const last = bench.sync({ Inventory: file('not stocked') });
    inShopify(bench, 'unstock');
    const report = bench.sync({ Inventory: file('not stocked') });
    expect(lastSaid(saidOf(report))).toBe('unchanged');
    expect(mutationsIn(report, last)).toEqual({});
    expect(lastSaid(saidOf(bench.sync({ Inventory: file('not stocked') })))).toMatch(/^not-compared/);
    expect(lastSaid(saidOf(bench.sync({ Inventory: file('7') })))).toMatch(/^updated .*not stocked → 7\.$/);
    expect(bench.store.dump().products[0]?.variants[0]?.inventory).toMatchObject({
      Warehouse: { available: 7 },
    });
  });

  test('and a number typed over it again is sent, or asked where it was sold meanwhile', () => {
    const [quiet, sold] = [stocked(file), stocked(file)];
    for (const bench of [quiet, sold]) bench.sync({ Inventory: file('not stocked') });
    expect(lastSaid(saidOf(quiet.sync({ Inventory: file('8') })))).toMatch(/^updated .* 5 → 8\.$/);
    inShopify(sold, 'sell');
    expect(lastSaid(saidOf(sold.sync({ Inventory: file('8') })))).toMatch(
      /^conflict .*you changed it to 8 and Shopify has 3 now/,
    );
  });

  test('stays as it is where stock cells take Shopify’s number', () => {
    const bench = stocked(file);
    bench.call('saveSettings', { keepStock: true });
    bench.sync({ Inventory: file('not stocked') });
    inShopify(bench, 'sell');
    const report = bench.sync({ Inventory: file('not stocked') });
    expect(lastSaid(saidOf(report))).toMatch('It is still stocked at Warehouse in Shopify, with 3.');
  });
});

describe('“not stocked”', () => {
  const available = (quantity: string) =>
    csvOf([
      ['SKU', 'Location', 'Available'],
      ['MUG', 'Warehouse', quantity],
    ]);

  test('in one tab and a number in another are an error on both rows', () => {
    const bench = stocked(available);
    const wide = csvOf([
      [...NAMES, 'Main', 'Warehouse'],
      [...MUG, '1', 'not stocked'],
    ]);
    const said = Object.values(saidOf(bench.sync({ Inventory: available('9'), Counted: wide })));
    expect(said).toEqual([
      expect.stringMatching(/^error .*otherwise than/),
      expect.stringMatching(/^error .*otherwise than/),
    ]);
    expect(bench.store.dump().products[0]?.variants[0]?.inventory).toMatchObject({
      Warehouse: { available: 5 },
    });
  });

  test('is said of an item that was never synced', () => {
    const bench = stocked(available);
    const fresh = openWorkbench({ store: { locations: ['Main', 'Warehouse'], saved: bench.store.save() } });
    expect(lastSaid(saidOf(fresh.sync({ Inventory: available('not stocked') })))).toMatch(`differs ${STILL}`);
  });

  test('of a location that the shop does not have is up to date', () => {
    const bench = openWorkbench({ store: { locations: ['Main'] } });
    bench.sync({ Products: PRODUCTS });
    const said = saidOf(bench.sync({ Inventory: FORMS['one row per location']('not stocked') }));
    expect(lastSaid(said)).toBe('unchanged');
  });

  test('with a new product creates it, and is said of what Shopify stocks all the same', () => {
    const bench = openWorkbench({ store: { locations: ['Main', 'Warehouse'] } });
    const file = csvOf([
      [
        'Handle',
        'Title',
        'SKU',
        'Price',
        'Inventory tracker',
        'Inventory Available: Warehouse',
        'Inventory Available: Main',
      ],
      ['mug', 'Mug', 'MUG', '9', 'shopify', '4', 'not stocked'],
    ]);
    expect(lastSaid(saidOf(bench.sync({ Products: file })))).toMatch(/^created/);
    const levels = Object.keys(bench.store.dump().products[0]?.variants[0]?.inventory ?? {});
    expect(lastSaid(saidOf(bench.sync({ Products: file })))).toMatch(
      levels.includes('Main') ? /^differs It is still stocked at Main/ : /^unchanged$/,
    );
  });
});
