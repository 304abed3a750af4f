import type { GraphQLResolveInfo } from 'graphql';
import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import { id, type SearchFields, text, word } from '../../graphql/search/search-fields';
import { searchRows } from '../../graphql/search/search-rows';
import { countUpTo } from '../../graphql/types/values';
import { sortRows } from '../rules/sort-rows';
import { gidNumber, gidType } from '../state/ids';
import type { Catalog, Market } from './market';

interface SortedArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

const catalogFields: SearchFields<Catalog> = {
  id: id((catalog) => [gidNumber(catalog.id)]),
  market_id: id(({ marketIds }) => marketIds.map(gidNumber)),
  company_location_id: id(({ companyLocationIds }) => (companyLocationIds ?? []).map(gidNumber)),
  status: word(({ status }) => [status]),
  title: text(({ title }) => [title], { isDefault: true }),
};

interface CatalogsArgs extends SortedArgs {
  readonly type?: 'APP' | 'COMPANY_LOCATION' | 'MARKET' | 'NONE' | null;
}

const types: Readonly<Record<string, string>> = {
  COMPANY_LOCATION: 'CompanyLocationCatalog',
  MARKET: 'MarketCatalog',
};

/** Channels' catalogs are found by their publications only. */
function foundCatalogs(args: CatalogsArgs, context: ExecutionContext, info: GraphQLResolveInfo) {
  const all = context.state.catalogs.all();
  const ofType = args.type == null ? all : all.filter(({ id }) => gidType(id) === types[args.type ?? '']);
  return searchRows(ofType, args.query, catalogFields, context, info);
}

export const catalog = (args: { id: string }, { state }: ExecutionContext) =>
  state.catalogs.get(args.id) ?? null;

export const catalogs = (args: CatalogsArgs, context: ExecutionContext, info: GraphQLResolveInfo) => {
  const byTitle = { TITLE: ({ title }: Catalog) => title.toLowerCase() };
  return connection(sortRows(foundCatalogs(args, context, info), args.sortKey, byTitle), args);
};

export const catalogsCount = (
  args: CatalogsArgs & { readonly limit?: number | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => countUpTo(args.limit, foundCatalogs(args, context, info).length);

const marketSearchFields: SearchFields<Market> = {
  id: id((market) => [gidNumber(market.id)]),
  name: text(({ name }) => [name], { isDefault: true }),
  status: word(({ status }) => [status], { accepted: ['active', 'draft'] }),
};

export const market = (args: { id: string }, { state }: ExecutionContext) =>
  state.markets.get(args.id) ?? null;

export const markets = (args: SortedArgs, context: ExecutionContext, info: GraphQLResolveInfo) => {
  const found = searchRows(context.state.markets.all(), args.query, marketSearchFields, context, info);
  return connection(
    sortRows(found, args.sortKey ?? 'NAME', { NAME: ({ name }: Market) => name.toLowerCase() }),
    args,
  );
};

interface ResolvedArgs {
  readonly buyerSignal: { readonly countryCode: string };
}

/** Prices and taxes for a buyer from a country. Recorded: duties stay out of prices even where the market includes them. */
export const marketsResolvedValues = ({ buyerSignal }: ResolvedArgs, { state }: ExecutionContext) => {
  const found = state.markets
    .all()
    .find(
      ({ status, countryCodes }) => status === 'ACTIVE' && countryCodes.includes(buyerSignal.countryCode),
    );
  return {
    catalogs: (args: PageArgs) =>
      connection(
        state.catalogs.all().filter(({ marketIds }) => found !== undefined && marketIds.includes(found.id)),
        args,
      ),
    currencyCode: found?.currencyCode ?? state.shop.currencyCode,
    priceInclusivity: {
      dutiesIncluded: false,
      taxesIncluded: found?.taxPricingStrategy === 'INCLUDES_TAXES_IN_PRICE',
    },
  };
};
