import { openShop } from './shop-and-sheet';

test('a new variant with a value that its category does not give is refused in words that say what to do', () => {
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
    /^error .*“Red” is none of them\. Add this variant in Shopify admin, then sync again/,
  );
});
