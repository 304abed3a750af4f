import { openShop } from './shop-and-sheet';

test('a new variant of an option that its category fills is refused in words that say what to do', () => {
  const shop = openShop();
  shop.execute(`mutation {
    productCreate(product: { title: "Shirt", handle: "shirt", productOptions: [{ name: "Color",
      linkedMetafield: { namespace: "shopify", key: "color-pattern", values: ["gid://shopify/Metaobject/7"] } }] }) {
      product { id } } }`);
  const rows = shop.sync({
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
      ['shirt', 'Shirt', 'Color', '7', '0.00'],
      ['shirt', '', '', 'Red', '5.00'],
    ],
  });
  expect(rows['Products:2']).toBe('unchanged');
  expect(rows['Products:3']).toMatch(
    /^error .*from its category\. Add the variant in Shopify admin, then sync again/,
  );
});
