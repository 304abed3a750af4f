import type { GraphQLResolveInfo } from 'graphql';
import type { ExecutionContext } from '../execution/context';
import { collectionFields } from '../search/collection-fields';
import { searchRows } from '../search/search-rows';
import { variantFields } from '../search/variant-fields';
import { countUpTo, exactCount } from '../types/values';

import { isShown } from './collections';
import { isOfCatalogType } from './publications';

interface Args {
  readonly query?: string | null;
}

export const productVariantsCount = ({ query }: Args, context: ExecutionContext, info: GraphQLResolveInfo) =>
  exactCount(searchRows(context.state.variants.all(), query, variantFields, context, info).length);

export const collectionsCount = (
  args: Args & { readonly limit?: number | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => {
  const shown = context.state.collections.all().filter((one) => isShown(context, one));
  return countUpTo(args.limit, searchRows(shown, args.query, collectionFields, context, info).length);
};

export const locationsCount = (_args: Args, { state }: ExecutionContext) =>
  exactCount(state.locations.all().filter((one) => one.isActive).length);

export const publicationsCount = (
  args: { readonly catalogType?: string | null; readonly limit?: number | null },
  context: ExecutionContext,
) =>
  countUpTo(
    args.limit,
    context.state.publications.all().filter((one) => isOfCatalogType(context, one, args.catalogType)).length,
  );
