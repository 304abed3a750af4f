import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { ownerOfCustomId } from '../rules/product-identifier';
import { matchesQuery } from '../simple-search';
import { variantSearchFields } from './search-fields';

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

export const productVariants = (args: PageArgs & { query?: string | null }, { state }: ExecutionContext) => {
  const all = state.variants.all();
  const { query } = args;
  return connection(
    query ? all.filter((variant) => matchesQuery(query, variantSearchFields(state, variant))) : all,
    args,
  );
};
