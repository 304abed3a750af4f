import { type OpenStore, openStore, setProduct, shirt } from '../open-store';

export interface OpenMarkets extends OpenStore {
  readonly market: string;
  readonly companyLocation: string;
  readonly variants: readonly string[];
  readonly productId: string;
  catalog(title: string, context: object, more?: object): string;
  priceList(name: string, more?: object): string;
}

/** A shop with the shirt, a market, and a company. */
export function openMarkets(): OpenMarkets {
  const open = openStore();
  const made = (document: string, input: object) => {
    const answer = open.ask(document, { input });
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer;
  };
  const { product } = made(setProduct, shirt);
  const createMarket =
    'mutation ($input: MarketCreateInput!) { marketCreate(input: $input) { market { id } userErrors { message } } }';
  const createCompany = `mutation ($input: CompanyCreateInput!) { companyCreate(input: $input) {
    company { locations(first: 1) { nodes { id } } } userErrors { message } } }`;
  const createCatalog =
    'mutation ($input: CatalogCreateInput!) { catalogCreate(input: $input) { catalog { id } userErrors { message } } }';
  const createList =
    'mutation ($input: PriceListCreateInput!) { priceListCreate(input: $input) { priceList { id } userErrors { message } } }';
  const parent = { adjustment: { type: 'PERCENTAGE_DECREASE', value: 10 } };
  return {
    ...open,
    productId: product.id,
    variants: product.variants.nodes.map(({ id }: { id: string }) => id),
    market: made(createMarket, {
      name: 'Germany',
      conditions: { regionsCondition: { regions: [{ countryCode: 'DE' }] } },
    }).market.id,
    companyLocation: made(createCompany, { company: { name: 'Acme' } }).company.locations.nodes[0].id,
    catalog: (title, context, more = {}) =>
      made(createCatalog, { title, status: 'ACTIVE', context, ...more }).catalog.id,
    priceList: (name, more = {}) => made(createList, { name, currency: 'USD', parent, ...more }).priceList.id,
  };
}
