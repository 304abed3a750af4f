import type { GraphQLResolveInfo } from 'graphql';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { fileFields } from '../search/file-fields';
import { searchRows } from '../search/search-rows';

export const files = (
  args: PageArgs & { query?: string | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => connection(searchRows(context.state.files.all(), args.query, fileFields, context, info), args);

/** Nobody saves searches of files here. */
export const fileSavedSearches = (args: PageArgs) => connection([], args);
