import { createStore } from '../../../../local/store/embedded-store';
import { openMarkets } from './open-markets';

const update = `mutation ($id: ID!, $input: CatalogUpdateInput!) { catalogUpdate(id: $id, input: $input) {
  catalog { title priceList { id } publication { id } } userErrors { field message code } } }`;
const create = `mutation ($input: CatalogCreateInput!) { catalogCreate(input: $input) {
  catalog { id } userErrors { field message code } } }`;
const contextUpdate = `mutation ($id: ID!, $add: CatalogContextInput, $remove: CatalogContextInput) {
  catalogContextUpdate(catalogId: $id, contextsToAdd: $add, contextsToRemove: $remove) {
    catalog { ... on CompanyLocationCatalog { companyLocations(first: 5) { nodes { name } } } } userErrors { field code } } }`;
const createPublication =
  'mutation ($input: PublicationCreateInput!) { publicationCreate(input: $input) { publication { id autoPublish } userErrors { field code } } }';

describe('a catalog', () => {
  test('is of markets or of company locations, and is found by its kind', () => {
    const { ask, catalog, market, companyLocation } = openMarkets();
    catalog('Germany', { marketIds: [market] });
    catalog('Wholesale', { companyLocationIds: [companyLocation] });
    const of = (type: string) =>
      ask(`{ catalogs(first: 5, type: ${type}) { nodes { __typename title } } }`).nodes;
    expect(of('MARKET')).toEqual([{ __typename: 'MarketCatalog', title: 'Germany' }]);
    expect(of('COMPANY_LOCATION')).toEqual([{ __typename: 'CompanyLocationCatalog', title: 'Wholesale' }]);
    expect(
      ask(
        'query ($id: ID!) { companyLocation(id: $id) { name company { name } catalogs(first: 5) { nodes { title } } } }',
        {
          id: companyLocation,
        },
      ),
    ).toEqual({ name: 'Acme', company: { name: 'Acme' }, catalogs: { nodes: [{ title: 'Wholesale' }] } });
  });

  test.each([
    [{ context: {} }, 'MUST_PROVIDE_EXACTLY_ONE_CONTEXT_TYPE'],
    [{ context: { marketIds: ['gid://shopify/Market/1'] } }, 'MARKET_NOT_FOUND'],
    [{ context: { companyLocationIds: ['gid://shopify/CompanyLocation/1'] } }, 'COMPANY_LOCATION_NOT_FOUND'],
    [{ title: ' ' }, 'BLANK'],
    [{ priceListId: 'gid://shopify/PriceList/1' }, 'PRICE_LIST_NOT_FOUND'],
    [{ publicationId: 'gid://shopify/Publication/1' }, 'PUBLICATION_NOT_FOUND'],
  ])('is refused with %j', (wrong, code) => {
    const { ask, market, store } = openMarkets();
    const input = { title: 'Germany', status: 'ACTIVE', context: { marketIds: [market] }, ...wrong };
    expect(ask(create, { input }).userErrors).toMatchObject([{ code }]);
    expect(store.state.catalogs.all()).toEqual([]);
  });

  test('takes a price list and a publication that no other catalog has, and gives them back', () => {
    const { ask, catalog, market, priceList } = openMarkets();
    const priceListId = priceList('List');
    const first = catalog('First', { marketIds: [market] }, { priceListId });
    const second = catalog('Second', { marketIds: [market] });
    expect(ask(update, { id: second, input: { priceListId } }).userErrors).toMatchObject([{ code: 'TAKEN' }]);
    expect(ask(update, { id: first, input: { title: 'Renamed', priceListId: null } }).catalog).toMatchObject({
      title: 'Renamed',
      priceList: null,
    });
    expect(ask(update, { id: second, input: { priceListId } }).catalog.priceList).toEqual({
      id: priceListId,
    });
  });

  test('goes, and its price list goes too where that is asked', () => {
    const { ask, catalog, market, priceList, store } = openMarkets();
    const remove = `mutation ($id: ID!, $all: Boolean) { catalogDelete(id: $id, deleteDependentResources: $all) {
      deletedId userErrors { code } } }`;
    const id = catalog('One', { marketIds: [market] }, { priceListId: priceList('Stays') });
    const other = catalog('Two', { marketIds: [market] }, { priceListId: priceList('Goes') });
    ask(remove, { id });
    expect(ask(remove, { id: other, all: true })).toEqual({ deletedId: other, userErrors: [] });
    expect(store.state.priceLists.all()).toMatchObject([{ name: 'Stays', catalogId: null }]);
    expect(ask(remove, { id }).userErrors).toEqual([{ code: 'CATALOG_NOT_FOUND' }]);
  });

  test('of companies gains and loses locations, and takes no market', () => {
    const { ask, catalog, market, companyLocation, store } = openMarkets();
    const id = catalog('Wholesale', { companyLocationIds: [companyLocation] });
    const add =
      'mutation ($id: ID!) { companyLocationCreate(companyId: $id, input: { name: "Branch" }) { companyLocation { id } userErrors { code } } }';
    const branch = ask(add, { id: store.state.companies.all()[0]?.id }).companyLocation.id;
    expect(
      ask(contextUpdate, {
        id,
        add: { companyLocationIds: [branch] },
        remove: { companyLocationIds: [companyLocation] },
      }),
    ).toEqual({ catalog: { companyLocations: { nodes: [{ name: 'Branch' }] } }, userErrors: [] });
    expect(ask(contextUpdate, { id, add: { marketIds: [market] } }).userErrors).toEqual([
      { field: ['contextsToAdd', 'marketIds'], code: 'CONTEXT_DRIVER_MISMATCH' },
    ]);
    expect(ask(contextUpdate, { id }).userErrors).toMatchObject([
      { code: 'REQUIRES_CONTEXTS_TO_ADD_OR_REMOVE' },
    ]);
  });
});

