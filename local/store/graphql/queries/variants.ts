import type { GraphQLResolveInfo } from 'graphql';
import { ownerOfCustomId } from '../../shop/rules/product-identifier';
import { sortRows } from '../../shop/rules/sort-rows';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { searchRows } from '../search/search-rows';
import { variantFields } from '../search/variant-fields';
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

export const productVariants = (args: VariantsArgs, context: ExecutionContext, info: GraphQLResolveInfo) => {
  const found = searchRows(context.state.variants.all(), args.query, variantFields, context, info);
  return connection(sortRows(found, args.sortKey, variantSortKeys(context)), args);
};
