import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { deletePriceList } from '../price-lists/create';
import { longestText } from '../rules/limits';
import type { StoreState } from '../state/store-state';
import { type CatalogContext, checkContext, contextIds } from './catalog-context';
import type { Catalog } from './market';

interface CatalogInput {
  readonly title?: string | null;
  readonly status?: Catalog['status'] | null;
  readonly priceListId?: string | null;
  readonly publicationId?: string | null;
  readonly context?: CatalogContext | null;
}

/** A price list or a publication belongs to one catalog (recorded for the list). */
function checkRelations(state: StoreState, input: CatalogInput, self: string | null): UserError[] {
  const error = (field: string, message: string, code: string) => [
    userError(['input', field], message, code),
  ];
  const { priceListId, publicationId } = input;
  const list = priceListId == null ? undefined : state.priceLists.get(priceListId);
  if (priceListId != null && !list)
    return error('priceListId', 'Price list not found.', 'PRICE_LIST_NOT_FOUND');
  if (list?.catalogId && list.catalogId !== self)
    return error('priceListId', 'Price list has already been taken', 'TAKEN');
  const publication = publicationId == null ? undefined : state.publications.get(publicationId);
  if (publicationId != null && publication?.isOfCatalog !== true)
    return error('publicationId', 'Publication not found.', 'PUBLICATION_NOT_FOUND');
  const isTaken =
    publicationId != null &&
    state.catalogs.all().some((other) => other.publicationId === publicationId && other.id !== self);
  return isTaken ? error('publicationId', 'Publication has already been taken', 'TAKEN') : [];
}

function checkTitle({ title }: CatalogInput): UserError[] {
  if (title === undefined) return [];
  if (!title?.trim()) return [userError(['input', 'title'], "Title can't be blank", 'BLANK')];
  const message = `Title is too long (maximum is ${longestText} characters)`;
  return title.length > longestText ? [userError(['input', 'title'], message, 'TOO_LONG')] : [];
}

/** The list loses its former catalog and the catalog its former list (schema). */
function linkPriceList(state: StoreState, catalogId: string, priceListId: string | null): void {
  for (const other of state.priceLists.all()) {
    const isWanted = other.id === priceListId;
    if (other.catalogId === catalogId && !isWanted) state.priceLists.put({ ...other, catalogId: null });
    if (isWanted) state.priceLists.put({ ...other, catalogId });
  }
}

export function catalogCreate({ input }: { input: CatalogInput }, { state }: ExecutionContext): Payload {
  const context = input.context ?? {};
  const userErrors = [
    ...checkTitle(input),
    ...checkContext(state, context, ['input', 'context']),
    ...checkRelations(state, input, null),
  ];
  if (userErrors.length > 0) return { catalog: null, userErrors };
  const { marketIds, companyLocationIds } = contextIds(context);
  const catalog = state.catalogs.put({
    id: state.newId(companyLocationIds.length > 0 ? 'CompanyLocationCatalog' : 'MarketCatalog'),
    title: input.title ?? '',
    status: input.status ?? 'DRAFT',
    marketIds,
    companyLocationIds,
    publicationId: input.publicationId ?? null,
  });
  if (input.priceListId != null) linkPriceList(state, catalog.id, input.priceListId);
  return { catalog, userErrors: [] };
}

const notFound = userError(['id'], 'Catalog not found.', 'CATALOG_NOT_FOUND');

export function catalogUpdate(
  { id, input }: { id: string; input: CatalogInput },
  { state }: ExecutionContext,
): Payload {
  const catalog = state.catalogs.get(id);
  if (!catalog) return { catalog: null, userErrors: [notFound] };
  const userErrors = [
    ...checkTitle(input),
    ...(input.context ? checkContext(state, input.context, ['input', 'context'], catalog) : []),
    ...checkRelations(state, input, id),
  ];
  if (userErrors.length > 0) return { catalog: null, userErrors };
  const written = state.catalogs.put({
    ...catalog,
    ...(input.context ? contextIds(input.context) : {}),
    title: input.title ?? catalog.title,
    status: input.status ?? catalog.status,
    publicationId: input.publicationId === undefined ? catalog.publicationId : input.publicationId,
  });
  if (input.priceListId !== undefined) linkPriceList(state, id, input.priceListId);
  return { catalog: written, userErrors: [] };
}

/** Its list and publication stay unless they are asked to go too (schema). */
export function catalogDelete(
  { id, deleteDependentResources }: { id: string; deleteDependentResources?: boolean | null },
  { state }: ExecutionContext,
): Payload {
  const catalog = state.catalogs.get(id);
  if (!catalog) return { deletedId: null, userErrors: [notFound] };
  const list = state.priceLists.all().find(({ catalogId }) => catalogId === id);
  if (list && deleteDependentResources) deletePriceList(state, list);
  else if (list) state.priceLists.put({ ...list, catalogId: null });
  const { publicationId } = catalog;
  if (publicationId && deleteDependentResources) state.publications.delete(publicationId);
  state.catalogs.delete(id);
  return { deletedId: id, userErrors: [] };
}
