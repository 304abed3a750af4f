import { seedCatalog } from '../../../local/store/seed-catalog';
import { openMarkets } from './markets/open-markets';
import { openStore } from './open-store';

/** Ids are the other shop's own. */
const withoutIds = (dump: unknown): unknown =>
  JSON.parse(JSON.stringify(dump, (name, value) => (name === 'id' ? undefined : value)));

test('metafields, collections and fixed prices are dumped, and another shop is seeded with them', () => {
  const { ask, store, market, catalog, priceList, productId, variants } = openMarkets();
  ask(
    'mutation ($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) { userErrors { message } } }',
    {
      definition: {
        name: 'Material',
        namespace: 'custom',
        key: 'material',
        ownerType: 'PRODUCT',
        type: 'single_line_text_field',
        validations: [{ name: 'max', value: '9' }],
      },
    },
  );
  const field = { namespace: 'custom', type: 'single_line_text_field' };
  ask('mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }', {
    m: [
      { ...field, ownerId: productId, key: 'material', value: 'Wool' },
      { ...field, ownerId: variants[0], key: 'size', value: 'Small' },
    ],
  });
  ask('mutation ($input: CollectionInput!) { collectionCreate(input: $input) { userErrors { message } } }', {
    input: { title: 'Summer', products: [productId] },
  });
  const priceListId = priceList('Euro', {
    currency: 'EUR',
    catalogId: catalog('Germany', { marketIds: [market] }),
  });
  ask(
    'mutation ($id: ID!, $prices: [PriceListPriceInput!]!) { priceListFixedPricesAdd(priceListId: $id, prices: $prices) { userErrors { message } } }',
    { id: priceListId, prices: [{ variantId: variants[1], price: { amount: '8.50', currencyCode: 'EUR' } }] },
  );
  const dump = JSON.parse(JSON.stringify(store.dump()));
  expect(dump).toMatchObject({
    metafieldDefinitions: [{ key: 'material', validations: [{ name: 'max', value: '9' }] }],
    collections: [{ title: 'Summer', handle: 'summer', ruleSet: null }],
    priceLists: [
      {
        currency: 'EUR',
        catalog: { title: 'Germany', markets: ['Germany'] },
        prices: [{ sku: 'SHIRT-S-BLUE', price: '8.50', compareAtPrice: null }],
      },
    ],
    products: [{ metafields: [{ key: 'material', value: 'Wool' }], collections: ['summer'] }],
  });
  const other = openStore({ seed: 7 });
  seedCatalog(other.store, dump);
  expect(withoutIds(other.store.dump())).toEqual(withoutIds(dump));
});

test('a dump of a shop without them is as it was', () => {
  const { store } = openStore();
  expect(Object.keys(store.dump())).toEqual(['locations', 'products']);
});
