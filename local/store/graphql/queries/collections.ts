import type { GraphQLResolveInfo } from 'graphql';
import { sortRows } from '../../shop/rules/sort-rows';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { collectionFields } from '../search/collection-fields';
import { searchRows } from '../search/search-rows';
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
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) =>
  connection(
    sortRows(
      searchRows(context.state.collections.all(), args.query, collectionFields, context, info),
      args.sortKey,
      collectionSortKeys,
    ),
    args,
  );
