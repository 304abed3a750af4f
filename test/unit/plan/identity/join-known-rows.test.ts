import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const PRODUCTS: Tabs = {
  Products: [
    ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
    ['hat', 'Hat', 'H-1', '10.00', 'shopify', '5'],
  ],
};
const numberOf = (shop: Shop) => shop.variant('hat').id.split('/').pop() ?? '';
const byId = (shop: Shop, price: string): Tabs => ({
  Sale: [
    ['Variant ID', 'Price'],
    [numberOf(shop), price],
  ],
});
const bySku = (price: string): Tabs => ({
  Prices: [
    ['SKU', 'Price'],
    ['H-1', price],
  ],
});

function openWithHat(): Shop {
  const shop = openShop();
  shop.sync(PRODUCTS);
  return shop;
}

describe('a variant that one tab names by its ID and another by its SKU', () => {
  test.each([true, false])('is refused in both where they disagree (synced before: %s)', (isKnown) => {
    const shop = openWithHat();
    const tabs = { ...byId(shop, '12.00'), ...bySku('14.00') };
    if (!isKnown) shop.forget();
    const sent = shop.mutationsOf(() =>
      expect(shop.sync(tabs)).toEqual({
        'Sale:2': 'error Price says otherwise than Price in row 2 of Prices. Make them equal or empty one.',
        'Prices:2': 'error Price says otherwise than Price in row 2 of Sale. Make them equal or empty one.',
      }),
    );
    expect(sent).toEqual([]);
  });

  test('is sent once where they agree', () => {
    const shop = openWithHat();
    const tabs = { ...byId(shop, '12.00'), ...bySku('12.00') };
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual(['productVariantsBulkUpdate']);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('is refused also where the other tab has its product, and one of the two is as it was', () => {
    const shop = openWithHat();
    const said = shop.sync({ ...PRODUCTS, ...byId(shop, '12.00') });
    expect(said['Products:2']).toMatch(/^error Price says otherwise than Price in row 2 of Sale/);
    expect(said['Sale:2']).toMatch(/^error Price says otherwise than Price in row 2 of Products/);
    expect(shop.variant('hat').price).toBe('10.00');
  });

  test('is adjusted by one of them and not by both', () => {
    const shop = openWithHat();
    const adjust = 'Variant Inventory Adjust';
    const said = shop.sync({
      In: [
        ['Variant ID', adjust],
        [numberOf(shop), 3],
      ],
      Out: [
        ['SKU', adjust],
        ['H-1', -1],
      ],
    });
    expect(said['In:2']).toMatch(
      /^error Variant Inventory Adjust and Variant Inventory Adjust in row 2 of Out/,
    );
    expect(said['Out:2']).toMatch(/^error/);
    expect(Object.values(shop.variant('hat').inventory)).toMatchObject([{ available: 5 }]);
  });
});

test('a product of which two tabs say a part each is created whole, and once', () => {
  const shop = openShop();
  const tabs = (price: string): Tabs => ({
    Texts: [
      ['Handle', 'Title', 'Vendor'],
      ['tee', 'A tee', 'Acme'],
    ],
    Sizes: [
      ['Handle', 'Option1 Name', 'Option1 Value', 'Price'],
      ['tee', 'Size', 'S', price],
      ['tee', '', 'M', '9.50'],
    ],
  });
  expect(shop.mutationsOf(() => shop.sync(tabs('9.00')))).toEqual(['productSet']);
  expect(shop.product('tee')).toMatchObject({ title: 'A tee', vendor: 'Acme' });
  expect(shop.product('tee').variants).toHaveLength(2);
  expect(shop.mutationsOf(() => shop.sync(tabs('9.00')))).toEqual([]);
  expect(shop.sync(tabs('8.00'))).toEqual({
    'Texts:2': 'unchanged',
    'Sizes:2': 'updated Price 9.00 → 8.00.',
    'Sizes:3': 'unchanged',
  });
});
