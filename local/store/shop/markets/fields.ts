import { connection, type PageArgs } from '../../graphql/connections';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import { exactCount } from '../../graphql/types/values';
import type { Catalog, Market } from './market';

/** Fields of every kind of catalog. */
const catalogFields: ObjectFields<Catalog> = {
  operations: () => [],
  priceList: (catalog, _args, { state }) =>
    state.priceLists.all().find(({ catalogId }) => catalogId === catalog.id) ?? null,
  publication: ({ publicationId }, _args, { state }) => state.publications.get(publicationId ?? '') ?? null,
};

export const companyLocationCatalogFields: ObjectFields<Catalog> = {
  ...catalogFields,
  companyLocations: ({ companyLocationIds }, args: PageArgs, { state }) =>
    connection(
      (companyLocationIds ?? []).flatMap((id) => state.companyLocations.get(id) ?? []),
      args,
    ),
  companyLocationsCount: ({ companyLocationIds }) => exactCount(companyLocationIds?.length ?? 0),
};

export const marketCatalogFields: ObjectFields<Catalog> = {
  ...catalogFields,
  markets: ({ marketIds }, args: PageArgs, { state }) =>
    connection(
      marketIds.flatMap((marketId) => state.markets.get(marketId) ?? []),
      args,
    ),
  marketsCount: ({ marketIds }) => exactCount(marketIds.length),
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
  type: ({ countryCodes, companyLocationIds }) => {
    if (countryCodes.length > 0) return 'REGION';
    return companyLocationIds?.length ? 'COMPANY_LOCATION' : 'NONE';
  },
};
