import { rowKey } from '../../../../src/catalog/tab/row';
import { legacyId, type ProductId } from '../../../../src/catalog/values/gid';
import { catalogOf } from '../../catalog/catalog-of';
import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const UPDATE = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { userErrors { message } }
}`;
const DELETE = `mutation ($id: ID!) { productDelete(input: { id: $id }) { userErrors { message } } }`;
const RENAME = `mutation ($product: ID!, $option: OptionUpdateInput!, $values: [OptionValueUpdateInput!]!) {
  productOptionUpdate(productId: $product, option: $option, optionValuesToUpdate: $values) { userErrors { message } }
}`;
const create = (shop: Shop, handle: string, price = '50.00') =>
  shop.execute(
    `mutation ($input: ProductSetInput!) { productSet(synchronous: true, input: $input) { product { id } } }`,
    {
      input: {
        handle,
        title: 'Another',
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [{ price, optionValues: [{ optionName: 'Title', name: 'Default Title' }] }],
      },
    },
  );

const mug = (price: string): Tabs => ({
  Products: [
    ['Handle', 'Title', 'Price'],
    ['mug', 'Mug', price],
  ],
});
const moved = /^conflict “mug” was the product \d+.* at the last sync and is the product \d+ in Shopify now/;

/** What every product of the shop costs, by title. */
const prices = (shop: Shop) =>
  shop.embedded.dump().products.map(({ title, variants }) => `${title} ${variants[0]?.price}`);

describe('a handle that was given to another product', () => {
  const others: Readonly<Record<string, (shop: Shop, id: string) => void>> = {
    'renamed, archived, and made again': (shop, id) =>
      shop.execute(UPDATE, { product: { id, handle: 'old-mug', status: 'ARCHIVED' } }),
    'deleted and made again': (shop, id) => shop.execute(DELETE, { id }),
  };
  for (const [what, act] of Object.entries(others)) {
    test(`is changed in both, and nothing is sent to either: ${what}`, () => {
      const shop = openShop();
      shop.sync(mug('5.00'));
      act(shop, shop.product('mug').id);
      create(shop, 'mug');
      const before = prices(shop);
      for (let run = 0; run < 3; run += 1) {
        const said = shop.sync(mug('6.00'))['Products:2'];
        if (run === 0) expect(said).toMatch(moved);
        else expect(said).toMatch(/^(conflict|skipped)/);
        expect(prices(shop)).toEqual(before);
      }
    });
  }

  test('whose first owner is deleted asks for no name of it, and never names it by nothing', () => {
    const shop = openShop();
    shop.sync(mug('5.00'));
    const { id } = shop.product('mug');
    shop.execute(DELETE, { id });
    create(shop, 'mug');
    const [ref] = catalogOf(mug('6.00')).rows;
    if (ref) shop.anchors.set(rowKey(ref), { ref, id: legacyId(id as ProductId) });
    expect(shop.sync(mug('6.00'))['Products:2']).toMatch(/sync again\. The other is deleted\.$/);
    expect(shop.sync(mug('6.00'))['Products:2']).toMatch(
      /^conflict “mug” was the product \d+ at the last sync and is the product \d+ in Shopify now/,
    );
  });

  test('is changed in both for rows of an inventory tab that name it by handle', () => {
    const shop = openShop();
    shop.sync(mug('5.00'));
    const tab = (price: string): Tabs => ({
      Prices: [
        ['Handle', 'SKU', 'Price'],
        ['mug', '', price],
      ],
    });
    shop.sync(tab('5.00'));
    shop.execute(UPDATE, { product: { id: shop.product('mug').id, handle: 'old-mug' } });
    create(shop, 'mug');
    const before = prices(shop);
    expect(shop.sync(tab('6.00'))['Prices:2']).toMatch(moved);
    expect(prices(shop)).toEqual(before);
  });

  test('is changed in both on both rows where two products swapped their handles', () => {
    const shop = openShop();
    const tabs = (mug: string, cup: string): Tabs => ({
      Products: [
        ['Handle', 'Title', 'Price'],
        ['mug', 'Mug', mug],
        ['cup', 'Cup', cup],
      ],
    });
    shop.sync(tabs('5.00', '8.00'));
    const [one, other] = [shop.product('mug').id, shop.product('cup').id];
    for (const [id, handle] of [
      [one, 'between'],
      [other, 'mug'],
      [one, 'cup'],
    ])
      shop.execute(UPDATE, { product: { id, handle } });
    const said = shop.sync(tabs('6.00', '9.00'));
    expect(said['Products:2']).toMatch(moved);
    expect(said['Products:3']).toMatch(/^conflict “cup” was the product/);
    expect(prices(shop)).toEqual(['Mug 5.00', 'Cup 8.00']);
  });

  test('is no matter where the product still has it, or nobody has', () => {
    const shop = openShop();
    shop.sync(mug('5.00'));
    shop.execute(UPDATE, { product: { id: shop.product('mug').id, handle: 'old-mug' } });
    expect(shop.sync(mug('6.00'))['Products:2']).toMatch(/^updated/);
  });
});

describe('option values that moved', () => {
  const tee = (small: string, large: string): Tabs => ({
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
      ['tee', 'Tee', 'Size', 'S', small],
      ['tee', '', '', 'L', large],
    ],
  });
  const rename = (shop: Shop, changes: Readonly<Record<string, string>>) => {
    const { id } = shop.product('tee');
    const { product } = shop.execute(
      'query ($id: ID!) { product(id: $id) { options { id optionValues { id name } } } }',
      { id },
    ) as { product: { options: { id: string; optionValues: { id: string; name: string }[] }[] } };
    const [option] = product.options;
    const values = (option?.optionValues ?? []).flatMap(({ id: value, name }) =>
      changes[name] ? [{ id: value, name: changes[name] }] : [],
    );
    shop.execute(RENAME, { product: id, option: { id: option?.id }, values });
  };
  const costs = (shop: Shop) => shop.product('tee').variants.map(({ price }) => price);

  test('from one variant to another are changed in both, and nothing is sent', () => {
    const shop = openShop();
    shop.sync(tee('5.00', '8.00'));
    rename(shop, { S: 'between' });
    rename(shop, { L: 'S' });
    rename(shop, { between: 'L' });
    const said = shop.sync(tee('6.00', '9.00'));
    expect(said['Products:2']).toMatch(/^conflict “S” was the variant \d+, now “L”, at the last sync/);
    expect(said['Products:3']).toMatch(/^conflict “L” was the variant \d+, now “S”, at the last sync/);
    expect(costs(shop)).toEqual(['5.00', '8.00']);
  });

  test('that a colleague renamed make no second variant', () => {
    const shop = openShop();
    shop.sync(tee('5.00', '8.00'));
    rename(shop, { S: 'Small' });
    expect(shop.sync(tee('6.00', '8.00'))['Products:2']).toBe(
      'conflict “S” is “Small” in Shopify now. Type that here, or rename it back in Shopify.',
    );
    expect(shop.product('tee').variants).toHaveLength(2);
  });
});
