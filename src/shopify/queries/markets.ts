import type { Catalog, PriceListId } from '../../catalog/markets/catalogs';
import { sumOf } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import { legacyId, type ProductId, type PublicationId, type VariantId } from '../../catalog/values/gid';
import { canonicalDecimal, currencyDecimals } from '../../catalog/values/money';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type CatalogsData,
  CatalogsDocument,
  type IncludedProductsData,
  IncludedProductsDocument,
  type ListPricesData,
  ListPricesDocument,
  type ListSizesData,
  ListSizesDocument,
} from '../documents/generated/markets';
import type { MarketType } from '../documents/generated/schema-types';
import { nextCursor } from './nodes';

const CATALOGS_PER_PAGE = 50;
/** Objects below a catalog that are charged: its list with the parent of that, and its publication. */
const CATALOG_OBJECTS = 4;
const MARKETS_OF_CATALOG = 10;

export interface CatalogPage {
  readonly type: 'MARKET' | 'COMPANY_LOCATION';
  readonly withMarkets: boolean;
  readonly after?: string;
}

export function catalogsRequest({ type, withMarkets, after }: CatalogPage): GraphqlRequest<CatalogsData> {
  const markets = withMarkets ? connectionCost(MARKETS_OF_CATALOG, 0) : 0;
  const variables = { type, withMarkets, ...(after && { after }) };
  return readRequest(
    CatalogsDocument,
    variables,
    connectionCost(CATALOGS_PER_PAGE, CATALOG_OBJECTS + markets),
  );
}

export function catalogsIn(
  page: CatalogPage,
  { catalogs: { nodes, pageInfo } }: CatalogsData,
): { readonly found: readonly Catalog[]; readonly next: CatalogPage | undefined } {
  const after = nextCursor(pageInfo);
  return {
    found: nodes
      .filter(({ status }) => status !== 'ARCHIVED')
      .map(({ title, priceList, publication, markets }) => ({
        title,
        markets: markets?.nodes.map(({ name }) => name) ?? [],
        publication: publication?.id ?? null,
        list: priceList && listIn(priceList),
        sellsTo: page.type === 'COMPANY_LOCATION' ? 'companies' : soldTo(markets?.nodes),
      })),
    next: after === undefined ? undefined : { ...page, after },
  };
}

/** A market of companies' locations has catalogs as companies have. */
function soldTo(markets: readonly { readonly type: MarketType }[] | undefined): Catalog['sellsTo'] {
  if (!markets) return 'unknown';
  return markets.some(({ type }) => type === 'COMPANY_LOCATION') ? 'companies' : 'customers';
}

type ListNode = NonNullable<CatalogsData['catalogs']['nodes'][number]['priceList']>;

function listIn({ id, currency, parent }: ListNode): NonNullable<Catalog['list']> {
  const { type, value } = parent?.adjustment ?? { type: 'PERCENTAGE_DECREASE', value: 0 };
  return { id, currency, percent: type === 'PERCENTAGE_DECREASE' ? -value : value };
}

/** Prices of a page, and variants of a search, which are fewer because their IDs make the search longer. */
export const PRICES_PER_PAGE = 250;
export const VARIANTS_PER_SEARCH = 50;

export interface PricesPart {
  readonly list: PriceListId;
  /** All that the list has where it is absent. */
  readonly variants?: readonly VariantId[];
  readonly after?: string;
}

/** Points of a page of what a list fixes. */
const PRICES_COST = 1 + connectionCost(PRICES_PER_PAGE, 1);

export function pricesRequest({ list, variants, after }: PricesPart): GraphqlRequest<ListPricesData> {
  const query = variants?.map((id) => `variant_id:${legacyId(id)}`).join(' OR ');
  const variables = { list, ...(query && { query }), ...(after && { after }) };
  return readRequest(ListPricesDocument, variables, PRICES_COST);
}

export interface FixedPrice {
  readonly list: PriceListId;
  readonly variant: VariantId;
  readonly price: string;
  readonly compareAt: string | null;
}

export function pricesIn(
  part: PricesPart,
  { priceList }: ListPricesData,
): {
  readonly found: readonly FixedPrice[];
  readonly next: PricesPart | undefined;
  /** Pages that all of its fixed prices fill. */
  readonly pages: number;
} {
  const after = priceList ? nextCursor(priceList.prices.pageInfo) : undefined;
  return {
    found: (priceList?.prices.nodes ?? []).map(({ variant, price, compareAtPrice }) => ({
      list: part.list,
      variant: variant.id,
      price: price.amount,
      compareAt: compareAtPrice?.amount ?? null,
    })),
    next: after === undefined ? undefined : { ...part, after },
    pages: Math.ceil((priceList?.fixedPricesCount ?? 0) / PRICES_PER_PAGE),
  };
}

const LISTS_OF_SIZES = 250;

export const listSizesRequest = readRequest(ListSizesDocument, {}, connectionCost(LISTS_OF_SIZES, 0));

/** How many prices all lists fix together; undefined where there are too many lists to count. */
export function listSizesIn({ priceLists: { nodes, pageInfo } }: ListSizesData): number | undefined {
  return pageInfo.hasNextPage ? undefined : sumOf(nodes, ({ fixedPricesCount }) => fixedPricesCount);
}

/** An amount with the decimals of its currency, as a person would write it: Shopify leaves out zeros. */
export function amountIn(amount: string, currency: string): string {
  const [whole = '', fraction = ''] = canonicalDecimal(amount).split('.');
  const digits = fraction.padEnd(currencyDecimals(currency), '0');
  return digits ? `${whole}.${digits}` : whole;
}

export const PRODUCTS_PER_REQUEST = 25;
const SELECTIONS = 50;

export interface IncludedPart {
  readonly publication: PublicationId;
  readonly ids: readonly ProductId[];
}

export function includedRequest({ publication, ids }: IncludedPart): GraphqlRequest<IncludedProductsData> {
  return readRequest(IncludedProductsDocument, { ids, publication }, 1 + connectionCost(SELECTIONS, 1));
}

export function includedIn(
  { publication }: IncludedPart,
  { nodes }: IncludedProductsData,
): readonly (readonly [ProductId, FieldValue])[] {
  return nodes.flatMap((node) => {
    if (!node?.id) return [];
    const { nodes: selections } = node.resourcePublicationsV2;
    const isSelected = selections.some((each) => each.publication.id === publication);
    return [[node.id, node.publishedOnPublication || isSelected] as const];
  });
}
