import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { handleFrom } from '../normalise/handle';
import type { MarketCatalog } from './market';

interface MarketArgs {
  readonly input: {
    readonly name: string;
    readonly handle?: string | null;
    readonly status?: 'ACTIVE' | 'DRAFT' | null;
    readonly regions?: readonly Region[] | null;
    readonly conditions?: {
      readonly regionsCondition?: { readonly regions?: readonly Region[] | null } | null;
    } | null;
    readonly currencySettings?: {
      readonly baseCurrency?: string | null;
      readonly localCurrencies?: boolean | null;
      readonly roundingEnabled?: boolean | null;
    } | null;
    readonly priceInclusions?: {
      readonly taxPricingStrategy?: string | null;
      readonly dutiesPricingStrategy?: string | null;
    } | null;
  };
}

interface Region {
  readonly countryCode: string;
}

/** `marketCreate` for markets of countries; the shop's currency unless another is given (recorded). */
export function marketCreate({ input }: MarketArgs, { state }: ExecutionContext): Payload {
  const refuse = (error: UserError): Payload => ({ market: null, userErrors: [error] });
  if (input.name.trim() === '') return refuse(userError(['input', 'name'], "Name can't be blank", 'BLANK'));
  if (state.markets.all().some(({ name }) => name === input.name)) {
    return refuse(userError(['input', 'name'], 'Name has already been taken', 'TAKEN'));
  }
  const regions = input.conditions?.regionsCondition?.regions ?? input.regions ?? [];
  const market = state.markets.put({
    id: state.newId('Market'),
    name: input.name,
    handle: input.handle ?? handleFrom(input.name),
    status: input.status ?? 'ACTIVE',
    countryCodes: regions.map(({ countryCode }) => countryCode),
    currencyCode: input.currencySettings?.baseCurrency ?? state.shop.currencyCode,
    localCurrencies: input.currencySettings?.localCurrencies ?? false,
    roundingEnabled: input.currencySettings?.roundingEnabled ?? false,
    taxPricingStrategy: input.priceInclusions?.taxPricingStrategy ?? 'ADD_TAXES_AT_CHECKOUT',
    dutiesPricingStrategy: input.priceInclusions?.dutiesPricingStrategy ?? 'ADD_DUTIES_AT_CHECKOUT',
  });
  return { market, userErrors: [] };
}

interface CatalogArgs {
  readonly input: {
    readonly title: string;
    readonly status: MarketCatalog['status'];
    readonly priceListId?: string | null;
    readonly context: { readonly marketIds?: readonly string[] | null };
  };
}

/** `catalogCreate` for markets. Not recorded: codes are the schema's. */
export function catalogCreate({ input }: CatalogArgs, { state }: ExecutionContext): Payload {
  const refuse = (field: readonly string[], message: string, code: string): Payload => ({
    catalog: null,
    userErrors: [userError(['input', ...field], message, code)],
  });
  const marketIds = input.context.marketIds ?? [];
  if (marketIds.some((id) => !state.markets.get(id))) {
    return refuse(['context', 'marketIds'], 'Market does not exist.', 'MARKET_NOT_FOUND');
  }
  const list = input.priceListId == null ? undefined : state.priceLists.get(input.priceListId);
  if (input.priceListId != null && !list) {
    return refuse(['priceListId'], 'Price list does not exist.', 'PRICE_LIST_DOES_NOT_EXIST');
  }
  const { title, status } = input;
  const catalog = state.catalogs.put({ id: state.newId('MarketCatalog'), title, status, marketIds });
  if (list) state.priceLists.put({ ...list, catalogId: catalog.id });
  return { catalog, userErrors: [] };
}
