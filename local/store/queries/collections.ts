import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { sortRows } from '../rules/sort-rows';
import { matchesQuery } from '../simple-search';
import { collectionSortKeys } from './sort-keys';

export const collection = (args: { id: string }, { state }: ExecutionContext) =>
  state.collections.get(args.id) ?? null;

export const collectionByHandle = (args: { handle: string }, { state }: ExecutionContext) =>
  state.collections.find('handle', args.handle)[0] ?? null;

interface Identifier {
  readonly id?: string;
  readonly handle?: string;
}

export const collectionByIdentifier = (args: { identifier: Identifier }, { state }: ExecutionContext) => {
  const { id, handle } = args.identifier;
  return (id ? state.collections.get(id) : state.collections.find('handle', handle ?? '')[0]) ?? null;
};

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
