import type { GraphQLResolveInfo } from 'graphql';
import { connection, type PageArgs } from '../../graphql/connections';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import { id, type SearchFields } from '../../graphql/search/search-fields';
import { searchRows } from '../../graphql/search/search-rows';
import { exactCount } from '../../graphql/types/values';
import { gidNumber } from '../state/ids';
import type { Market, MarketCatalog } from './market';
import type { PriceList } from './price-list';
import { fixedPricesOf, type ShownPrice, shownPrices } from './prices';

interface PricesArgs extends PageArgs {
  readonly originType?: ShownPrice['originType'] | null;
  readonly query?: string | null;
}

/** The filters of `PriceList.prices(query:)` (schema). */
const priceFields: SearchFields<ShownPrice> = {
  product_id: id(({ variant }) => [gidNumber(variant.productId)], { isLive: true }),
  variant_id: id(({ variant }) => [gidNumber(variant.id)], { isLive: true }),
};

export const priceListFields: ObjectFields<PriceList> = {
  catalog: ({ catalogId }, _args, { state }) => state.catalogs.get(catalogId ?? '') ?? null,
  fixedPricesCount: (list, _args, { state }) => fixedPricesOf(state, list).length,
  prices: (list, args: PricesArgs, context, info: GraphQLResolveInfo) => {
    const ofOrigin = shownPrices(context.state, list).filter(
      ({ originType }) => args.originType == null || originType === args.originType,
    );
    return connection(searchRows(ofOrigin, args.query, priceFields, context, info), args);
  },
};

export const marketCatalogFields: ObjectFields<MarketCatalog> = {
  markets: ({ marketIds }, args: PageArgs, { state }) =>
    connection(
      marketIds.flatMap((marketId) => state.markets.get(marketId) ?? []),
      args,
    ),
  marketsCount: ({ marketIds }) => exactCount(marketIds.length),
  operations: () => [],
  priceList: (catalog, _args, { state }) =>
    state.priceLists.all().find(({ catalogId }) => catalogId === catalog.id) ?? null,
  publication: () => null,
};

const currencyNames = new Intl.DisplayNames(['en'], { type: 'currency' });

export const marketFields: ObjectFields<Market> = {
  catalogs: (market, args: PageArgs, { state }) =>
    connection(
      state.catalogs.all().filter(({ marketIds }) => marketIds.includes(market.id)),
      args,
    ),
  currencySettings: ({ currencyCode, localCurrencies, roundingEnabled }) => ({
    baseCurrency: {
      currencyCode,
      currencyName: currencyNames.of(currencyCode) ?? currencyCode,
      enabled: true,
    },
    localCurrencies,
    roundingEnabled,
  }),
  enabled: ({ status }) => status === 'ACTIVE',
  priceInclusions: ({ taxPricingStrategy, dutiesPricingStrategy }) => ({
    inclusiveDutiesPricingStrategy: dutiesPricingStrategy,
    inclusiveTaxPricingStrategy: taxPricingStrategy,
  }),
  primary: () => false,
  type: ({ countryCodes }) => (countryCodes.length > 0 ? 'REGION' : 'NONE'),
};
