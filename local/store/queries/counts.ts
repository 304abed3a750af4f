import type { ExecutionContext } from '../execution/context';
import { matchesQuery } from '../simple-search';
import { exactCount } from '../types/values';
import { variantSearchFields } from './search-fields';

interface Args {
  readonly query?: string | null;
}

export const productVariantsCount = ({ query }: Args, { state }: ExecutionContext) =>
  exactCount(
    state.variants.all().filter((one) => matchesQuery(query, variantSearchFields(state, one))).length,
  );

export const collectionsCount = (_args: Args, { state }: ExecutionContext) =>
  exactCount(state.collections.all().length);

export const locationsCount = (_args: Args, { state }: ExecutionContext) =>
  exactCount(state.locations.all().filter((one) => one.isActive).length);

export const publicationsCount = (_args: Args, { state }: ExecutionContext) =>
  exactCount(state.publications.all().length);
