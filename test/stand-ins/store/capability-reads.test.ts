import { openMarkets } from './markets/open-markets';

/** What the add-on asks a shop before it offers such columns: every field of it must be there. */
const questions: readonly (readonly [what: string, query: string])[] = [
  [
    'metafield definitions',
    `{ metafieldDefinitions(ownerType: PRODUCT, first: 250) { nodes { id namespace key name description
       type { name category } validations { name type value } access { admin storefront }
       capabilities { adminFilterable { enabled } uniqueValues { enabled } } constraints { key } pinnedPosition metafieldsCount } } }`,
  ],
  [
    'collections and their sources',
    `{ collections(first: 250) { nodes { id handle title sortOrder productsCount { count } sources { __typename
       ... on CollectionConditionsSource { id title shareable targetType app { id }
         inclusion { matchType conditions { __typename } selections(first: 1) { nodes { __typename } } } }
       ... on CollectionSubCollectionsSource { id collections { id } } } } } }`,
  ],
  [
    'catalogs of markets',
    `{ catalogs(first: 50, type: MARKET) { nodes { id title status
       priceList { id name currency fixedPricesCount parent { adjustment { type value } settings { compareAtMode } } }
       publication { id } ... on MarketCatalog { markets(first: 10) { nodes { id name handle } } } } } }`,
  ],
  [
    'catalogs of companies',
    `{ catalogs(first: 50, type: COMPANY_LOCATION) { nodes { id title status priceList { id currency }
       ... on CompanyLocationCatalog { companyLocationsCount { count } } } } }`,
  ],
  [
    'sales channels',
    `{ publications(first: 50, catalogType: APP) { nodes { id autoPublish supportsFuturePublishing
       catalog { title ... on AppCatalog { apps(first: 5) { nodes { title handle } } } } } } }`,
  ],
  ['languages', '{ shopLocales { locale name primary published } }'],
];

test.each(questions)('a shop with all of them answers what is asked of its %s', (_what, query) => {
  const { ask, graphql, market, companyLocation, catalog, priceList } = openMarkets();
  priceList('Germany', { catalogId: catalog('Germany', { marketIds: [market] }) });
  priceList('Wholesale', { catalogId: catalog('Wholesale', { companyLocationIds: [companyLocation] }) });
  ask('mutation { collectionCreate(input: { title: "Summer" }) { userErrors { message } } }');
  const definition =
    '{ name: "Material", namespace: "custom", key: "material", ownerType: PRODUCT, type: "rating", validations: [{ name: "scale_min", value: "1" }, { name: "scale_max", value: "5" }] }';
  ask(`mutation { metafieldDefinitionCreate(definition: ${definition}) { userErrors { message } } }`);
  const { data, errors } = graphql(query);
  expect(errors).toBeUndefined();
  const [found] = Object.values(data ?? {}) as (readonly unknown[] | { nodes: readonly unknown[] })[];
  expect(Array.isArray(found) ? found : (found as { nodes: readonly unknown[] }).nodes).not.toEqual([]);
});
