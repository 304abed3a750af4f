import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import type { PriceList } from './price-list';
import { fixedPricesOf } from './prices';

interface CreateArgs {
  readonly input: {
    readonly name: string;
    readonly currency: string;
    readonly catalogId?: string | null;
    readonly parent: {
      readonly adjustment: PriceList['parent']['adjustment'];
      readonly settings?: PriceList['parent']['settings'] | null;
    };
  };
}

/** `priceListCreate`; a catalog's former list is unlinked from it (schema). Not recorded. */
export function priceListCreate({ input }: CreateArgs, { state }: ExecutionContext): Payload {
  const refuse = (field: string, message: string, code: string): Payload => ({
    priceList: null,
    userErrors: [userError(['input', field], message, code)],
  });
  if (input.name.trim() === '') return refuse('name', "Name can't be blank", 'BLANK');
  if (state.priceLists.all().some(({ name }) => name === input.name)) {
    return refuse('name', 'Name has already been taken', 'TAKEN');
  }
  const { catalogId = null } = input;
  if (catalogId !== null && !state.catalogs.get(catalogId)) {
    return refuse('catalogId', 'The specified catalog does not exist.', 'CATALOG_DOES_NOT_EXIST');
  }
  for (const other of state.priceLists.all()) {
    if (catalogId !== null && other.catalogId === catalogId)
      state.priceLists.put({ ...other, catalogId: null });
  }
  const { adjustment, settings } = input.parent;
  const priceList = state.priceLists.put({
    id: state.newId('PriceList'),
    name: input.name,
    currency: input.currency,
    parent: { adjustment, settings: settings ?? { compareAtMode: 'ADJUSTED' } },
    catalogId,
  });
  return { priceList, userErrors: [] };
}

export function priceListDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  const list = state.priceLists.get(id);
  if (!list) {
    const message = "The specified price list doesn't exist.";
    return { deletedId: null, userErrors: [userError(['id'], message, 'PRICE_LIST_NOT_FOUND')] };
  }
  for (const fixed of fixedPricesOf(state, list)) state.fixedPrices.delete(fixed.id);
  state.priceLists.delete(id);
  return { deletedId: id, userErrors: [] };
}
