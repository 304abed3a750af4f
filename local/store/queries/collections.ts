import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { sortRows } from '../rules/sort-rows';
import { matchesQuery } from '../simple-search';
import { collectionSortKeys } from './sort-keys';

export const collection = (args: { id: string }, { state }: ExecutionContext) =>
  state.collections.get(args.id) ?? null;

export const collections = (
  args: PageArgs & { query?: string | null; sortKey?: string | null },
  { state }: ExecutionContext,
) =>
  connection(
    sortRows(
      state.collections
        .all()
        .filter(({ title, handle }) => matchesQuery(args.query, { title: [title], handle: [handle] })),
      args.sortKey,
      collectionSortKeys,
    ),
    args,
  );
