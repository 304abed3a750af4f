import { openShop, type Tabs } from '../shop-and-sheet';

const tab = (available: string, onHand = ''): Tabs => ({
  Products: [
    ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
    ['mug', 'Mug', 'M1', '5', 'shopify'],
  ],
  Stock: [
    ['SKU', 'Location', 'Available', 'On hand'],
    ['M1', 'Shop location', available, onHand],
  ],
});
const MOVE = `mutation ($changes: [InventoryChangeInput!]!, $key: String!) {
  inventoryAdjustQuantities(input: { name: "available", reason: "correction", changes: $changes }) @idempotent(key: $key) { userErrors { message } }
}`;

/** What is said of stock, with the column that it names. */
function saidOf(sheet: Tabs, isMoved = true) {
  const shop = openShop();
  shop.sync(tab('5'));
  if (isMoved) {
    const { inventoryItems, locations } = shop.execute(
      '{ inventoryItems(first: 1) { nodes { id } } locations(first: 1) { nodes { id } } }',
    ) as {
      inventoryItems: { nodes: [{ id: string }] };
      locations: { nodes: [{ id: string }] };
    };
    const [{ id: inventoryItemId }] = inventoryItems.nodes;
    const [{ id: locationId }] = locations.nodes;
    const changes = [{ inventoryItemId, locationId, delta: -2, changeFromQuantity: 5 }];
    shop.execute(MOVE, { changes, key: 'order' });
  }
  return shop
    .plan(sheet)
    .outcomes.filter(({ ref, message }) => ref.tab === 'Stock' && message !== '')
    .map(({ status, column }) => [status, column]);
}

test.each<[string, Tabs, boolean, string, string]>([
  ['changed on both sides', tab('9'), true, 'conflict', 'Available'],
  ['below 0 on hand', tab('5', '-1'), false, 'error', 'On hand'],
  ['differing from the other number of its level', tab('7', '9'), false, 'error', 'Available'],
])(
  'a quantity %s names its column, so that it is named where the message has no room',
  (_, sheet, isMoved, status, column) => {
    expect(saidOf(sheet, isMoved)).toContainEqual([status, column]);
  },
);