test('a market gains and loses catalogs, and an unknown one is named by its number', () => {
  const { ask, catalog, market } = openMarkets();
  const change = `mutation ($id: ID!, $input: MarketUpdateInput!) { marketUpdate(id: $id, input: $input) {
    market { name catalogs(first: 5) { nodes { title } } } userErrors { field message code } } }`;
  const other = ask('mutation { marketCreate(input: { name: "France" }) { market { id } } }').market.id;
  const id = catalog('Europe', { marketIds: [market] });
  expect(ask(change, { id: other, input: { catalogsToAdd: [id] } }).market.catalogs.nodes).toHaveLength(1);
  expect(ask(change, { id: other, input: { catalogsToDelete: [id] } }).market.catalogs.nodes).toEqual([]);
  expect(
    ask(change, { id: other, input: { catalogsToAdd: ['gid://shopify/MarketCatalog/7'] } }).userErrors,
  ).toEqual([
    {
      field: ['input', 'catalogsToAdd'],
      message: 'The following customization IDs were not found: 7',
      code: 'CUSTOMIZATIONS_NOT_FOUND',
    },
  ]);
});

describe("a catalog's publication", () => {
  test('includes the products that are put on it, and is left out of the sales channels', () => {
    const { ask, catalog, market, productId } = openMarkets();
    const catalogId = catalog('Germany', { marketIds: [market] });
    const { id } = ask(createPublication, { input: { catalogId } }).publication;
    const change = `mutation ($id: ID!, $input: PublicationUpdateInput!) { publicationUpdate(id: $id, input: $input) {
      publication { includedProductsCount { count } } userErrors { field message code } } }`;
    const included = (input: object) => ask(change, { id, input }).publication.includedProductsCount.count;
    expect(included({ publishablesToAdd: [productId] })).toBe(1);
    expect(included({ publishablesToRemove: [productId] })).toBe(0);
    const titles = (type: string) =>
      ask(`{ publications(first: 9, catalogType: ${type}) { nodes { id } } }`).nodes;
    expect(titles('MARKET')).toEqual([{ id }]);
    expect(titles('APP')).toHaveLength(4);
    const many = Array.from({ length: 51 }, () => productId);
    expect(ask(change, { id, input: { publishablesToAdd: many } }).userErrors).toMatchObject([
      { code: 'PUBLICATION_UPDATE_LIMIT_EXCEEDED' },
    ]);
    expect(
      ask(change, { id, input: { publishablesToAdd: ['gid://shopify/Product/1'] } }).userErrors,
    ).toMatchObject([{ field: ['input', 'publishablesToAdd', '0'], code: 'INVALID_PUBLISHABLE_ID' }]);
  });

  test('takes a product with publishablePublish too, and says so on the product', () => {
    const { ask, productId } = openMarkets();
    const { id } = ask(createPublication, { input: {} }).publication;
    const publish = `mutation ($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) {
      publishable { ... on Product { resourcePublicationsV2(first: 5, catalogType: NONE) { nodes { publication { id } } } } } } }`;
    expect(
      ask(publish, { id: productId, input: [{ publicationId: id }] }).publishable.resourcePublicationsV2
        .nodes,
    ).toEqual([{ publication: { id } }]);
  });

  test('may start with all products and take new ones by itself', () => {
    const { ask, store } = openMarkets();
    const input = { autoPublish: true, defaultState: 'ALL_PRODUCTS' };
    const { id } = ask(createPublication, { input }).publication;
    ask('mutation { productCreate(product: { title: "New" }) { product { id } } }');
    const on = store.state.resourcePublications.all().filter(({ publicationId }) => publicationId === id);
    expect(on).toHaveLength(2);
    const remove = 'mutation ($id: ID!) { publicationDelete(id: $id) { deletedId userErrors { code } } }';
    expect(ask(remove, { id })).toEqual({ deletedId: id, userErrors: [] });
    expect(store.state.resourcePublications.all().some(({ publicationId }) => publicationId === id)).toBe(
      false,
    );
  });
});

test('companies, catalogs and their publications are in what is saved', () => {
  const { store, catalog, companyLocation, ask } = openMarkets();
  const catalogId = catalog('Wholesale', { companyLocationIds: [companyLocation] });
  ask(createPublication, { input: { catalogId } });
  const again = createStore({ now: () => 0, saved: JSON.parse(JSON.stringify(store.save())) });
  for (const table of ['companies', 'companyLocations', 'catalogs', 'publications'] as const)
    expect(again.state[table].all()).toEqual(store.state[table].all());
});
