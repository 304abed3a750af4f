import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { ownerOfCustomId } from '../rules/product-identifier';
import { sortRows } from '../rules/sort-rows';
import { matchesQuery } from '../simple-search';
import { variantSearchFields } from './search-fields';
import { variantSortKeys } from './sort-keys';

export const productVariant = (args: { id: string }, { state }: ExecutionContext) =>
  state.variants.get(args.id) ?? null;

interface Identifier {
  readonly id?: string;
  readonly customId?: { readonly namespace?: string | null; readonly key: string; readonly value: string };
}

export const productVariantByIdentifier = (args: { identifier: Identifier }, { state }: ExecutionContext) => {
  const { id, customId } = args.identifier;
  const owner = id ?? (customId && ownerOfCustomId(state, 'PRODUCTVARIANT', customId));
  return (owner && state.variants.get(owner)) || null;
};

interface VariantsArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

export const productVariants = (args: VariantsArgs, context: ExecutionContext) => {
  const { state } = context;
  const { query } = args;
  const found = state.variants
    .all()
    .filter((variant) => !query || matchesQuery(query, variantSearchFields(state, variant)));
  return connection(sortRows(found, args.sortKey, variantSortKeys(context)), args);
};
