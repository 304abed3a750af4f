import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { gidType } from '../state/ids';
import type { StoreState } from '../state/store-state';
import type { Catalog } from './market';

/** Whom a catalog is for: markets or company locations, never both. */
export interface CatalogContext {
  readonly marketIds?: readonly string[] | null;
  readonly companyLocationIds?: readonly string[] | null;
}

export const contextIds = ({ marketIds, companyLocationIds }: CatalogContext) => ({
  marketIds: marketIds ?? [],
  companyLocationIds: companyLocationIds ?? [],
});

const isOfCompanies = (catalog: Catalog): boolean => gidType(catalog.id) === 'CompanyLocationCatalog';

/** `self`: the catalog that is to have it, which keeps its kind. Messages of markets recorded, of others the schema's. */
export function checkContext(
  state: StoreState,
  context: CatalogContext,
  at: readonly string[],
  self?: Catalog,
): UserError[] {
  const { marketIds, companyLocationIds } = contextIds(context);
  if ((marketIds.length === 0) === (companyLocationIds.length === 0)) {
    const message = 'Must provide exactly one context type.';
    return [userError(at, message, 'MUST_PROVIDE_EXACTLY_ONE_CONTEXT_TYPE')];
  }
  if (self && isOfCompanies(self) !== companyLocationIds.length > 0)
    return [userError(at, 'Cannot change context to specified type.', 'INVALID_CONTEXT_CHANGE')];
  return [
    ...marketIds.flatMap((id, index) =>
      state.markets.get(id)
        ? []
        : [userError([...at, 'marketIds', index], 'Market not found.', 'MARKET_NOT_FOUND')],
    ),
    ...companyLocationIds.flatMap((id, index) =>
      state.companyLocations.get(id) ? [] : [locationMissing([...at, 'companyLocationIds', String(index)])],
    ),
  ];
}

const locationMissing = (field: readonly string[]): UserError =>
  userError(field, 'A company location within the catalog does not exist.', 'COMPANY_LOCATION_NOT_FOUND');

interface UpdateArgs {
  readonly catalogId: string;
  readonly contextsToAdd?: CatalogContext | null;
  readonly contextsToRemove?: CatalogContext | null;
}

/** Messages as recorded. */
export function catalogContextUpdate(args: UpdateArgs, { state }: ExecutionContext): Payload {
  const { catalogId, contextsToAdd, contextsToRemove } = args;
  const refused = (userErrors: readonly UserError[]): Payload => ({ catalog: null, userErrors });
  const catalog = state.catalogs.get(catalogId);
  if (!catalog) return refused([userError(['catalogId'], 'Catalog not found.', 'CATALOG_NOT_FOUND')]);
  if (!contextsToAdd && !contextsToRemove) {
    const message = 'Must have `contexts_to_add` or `contexts_to_remove` argument.';
    return refused([userError(['contextsToAdd'], message, 'REQUIRES_CONTEXTS_TO_ADD_OR_REMOVE')]);
  }
  const added = contextIds(contextsToAdd ?? {});
  const removed = contextIds(contextsToRemove ?? {});
  const userErrors = [
    ...checkSide(state, catalog, 'contextsToAdd', added),
    ...checkSide(state, catalog, 'contextsToRemove', removed),
  ];
  if (userErrors.length > 0) return refused(userErrors);
  const after = (before: readonly string[], more: readonly string[], fewer: readonly string[]) =>
    [...new Set([...before, ...more])].filter((id) => !fewer.includes(id));
  const written = state.catalogs.put({
    ...catalog,
    marketIds: after(catalog.marketIds, added.marketIds, removed.marketIds),
    companyLocationIds: after(
      catalog.companyLocationIds ?? [],
      added.companyLocationIds,
      removed.companyLocationIds,
    ),
  });
  return { catalog: written, userErrors: [] };
}

function checkSide(
  state: StoreState,
  catalog: Catalog,
  argument: string,
  { marketIds, companyLocationIds }: ReturnType<typeof contextIds>,
): UserError[] {
  const [other, ids] = isOfCompanies(catalog)
    ? (['marketIds', marketIds] as const)
    : (['companyLocationIds', companyLocationIds] as const);
  if (ids.length > 0) {
    const message =
      'The arguments `contexts_to_add` and `contexts_to_remove` must match existing catalog context type.';
    return [userError([argument, other], message, 'CONTEXT_DRIVER_MISMATCH')];
  }
  return [
    ...marketIds.flatMap((id, index) =>
      state.markets.get(id)
        ? []
        : [userError([argument, 'marketIds', index], 'Market not found.', 'MARKET_NOT_FOUND')],
    ),
    ...companyLocationIds.flatMap((id, index) =>
      state.companyLocations.get(id)
        ? []
        : [locationMissing([argument, 'companyLocationIds', String(index)])],
    ),
  ];
}
