import type { ExecutionContext } from '../../graphql/execution/context';
import { invalidId } from '../../graphql/execution/failures';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { longestText } from '../rules/limits';
import { gidType } from '../state/ids';
import type { StoreState } from '../state/store-state';
import type { PriceList } from './price-list';
import { fixedPricesOf } from './prices';

interface ParentInput {
  readonly adjustment?: PriceList['parent']['adjustment'] | null;
  readonly settings?: PriceList['parent']['settings'] | null;
}

interface PriceListInput {
  readonly name?: string | null;
  readonly currency?: string | null;
  readonly catalogId?: string | null;
  readonly parent?: ParentInput | null;
}

function checkName(state: StoreState, name: string, self: string | null): UserError[] {
  const error = (message: string, code: string) => [userError(['input', 'name'], message, code)];
  if (name.trim() === '') return error("Name can't be blank", 'BLANK');
  if (name.length > longestText)
    return error(`Name is too long (maximum is ${longestText} characters)`, 'TOO_LONG');
  const isTaken = state.priceLists.all().some((other) => other.name === name && other.id !== self);
  return isTaken ? error('Name has already been taken', 'TAKEN') : [];
}

const catalogTypes = ['MarketCatalog', 'CompanyLocationCatalog', 'AppCatalog'];

/** An id of another type is no user error but ends the request (recorded). */
function checkCatalog(
  state: StoreState,
  catalogId: string | null | undefined,
  self: string | null,
): UserError[] {
  if (catalogId == null) return [];
  if (!catalogTypes.includes(gidType(catalogId))) throw invalidId(catalogId);
  const error = (message: string, code: string) => [userError(['input', 'catalogId'], message, code)];
  if (!state.catalogs.get(catalogId)) return error('Catalog does not exist.', 'CATALOG_DOES_NOT_EXIST');
  const isTaken = state.priceLists.all().some((other) => other.catalogId === catalogId && other.id !== self);
  return isTaken ? error('Catalog has a price list already assigned.', 'CATALOG_TAKEN') : [];
}

function checkAdjustment(parent: ParentInput | null | undefined): UserError[] {
  const { adjustment } = parent ?? {};
  if (!adjustment) return [];
  const most = adjustment.type === 'PERCENTAGE_DECREASE' ? 100 : 1000;
  if (adjustment.value >= 0 && adjustment.value <= most) return [];
  const message =
    'The adjustment value must be a positive value and not be greater than 100% for PERCENTAGE_DECREASE and not be greater than 1000% for PERCENTAGE_INCREASE.';
  return [userError(['input', 'parent', 'adjustment', 'value'], message, 'INVALID_ADJUSTMENT_VALUE')];
}

/** Messages as recorded; any currency goes with any market (recorded). */
export function priceListCreate({ input }: { input: PriceListInput }, { state }: ExecutionContext): Payload {
  const { name = '', currency, catalogId, parent } = input;
  const userErrors = [
    ...checkName(state, name ?? '', null),
    ...checkCatalog(state, catalogId, null),
    ...checkAdjustment(parent),
  ];
  if (userErrors.length > 0) return { priceList: null, userErrors };
  const priceList = state.priceLists.put({
    id: state.newId('PriceList'),
    name: name ?? '',
    currency: currency ?? state.shop.currencyCode,
    parent: {
      adjustment: parent?.adjustment ?? { type: 'PERCENTAGE_DECREASE', value: 0 },
      settings: parent?.settings ?? { compareAtMode: 'ADJUSTED' },
    },
    catalogId: catalogId ?? null,
  });
  return { priceList, userErrors: [] };
}

const notFound = userError(['id'], 'Price list does not exist.', 'PRICE_LIST_NOT_FOUND');

/** A null for the catalog takes the list off it (recorded). In another currency its fixed prices are gone (schema). */
export function priceListUpdate(
  { id, input }: { id: string; input: PriceListInput },
  { state }: ExecutionContext,
): Payload {
  const list = state.priceLists.get(id);
  if (!list) return { priceList: null, userErrors: [notFound] };
  const { name, currency, catalogId, parent } = input;
  const userErrors = [
    ...(name == null ? [] : checkName(state, name, id)),
    ...checkCatalog(state, catalogId, id),
  ];
  if (userErrors.length > 0) return { priceList: null, userErrors };
  /** Recorded: with a wrong adjustment the list is answered as it is. */
  const wrong = checkAdjustment(parent);
  if (wrong.length > 0) return { priceList: list, userErrors: wrong };
  if (currency != null && currency !== list.currency) deletePrices(state, list);
  const priceList = state.priceLists.put({
    ...list,
    name: name ?? list.name,
    currency: currency ?? list.currency,
    catalogId: catalogId === undefined ? list.catalogId : catalogId,
    parent: {
      adjustment: parent?.adjustment ?? list.parent.adjustment,
      settings: parent?.settings ?? list.parent.settings,
    },
  });
  return { priceList, userErrors: [] };
}

function deletePrices(state: StoreState, list: PriceList): void {
  for (const fixed of fixedPricesOf(state, list)) state.fixedPrices.delete(fixed.id);
  for (const one of state.quantityPriceBreaks.find('priceList', list.id))
    state.quantityPriceBreaks.delete(one.id);
}

/** With all that it says. */
export function deletePriceList(state: StoreState, list: PriceList): void {
  deletePrices(state, list);
  for (const rule of state.quantityRules.find('priceList', list.id)) state.quantityRules.delete(rule.id);
  state.priceLists.delete(list.id);
}

export function priceListDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  const list = state.priceLists.get(id);
  if (!list) return { deletedId: null, userErrors: [notFound] };
  deletePriceList(state, list);
  return { deletedId: id, userErrors: [] };
}
