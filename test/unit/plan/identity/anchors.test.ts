import { type Gid, legacyId } from '../../../../src/catalog/values/gid';
import { catalogOf } from '../../catalog/catalog-of';
import { openShop, type Shop } from '../shop-and-sheet';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price'];
const SMALL = ['tee', 'Tee', 'Size', 'S', '10.00'];
const LARGE = ['tee', '', '', 'L', '12.00'];

/** Synced once, with each row's Shopify ID beside it as the status block has it. */
function synced(): Shop {
  const shop = openShop();
  shop.sync({ Products: [HEADER, SMALL, LARGE] });
  anchor(shop, 2, shop.variant('tee', 0).id);
  anchor(shop, 3, shop.variant('tee', 1).id);
  return shop;
}

function anchor(shop: Shop, row: number, id: string): void {
  const sheetId = catalogOf({ Products: [HEADER, SMALL] }).rows[0]?.sheetId ?? 0;
  shop.anchors.set(`${sheetId}:${row}`, { ref: { sheetId, tab: 'Products', row }, id: legacyId(id as Gid) });
}

test('a handle that was renamed in the sheet is a conflict, never a second product', () => {
  const shop = synced();
  const renamed = { Products: [HEADER, ['shirt', ...SMALL.slice(1)], ['shirt', ...LARGE.slice(1)]] };
  const rows = shop.sync(renamed);
  expect(rows['Products:2']).toBe(
    "conflict This row was “tee” at the last sync. Choose in the sidebar to rename it in Shopify, or type that handle again; for a new product, clear this row's Shopify ID.",
  );
  expect(shop.embedded.dump().products).toHaveLength(1);
});

test('a new product is created once the Shopify ID beside its rows is cleared', () => {
  const shop = synced();
  shop.anchors.clear();
  const rows = shop.sync({ Products: [HEADER, ['shirt', ...SMALL.slice(1)], ['shirt', ...LARGE.slice(1)]] });
  expect(rows['Products:2']).toMatch(/^created/);
});

test('an option value that was renamed in the sheet is a conflict, never a second variant', () => {
  const shop = synced();
  const rows = shop.sync({ Products: [HEADER, SMALL, ['tee', '', '', 'XL', '12.00']] });
  expect(rows['Products:3']).toMatch(/^conflict This row was “L” at the last sync/);
  expect(shop.product('tee').variants).toHaveLength(2);
});

test('a row that was copied with its Shopify ID says which row it was copied from', () => {
  const shop = synced();
  anchor(shop, 4, shop.variant('tee', 0).id);
  const rows = shop.sync({ Products: [HEADER, SMALL, LARGE, ['hat', 'Hat', '', '', '5.00']] });
  expect(rows['Products:4']).toBe(
    'error This row carries the Shopify ID of row 2. If it is a copy, clear its Shopify ID.',
  );
});

test('a row whose words find its item is not asked for its Shopify ID', () => {
  const shop = synced();
  anchor(shop, 2, 'gid://shopify/ProductVariant/404');
  const rows = shop.sync({ Products: [HEADER, ['tee', 'Tee', 'Size', 'S', '11.00'], LARGE] });
  expect(rows['Products:2']).toMatch(/^updated/);
});
