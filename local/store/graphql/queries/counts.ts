import type { GraphQLResolveInfo } from 'graphql';
import type { ExecutionContext } from '../execution/context';
import { searchRows } from '../search/search-rows';
import { variantFields } from '../search/variant-fields';
import { countUpTo, exactCount } from '../types/values';

import { isOfCatalogType } from './publications';

interface Args {
  readonly query?: string | null;
}

export const productVariantsCount = ({ query }: Args, context: ExecutionContext, info: GraphQLResolveInfo) =>
  exactCount(searchRows(context.state.variants.all(), query, variantFields, context, info).length);

export const collectionsCount = (_args: Args, { state }: ExecutionContext) =>
  exactCount(state.collections.all().length);

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
