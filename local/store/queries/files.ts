import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { matchesQuery } from '../simple-search';
import { gidNumber } from '../state/ids';

export const files = (args: PageArgs & { query?: string | null }, { state }: ExecutionContext) =>
  connection(
    state.files.all().filter((file) =>
      matchesQuery(args.query, {
        id: [gidNumber(file.id)],
        filename: [file.filename],
        media_type: [file.contentType],
      }),
    ),
    args,
  );

/** Nobody saves searches of files here. */
export const fileSavedSearches = (args: PageArgs) => connection([], args);
