import { openShop } from './shop-and-sheet';

const HEADER = ['Handle', 'Title', 'Body (HTML)', 'Variant Price'];
const MUG = ['mug', 'Mug', '<p>Blue</p><script>buy()</script>', '10.00'];

/** A Shopify that takes scripts out of descriptions. */
const withoutScripts = (body: string) => body.replace(/<script>.*?<\/script>/g, '');

test('a description that Shopify rewrites is sent once, and is in step from then on', () => {
  const shop = openShop({}, withoutScripts);
  shop.sync({ Products: [HEADER, MUG] });
  expect(shop.product('mug').descriptionHtml).toBe('<p>Blue</p>');
  const sent = shop.mutationsOf(() => shop.sync({ Products: [HEADER, MUG] }));
  expect(sent).toEqual([]);
});

test('it is sent again once the sheet says something else, and no conflict is seen in what Shopify made of it', () => {
  const shop = openShop({}, withoutScripts);
  shop.sync({ Products: [HEADER, MUG] });
  const rows = shop.sync({ Products: [HEADER, ['mug', 'Mug', '<p>Red</p><script>buy()</script>', '10.00']] });
  expect(rows['Products:2']).toMatch(/^updated/);
  expect(shop.product('mug').descriptionHtml).toBe('<p>Red</p>');
});

test('somebody else’s change of it is seen as such', () => {
  const shop = openShop({}, withoutScripts);
  shop.sync({ Products: [HEADER, MUG] });
  shop.execute(
    'mutation ($id: ID!) { productUpdate(product: { id: $id, descriptionHtml: "<p>Green</p>" }) { userErrors { message } } }',
    {
      id: shop.product('mug').id,
    },
  );
  const rows = shop.sync({ Products: [HEADER, ['mug', 'Mug', '<p>Red</p>', '10.00']] });
  expect(rows['Products:2']).toMatch(/^conflict/);
});
