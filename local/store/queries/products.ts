import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { type ProductIdentifier, productByIdentifierOf } from '../rules/product-identifier';
import { shownTotalInventory } from '../rules/total-inventory';
import { matchesQuery } from '../simple-search';
import type { Product } from '../state/product';
import { exactCount } from '../types/values';
import { productSearchFields } from './search-fields';

export const product = (args: { id: string }, { state }: ExecutionContext) =>
  state.products.get(args.id) ?? null;

export const productByHandle = (args: { handle: string }, { state }: ExecutionContext) =>
  state.products.find('handle', args.handle)[0] ?? null;

export const productByIdentifier = (args: { identifier: ProductIdentifier }, context: ExecutionContext) =>
  productByIdentifierOf(context.state, args.identifier) ?? null;

export const productOperation = (args: { id: string }, { state }: ExecutionContext) =>
  state.productOperations.get(args.id) ?? null;

type SortKeyOf = (product: Product, context: ExecutionContext) => string | number;

/** ProductSortKeys; RELEVANCE and ID keep the order of the ids. */
const sortKeys: Readonly<Record<string, SortKeyOf>> = {
  CREATED_AT: (one) => one.createdAt,
  INVENTORY_TOTAL: (one, { state, nowMs }) => shownTotalInventory(state, one, nowMs),
  PRODUCT_TYPE: (one) => one.productType.toLowerCase(),
  PUBLISHED_AT: (one) => one.publishedAt ?? '',
  TITLE: (one) => one.title.toLowerCase(),
  UPDATED_AT: (one) => one.updatedAt,
  VENDOR: (one) => one.vendor.toLowerCase(),
};

interface ProductsArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

export const products = (args: ProductsArgs, context: ExecutionContext) => {
  const found = search(args.query, context);
  const keyOf = sortKeys[args.sortKey ?? 'ID'];
  if (!keyOf) return connection(found, args);
  const keyed = found.map((row) => ({ row, key: keyOf(row, context) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return connection(
    keyed.map(({ row }) => row),
    args,
  );
};

export const productsCount = (args: { query?: string | null }, context: ExecutionContext) =>
  exactCount(search(args.query, context).length);

const search = (query: string | null | undefined, { state }: ExecutionContext): Product[] =>
  query
    ? state.products.all().filter((one) => matchesQuery(query, productSearchFields(state, one)))
    : state.products.all();
