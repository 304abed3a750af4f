import type { CatalogDump, DumpedPriceList } from './dump';
import type { EmbeddedStore } from './store-types';

type Families = Partial<Pick<CatalogDump, 'metafieldDefinitions' | 'collections' | 'priceLists'>>;

/** Seeding is not our app's doing: what that was granted does not matter. */
const accessScopes = ['write_products', 'write_markets', 'read_markets'];

type Answer = Readonly<Record<string, { readonly id: string } | null>> & {
  readonly userErrors: readonly { readonly message: string }[];
};

/** The mutation's payload; throws on what Shopify refuses. */
function write(
  store: EmbeddedStore,
  root: string,
  input: string,
  variables: Record<string, unknown>,
): Answer {
  const { data, errors } = store.execute({ query: `mutation ${input}`, variables }, { accessScopes });
  const payload = data?.[root] as Answer | null | undefined;
  const refusal = errors?.[0] ?? payload?.userErrors[0];
  if (!payload || refusal) throw new Error(`The catalog's ${root} was refused: ${refusal?.message}`);
  return payload;
}

/** Records that products refer to. */
export function seedBeforeProducts(
  store: EmbeddedStore,
  { metafieldDefinitions, collections }: Families,
): void {
  for (const definition of metafieldDefinitions ?? []) {
    const mutation = `($definition: MetafieldDefinitionInput!) {
      metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { message } } }`;
    write(store, 'metafieldDefinitionCreate', mutation, { definition });
  }
  for (const { title, handle, ruleSet } of collections ?? []) {
    const mutation = `($input: CollectionInput!) {
      collectionCreate(input: $input) { collection { id } userErrors { message } } }`;
    write(store, 'collectionCreate', mutation, { input: { title, handle, ruleSet } });
  }
}

/** Records that refer to products. */
export function seedAfterProducts(store: EmbeddedStore, { priceLists }: Families): void {
  for (const list of priceLists ?? []) seedPriceList(store, list);
}

function seedPriceList(
  store: EmbeddedStore,
  { name, currency, adjustment, catalog, prices }: DumpedPriceList,
): void {
  const catalogId = catalog && seedCatalogOfMarkets(store, catalog);
  const mutation = `($input: PriceListCreateInput!) {
    priceListCreate(input: $input) { priceList { id } userErrors { message } } }`;
  const input = { name, currency, catalogId, parent: { adjustment } };
  const priceListId = write(store, 'priceListCreate', mutation, { input }).priceList?.id;
  const { state } = store;
  const bySku = new Map(
    state.variants
      .all()
      .map((variant) => [state.inventoryItems.get(variant.inventoryItemId)?.sku, variant.id]),
  );
  const money = (amount: string | null) => amount && { amount, currencyCode: currency };
  const known = prices.flatMap(({ sku, price, compareAtPrice }) => {
    const variantId = bySku.get(sku);
    return variantId ? [{ variantId, price: money(price), compareAtPrice: money(compareAtPrice) }] : [];
  });
  for (let from = 0; from < known.length; from += mostAtOnce) {
    const add = `($priceListId: ID!, $prices: [PriceListPriceInput!]!) {
      priceListFixedPricesAdd(priceListId: $priceListId, prices: $prices) { userErrors { message } } }`;
    const some = known.slice(from, from + mostAtOnce);
    write(store, 'priceListFixedPricesAdd', add, { priceListId, prices: some });
  }
}

/** Entries of one input array. */
const mostAtOnce = 250;

function seedCatalogOfMarkets(
  store: EmbeddedStore,
  { title, markets }: NonNullable<DumpedPriceList['catalog']>,
): string | undefined {
  const marketIds = markets.map((name) => {
    const known = store.state.markets.all().find((market) => market.name === name);
    const mutation = `($input: MarketCreateInput!) {
      marketCreate(input: $input) { market { id } userErrors { message } } }`;
    return known?.id ?? write(store, 'marketCreate', mutation, { input: { name } }).market?.id;
  });
  const mutation = `($input: CatalogCreateInput!) {
    catalogCreate(input: $input) { catalog { id } userErrors { message } } }`;
  const input = { title, status: 'ACTIVE', context: { marketIds } };
  return write(store, 'catalogCreate', mutation, { input }).catalog?.id;
}
