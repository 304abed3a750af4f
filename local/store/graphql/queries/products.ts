import type { GraphQLResolveInfo } from 'graphql';
import { type ProductIdentifier, productByIdentifierOf } from '../../shop/rules/product-identifier';
import { sortRows } from '../../shop/rules/sort-rows';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { productFields } from '../search/product-fields';
import { searchRows } from '../search/search-rows';
import { countUpTo } from '../types/values';
import { productSortKeys } from './sort-keys';

export const product = (args: { id: string }, { state }: ExecutionContext) =>
  state.products.get(args.id) ?? null;

export const productByHandle = (args: { handle: string }, { state }: ExecutionContext) =>
  state.products.find('handle', args.handle)[0] ?? null;

export const productByIdentifier = (args: { identifier: ProductIdentifier }, context: ExecutionContext) =>
  productByIdentifierOf(context.state, args.identifier) ?? null;

export const productOperation = (args: { id: string }, { state }: ExecutionContext) =>
  state.productOperations.get(args.id) ?? null;

interface ProductsArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

export const products = (args: ProductsArgs, context: ExecutionContext, info: GraphQLResolveInfo) => {
  const found = searchRows(context.state.products.all(), args.query, productFields, context, info);
  return connection(sortRows(found, args.sortKey, productSortKeys(context)), args);
};

interface CountArgs {
  readonly query?: string | null;
  readonly limit?: number | null;
}

export const productsCount = (args: CountArgs, context: ExecutionContext, info: GraphQLResolveInfo) =>
  countUpTo(
    args.limit,
    searchRows(context.state.products.all(), args.query, productFields, context, info).length,
  );
