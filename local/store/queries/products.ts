import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { type ProductIdentifier, productByIdentifierOf } from '../rules/product-identifier';
import { sortRows } from '../rules/sort-rows';
import { matchesQuery } from '../simple-search';
import type { Product } from '../state/product';
import { exactCount } from '../types/values';
import { productSearchFields } from './search-fields';
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

export const products = (args: ProductsArgs, context: ExecutionContext) =>
  connection(sortRows(search(args.query, context), args.sortKey, productSortKeys(context)), args);

export const productsCount = (args: { query?: string | null }, context: ExecutionContext) =>
  exactCount(search(args.query, context).length);

const search = (query: string | null | undefined, { state }: ExecutionContext): Product[] =>
  query
    ? state.products.all().filter((one) => matchesQuery(query, productSearchFields(state, one)))
    : state.products.all();
