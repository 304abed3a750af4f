import type { TabRows } from '../../catalog/catalog-of';
import { openShop, type Tabs } from '../shop-and-sheet';

const HEADER = ['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity'];
const hat = (quantity: string, tracker = 'shopify'): Tabs => ({
  Products: [HEADER, ['hat', 'Hat', 'H-1', tracker, quantity]],
});
const inventory = (...rows: TabRows): Tabs => ({ Inventory: [['SKU', 'Location', 'Available'], ...rows] });
const stockOf = (shop: ReturnType<typeof openShop>) =>
  Object.fromEntries(
    Object.entries(shop.variant('hat').inventory).map(([name, { available }]) => [name, available]),
  );

const MAIN = 'Shop location';

/** An order or a colleague moves the level. */
function moveTo(shop: ReturnType<typeof openShop>, quantity: number, location = MAIN): void {
  const { state } = shop.embedded;
  const locationId = state.locations.all().find(({ name }) => name === location)?.id;
  const variant = state.variants.all().find(({ id }) => id === shop.variant('hat').id);
  shop.execute(
    `mutation ($input: InventorySetQuantitiesInput!) {
      inventorySetQuantities(input: $input) @idempotent(key: "moved-${quantity}") { userErrors { message } }
    }`,
    {
      input: {
        name: 'available',
        reason: 'correction',
        quantities: [
          { inventoryItemId: variant?.inventoryItemId, locationId, quantity, changeFromQuantity: null },
        ],
      },
    },
  );
}

describe('stock', () => {
  test('goes from what was read to what the sheet says', () => {
    const shop = openShop();
    shop.sync(hat('3'));
    expect(shop.plan(hat('5')).actions).toMatchObject([{ kind: 'set-stock', from: 3, to: 5 }]);
    expect(shop.sync(hat('5'))).toEqual({
      'Products:2': 'updated Inventory quantity · Shop location 3 → 5.',
    });
    expect(stockOf(shop)).toEqual({ [MAIN]: 5 });
  });

  test('that orders moved is left alone while the sheet stands still', () => {
    const shop = openShop();
    shop.sync(hat('3'));
    moveTo(shop, 2);
    expect(shop.mutationsOf(() => shop.sync(hat('3')))).toEqual([]);
    expect(stockOf(shop)).toEqual({ [MAIN]: 2 });
  });

  test('that both sides moved is a conflict', () => {
    const shop = openShop();
    shop.sync(hat('3'));
    moveTo(shop, 2);
    expect(shop.sync(hat('5'))).toEqual({
      'Products:2':
        'conflict Inventory quantity · Shop location: you changed it to 5 and Shopify has 2 now. Choose a side in the sidebar.',
    });
    expect(stockOf(shop)).toEqual({ [MAIN]: 2 });
  });

  test.each([
    ['sheet', 5],
    ['shopify', 2],
    ['add', 4],
  ] as const)('that both sides moved follows the choice “%s”', (side, expected) => {
    const shop = openShop();
    shop.sync(hat('3'));
    moveTo(shop, 2);
    const onConflict = { products: 'ask', inventory: side, prices: 'ask' } as const;
    shop.sync(hat('5'), { onConflict });
    expect(stockOf(shop)).toEqual({ [MAIN]: expected });
    expect(shop.mutationsOf(() => shop.sync(hat('5'), { onConflict }))).toEqual([]);
  });

  test('that moves between reading and writing is a conflict, and its neighbours are written', () => {
    const shop = openShop();
    const both = (quantity: string): Tabs => ({
      Products: [
        HEADER,
        ['hat', 'Hat', 'H-1', 'shopify', quantity],
        ['cap', 'Cap', 'C-1', 'shopify', quantity],
      ],
    });
    shop.sync(both('3'));
    const answers = shop.sync(both('5'), {}, undefined, () => moveTo(shop, 2));
    expect(answers).toEqual({
      'Products:2':
        "conflict Inventory quantity · Shop location: Shopify's stock moved away from 3 during the sync, so 5 was not sent. Sync again to see both numbers.",
      'Products:3': 'updated Inventory quantity · Shop location 3 → 5.',
    });
    expect(stockOf(shop)).toEqual({ [MAIN]: 2 });
  });

  test('of an item that is not tracked is not sent, and the message says how to track it', () => {
    const shop = openShop();
    shop.sync(hat('', ''));
    expect(shop.sync(hat('5', ''))['Products:2']).toBe(
      'not-synced Inventory quantity was not sent: Shopify does not track this item. Set its inventory tracker to shopify.',
    );
  });

  test('that waited for the tracker is sent although the run broke off after turning it on', () => {
    const shop = openShop();
    shop.sync(hat('5', ''));
    shop.sync(hat('5', 'shopify'), {}, 1);
    expect(shop.variant('hat')).toMatchObject({ tracked: true });
    shop.sync(hat('5', 'shopify'));
    expect(stockOf(shop)).toEqual({ [MAIN]: 5 });
  });

  test('is blank in the sheet and stays what it is', () => {
    const shop = openShop();
    shop.sync(hat('3'));
    expect(shop.mutationsOf(() => shop.sync(hat('')))).toEqual([]);
  });
});

