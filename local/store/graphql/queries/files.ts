import type { GraphQLResolveInfo } from 'graphql';
import { type SortKeys, sortRows } from '../../shop/rules/sort-rows';
import type { MediaFile } from '../../shop/state/media';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { fileFields } from '../search/file-fields';
import { searchRows } from '../search/search-rows';

/** FileSortKeys; the others keep the order of the ids. */
const sortKeys: SortKeys<MediaFile> = {
  CREATED_AT: ({ createdAt }) => createdAt,
  FILENAME: ({ filename }) => filename.toLowerCase(),
  UPDATED_AT: ({ updatedAt }) => updatedAt,
};

export const files = (
  args: PageArgs & { query?: string | null; sortKey?: string | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => {
  const found = searchRows(context.state.files.all(), args.query, fileFields, context, info);
  return connection(sortRows(found, args.sortKey, sortKeys), args);
};

/** Nobody saves searches of files here. */
export const fileSavedSearches = (args: PageArgs) => connection([], args);
