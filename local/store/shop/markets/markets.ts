import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { handleFrom } from '../normalise/handle';
import { longestText } from '../rules/limits';
import { gidNumber } from '../state/ids';
import type { StoreState } from '../state/store-state';
import type { Catalog, Market } from './market';

interface Region {
  readonly countryCode: string;
}

interface MarketInput {
  readonly name?: string | null;
  readonly handle?: string | null;
  readonly status?: Market['status'] | null;
  readonly regions?: readonly Region[] | null;
  readonly conditions?: {
    readonly regionsCondition?: { readonly regions?: readonly Region[] | null } | null;
    readonly companyLocationsCondition?: { readonly companyLocationIds?: readonly string[] | null } | null;
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
  readonly catalogs?: readonly string[] | null;
  readonly webPresences?: readonly string[] | null;
  readonly catalogsToAdd?: readonly string[] | null;
  readonly catalogsToDelete?: readonly string[] | null;
  readonly webPresencesToAdd?: readonly string[] | null;
  readonly webPresencesToDelete?: readonly string[] | null;
}

function checkName(state: StoreState, name: string, self: string | null): UserError[] {
  const at = ['input', 'name'];
  if (name.trim() === '') return [userError(at, "Name can't be blank", 'BLANK')];
  if (name.length > longestText)
    return [userError(at, `Name is too long (maximum is ${longestText} characters)`, 'TOO_LONG')];
  return state.markets.all().some((other) => other.name === name && other.id !== self)
    ? [userError(at, 'Name has already been taken', 'TAKEN')]
    : [];
}

/** Catalogs and web presences that a market is given or loses; the text is recorded for both. */
function checkCustomizations(state: StoreState, input: MarketInput): UserError[] {
  const missing = (field: keyof MarketInput, table: 'catalogs' | 'webPresences'): UserError[] => {
    const ids = ((input[field] ?? []) as readonly string[]).filter((id) => !state[table].get(id));
    if (ids.length === 0) return [];
    const message = `The following customization IDs were not found: ${ids.map(gidNumber).join(', ')}`;
    return [userError(['input', field], message, 'CUSTOMIZATIONS_NOT_FOUND')];
  };
  return [
    ...missing('catalogs', 'catalogs'),
    ...missing('catalogsToAdd', 'catalogs'),
    ...missing('catalogsToDelete', 'catalogs'),
    ...missing('webPresences', 'webPresences'),
    ...missing('webPresencesToAdd', 'webPresences'),
    ...missing('webPresencesToDelete', 'webPresences'),
  ];
}

/** Conditions, currency and inclusions of a market as the input gives them. */
function withSettings<M extends Omit<Market, 'id'>>(market: M, input: MarketInput): M {
  const { currencySettings, priceInclusions, conditions } = input;
  const regions = conditions?.regionsCondition?.regions ?? input.regions;
  return {
    ...market,
    countryCodes: regions?.map(({ countryCode }) => countryCode) ?? market.countryCodes,
    companyLocationIds:
      conditions?.companyLocationsCondition?.companyLocationIds ?? market.companyLocationIds ?? [],
    currencyCode: currencySettings?.baseCurrency ?? market.currencyCode,
    localCurrencies: currencySettings?.localCurrencies ?? market.localCurrencies,
    roundingEnabled: currencySettings?.roundingEnabled ?? market.roundingEnabled,
    taxPricingStrategy: priceInclusions?.taxPricingStrategy ?? market.taxPricingStrategy,
    dutiesPricingStrategy: priceInclusions?.dutiesPricingStrategy ?? market.dutiesPricingStrategy,
  };
}

/** For markets of countries or company locations; the shop's currency unless another is given (recorded). */
export function marketCreate({ input }: { input: MarketInput }, { state }: ExecutionContext): Payload {
  const name = input.name ?? '';
  const userErrors = [...checkName(state, name, null), ...checkCustomizations(state, input)];
  if (userErrors.length > 0) return { market: null, userErrors };
  const settings = withSettings(
    {
      name,
      handle: input.handle ?? handleFrom(name),
      status: input.status ?? 'ACTIVE',
      countryCodes: [],
      currencyCode: state.shop.currencyCode,
      localCurrencies: false,
      roundingEnabled: false,
      taxPricingStrategy: 'ADD_TAXES_AT_CHECKOUT',
      dutiesPricingStrategy: 'ADD_DUTIES_AT_CHECKOUT',
    },
    input,
  );
  const market = state.markets.put({ id: state.newId('Market'), ...settings });
  linkCatalogs(state, market.id, { added: input.catalogs ?? [], removed: [] });
  return { market, userErrors: [] };
}

export function marketUpdate(
  { id, input }: { id: string; input: MarketInput },
  { state }: ExecutionContext,
): Payload {
  const market = state.markets.get(id);
  const refused = (userErrors: readonly UserError[]): Payload => ({ market: null, userErrors });
  if (!market) return refused([userError(['id'], "The market wasn't found.", 'MARKET_NOT_FOUND')]);
  const userErrors = [
    ...(input.name == null ? [] : checkName(state, input.name, id)),
    ...checkCustomizations(state, input),
  ];
  if (userErrors.length > 0) return refused(userErrors);
  const changed = withSettings(market, input);
  const written = state.markets.put({
    ...changed,
    name: input.name ?? market.name,
    handle: input.handle ?? market.handle,
    status: input.status ?? market.status,
  });
  linkCatalogs(state, id, { added: input.catalogsToAdd ?? [], removed: input.catalogsToDelete ?? [] });
  return { market: written, userErrors: [] };
}

/** Its catalogs stay, without it. */
export function marketDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  if (!state.markets.get(id)) {
    const error = userError(['id'], "The market wasn't found.", 'MARKET_NOT_FOUND');
    return { deletedId: null, userErrors: [error] };
  }
  const removed = state.catalogs.all().map((catalog) => catalog.id);
  linkCatalogs(state, id, { added: [], removed });
  state.markets.delete(id);
  return { deletedId: id, userErrors: [] };
}

/** A new market comes behind those that a catalog has (recorded). */
function linkCatalogs(
  state: StoreState,
  marketId: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): void {
  const change = (id: string, marketsOf: (catalog: Catalog) => readonly string[]): void => {
    const catalog = state.catalogs.get(id);
    if (catalog) state.catalogs.put({ ...catalog, marketIds: marketsOf(catalog) });
  };
  const others = ({ marketIds }: Catalog) => marketIds.filter((one) => one !== marketId);
  for (const id of removed) change(id, others);
  for (const id of added) change(id, (catalog) => [...others(catalog), marketId]);
}