describe('a location', () => {
  const twoPlaces = () => openShop({ locations: ['Main', 'Cellar'] });

  test('is needed where the shop has several, and the row says how to name one', () => {
    expect(twoPlaces().sync(hat('3'))).toEqual({
      'Products:2':
        'error Inventory quantity names no location and the shop has 2 (“Main”, “Cellar”). Choose one in the sidebar under Settings, or use an Inventory tab with a Location column.',
    });
  });

  test('may be the one that a person chose', () => {
    const shop = twoPlaces();
    const cellar = shop.embedded.state.locations.all().find(({ name }) => name === 'Cellar');
    shop.sync(hat('3'), { defaultLocationId: cellar?.id as `gid://shopify/Location/${string}` });
    expect(stockOf(shop)).toMatchObject({ Cellar: 3 });
  });

  test('that Shopify does not have is an error of that row, naming those that it has', () => {
    const shop = twoPlaces();
    shop.sync(hat(''));
    expect(shop.sync(inventory(['H-1', 'main', '4'], ['H-1', 'Attic', '4']))).toEqual({
      'Inventory:2': 'updated Available · Main 0 → 4.',
      'Inventory:3': 'error There is no active location “Attic” in Shopify. Use one of “Main”, “Cellar”.',
    });
  });

  test('gets its own quantity, where a product is created with several', () => {
    const shop = twoPlaces();
    const tabs = { ...hat(''), ...inventory(['H-1', 'Main', '4'], ['H-1', 'Cellar', '7']) };
    shop.sync(tabs);
    expect(stockOf(shop)).toEqual({ Main: 4, Cellar: 7 });
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('where the item was never stocked is stocked first', () => {
    const shop = twoPlaces();
    shop.sync({ ...hat(''), ...inventory(['H-1', 'Main', '4']) });
    const sent = shop.mutationsOf(() => shop.sync(inventory(['H-1', 'Main', '4'], ['H-1', 'Cellar', '7'])));
    expect(sent).toEqual(['inventoryActivate']);
    expect(stockOf(shop)).toEqual({ Main: 4, Cellar: 7 });
  });

  test('where somebody no longer stocks the item is not stocked again by a neighbour’s edit', () => {
    const shop = twoPlaces();
    const tabs = (price: string): Tabs => ({
      Products: [
        [...HEADER.slice(0, 4), 'Price'],
        ['hat', 'Hat', 'H-1', 'shopify', price],
      ],
      ...inventory(['H-1', 'Main', '4'], ['H-1', 'Cellar', '7']),
    });
    shop.sync(tabs('1'));
    const level = shop.embedded.state.inventoryLevels
      .all()
      .find(({ locationId }) => shop.embedded.state.locations.get(locationId)?.name === 'Cellar');
    shop.execute(
      `mutation ($id: ID!) {
        inventoryDeactivate(inventoryLevelId: $id) @idempotent(key: "gone") { userErrors { message } }
      }`,
      { id: level?.id },
    );
    expect(stockOf(shop)).toEqual({ Main: 4 });
    expect(shop.sync(tabs('2'))['Inventory:3']).toBe(
      'differs Available · Cellar: Shopify no longer stocks it there, the sheet has 7.',
    );
    expect(stockOf(shop)).toEqual({ Main: 4 });
  });

  test('named by one tab and meant by another is one level', () => {
    const shop = openShop();
    const agreeing = { ...hat('4'), ...inventory(['H-1', MAIN, '4']) };
    shop.sync(agreeing);
    expect(stockOf(shop)).toEqual({ [MAIN]: 4 });
    const edited = { ...hat('5'), ...inventory(['H-1', MAIN, '5']) };
    expect(shop.sync(edited)['Products:2']).toMatch(/^updated/);
    expect(stockOf(shop)).toEqual({ [MAIN]: 5 });
  });

  test('that two tabs give different quantities is refused in both', () => {
    const shop = openShop();
    shop.sync(hat('4'));
    const sent = shop.mutationsOf(() =>
      expect(shop.sync({ ...hat('5'), ...inventory(['H-1', MAIN, '6']) })).toEqual({
        'Products:2':
          'error Inventory quantity says otherwise than Available in row 2 of Inventory. Make them equal or empty one.',
        'Inventory:2':
          'error Available says otherwise than Inventory quantity in row 2 of Products. Make them equal or empty one.',
      }),
    );
    expect(sent).toEqual([]);
  });
});
