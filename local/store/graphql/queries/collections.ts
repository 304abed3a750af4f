import type { GraphQLResolveInfo } from 'graphql';
import { sortRows } from '../../shop/rules/sort-rows';
import type { Collection } from '../../shop/state/publishing';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { collectionFields } from '../search/collection-fields';
import { searchRows } from '../search/search-rows';
import { collectionSortKeys } from './sort-keys';

/** Versions before 2026-07 do not show what only the model of sources can say. */
const sourcesSince = '2026-07';

export const isShown = ({ apiVersion }: ExecutionContext, { sources }: Collection): boolean =>
  sources === undefined || apiVersion >= sourcesSince;

const shown = (context: ExecutionContext, found: Collection | undefined): Collection | null =>
  found && isShown(context, found) ? found : null;

export const collection = (args: { id: string }, context: ExecutionContext) =>
  shown(context, context.state.collections.get(args.id));

export const collectionByHandle = (args: { handle: string }, context: ExecutionContext) =>
  shown(context, context.state.collections.find('handle', args.handle)[0]);

interface Identifier {
  readonly id?: string;
  readonly handle?: string;
}

export const collectionByIdentifier = (args: { identifier: Identifier }, context: ExecutionContext) => {
  const { id, handle } = args.identifier;
  const { collections } = context.state;
  return shown(context, id ? collections.get(id) : collections.find('handle', handle ?? '')[0]);
};

export const collections = (
  args: PageArgs & { query?: string | null; sortKey?: string | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) =>
  connection(
    sortRows(
      searchRows(
        context.state.collections.all().filter((one) => isShown(context, one)),
        args.query,
        collectionFields,
        context,
        info,
      ),
      args.sortKey,
      collectionSortKeys,
    ),
    args,
  );
