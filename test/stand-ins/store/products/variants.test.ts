import { type Answered, openStore, setProduct, shirt } from '../open-store';

const fields =
  'product { id variants(first: 10) { nodes { title position price sku } } } productVariants { id title price } userErrors { field message code }';
const bulkCreate = `mutation ($productId: ID!, $variants: [ProductVariantsBulkInput!]!, $strategy: ProductVariantsBulkCreateStrategy) {
  productVariantsBulkCreate(productId: $productId, variants: $variants, strategy: $strategy) { ${fields} } }`;
const bulkUpdate = `mutation ($productId: ID!, $variants: [ProductVariantsBulkInput!]!, $partial: Boolean) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants, allowPartialUpdates: $partial) { ${fields} } }`;

function openWithShirt() {
  const open = openStore();
  const { product } = open.ask(setProduct, { input: shirt });
  const ids: string[] = product.variants.nodes.map((one: Answered) => one.id);
  return { ...open, productId: product.id as string, ids };
}

describe('productVariantsBulkCreate', () => {
  test('adds variants, new option values with them, and tracks them', () => {
    const { ask, productId, store } = openWithShirt();
    const optionValues = [
      { optionName: 'Size', name: 'XL' },
      { optionName: 'Color', name: 'Red' },
    ];
    const { productVariants, userErrors } = ask(bulkCreate, {
      productId,
      variants: [{ optionValues, price: '12.345' }],
    });
    expect(userErrors).toEqual([]);
    expect(productVariants).toMatchObject([{ title: 'XL / Red', price: '12.35' }]);
    expect(store.dump().products[0]?.variants[3]).toMatchObject({
      tracked: true,
      inventory: { 'Shop location': { available: 0 } },
    });
  });

  test('puts itself in the place of the default variant', () => {
    const { ask } = openStore();
    const { id } = ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }').product;
    const variants = [{ optionValues: [{ optionName: 'Title', name: 'Blue' }] }];
    expect(ask(bulkCreate, { productId: id, variants }).product.variants.nodes).toMatchObject([
      { title: 'Blue', position: 1 },
    ]);
  });

  test('is all or nothing', () => {
    const { ask, productId, store } = openWithShirt();
    const variants = [
      {
        optionValues: [
          { optionName: 'Size', name: 'XL' },
          { optionName: 'Color', name: 'Red' },
        ],
      },
      { optionValues: [{ optionName: 'Size', name: 'XL' }] },
    ];
    expect(ask(bulkCreate, { productId, variants }).userErrors).toEqual([
      {
        field: ['variants', '1'],
        message: 'You need to add option values for Color',
        code: 'NEED_TO_ADD_OPTION_VALUES',
      },
    ]);
    expect(store.dump().products[0]?.variants).toHaveLength(3);
  });
});

describe('productVariantsBulkUpdate', () => {
  test('changes only the fields that are there', () => {
    const { ask, productId, ids, store } = openWithShirt();
    ask(bulkUpdate, { productId, variants: [{ id: ids[0], price: '11', compareAtPrice: '12' }] });
    ask(bulkUpdate, { productId, variants: [{ id: ids[0], barcode: '123' }] });
    expect(store.dump().products[0]?.variants[0]).toMatchObject({
      sku: 'SHIRT-S-RED',
      price: '11.00',
      compareAtPrice: '12.00',
      barcode: '123',
    });
    ask(bulkUpdate, { productId, variants: [{ id: ids[0], compareAtPrice: null }] });
    expect(store.dump().products[0]?.variants[0]?.compareAtPrice).toBeNull();
  });

  test('writes nothing with one bad row, and the good rows when partial updates are allowed', () => {
    const { ask, productId, ids, store } = openWithShirt();
    const variants = [
      { id: ids[0], price: '11' },
      { id: ids[1], price: '-1' },
    ];
    const refused = ask(bulkUpdate, { productId, variants });
    expect(refused.userErrors).toEqual([
      {
        field: ['variants', '1', 'price'],
        message: 'Price must be greater than or equal to 0',
        code: 'GREATER_THAN_OR_EQUAL_TO',
      },
    ]);
    expect(store.dump().products[0]?.variants[0]?.price).toBe('10.00');
    ask(bulkUpdate, { productId, variants, partial: true });
    expect(store.dump().products[0]?.variants.map((one) => one.price)).toEqual(['11.00', '10.00', '10.00']);
  });

  test('keeps prices that a double could not', () => {
    const { ask, productId, ids } = openWithShirt();
    const { productVariants } = ask(bulkUpdate, {
      productId,
      variants: [{ id: ids[0], price: '99999999999999999.99' }],
    });
    expect(productVariants[0].price).toBe('99999999999999999.99');
  });
});

describe('productVariantsBulkDelete', () => {
  const bulkDelete = `mutation ($productId: ID!, $variantsIds: [ID!]!) {
    productVariantsBulkDelete(productId: $productId, variantsIds: $variantsIds) {
      product { variants(first: 10) { nodes { title position } } } userErrors { field message code } } }`;

  test('closes the gap in the positions', () => {
    const { ask, productId, ids } = openWithShirt();
    expect(ask(bulkDelete, { productId, variantsIds: [ids[1]] }).product.variants.nodes).toEqual([
      { title: 'S / Red', position: 1 },
      { title: 'M / Red', position: 2 },
    ]);
  });

  test('leaves the last variant', () => {
    const { ask, productId, ids } = openWithShirt();
    expect(ask(bulkDelete, { productId, variantsIds: ids }).userErrors).toMatchObject([
      { code: 'CANNOT_DELETE_LAST_VARIANT' },
    ]);
  });
});
