import type { GraphQLResolveInfo } from 'graphql';
import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import { searchRows } from '../../graphql/search/search-rows';
import type { BulkOperation, BulkOperationType } from './bulk-operation';
import { bulkOperationSearchFields } from './search-fields';

export const bulkOperation = ({ id }: { id: string }, { state }: ExecutionContext) =>
  state.bulkOperations.get(id) ?? null;

/** The latest of its type, running or not (recorded). */
export const currentBulkOperation = (
  { type }: { type?: BulkOperationType | null },
  { state }: ExecutionContext,
) =>
  state.bulkOperations
    .all()
    .filter((operation) => operation.type === (type ?? 'QUERY'))
    .at(-1) ?? null;

interface ManyArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey?: 'COMPLETED_AT' | 'CREATED_AT' | null;
}

/** The latest first, by either key (recorded for CREATED_AT); `reverse` puts the oldest first. */
export function bulkOperations(args: ManyArgs, context: ExecutionContext, info: GraphQLResolveInfo) {
  const { state } = context;
  const found = searchRows(state.bulkOperations.all(), args.query, bulkOperationSearchFields, context, info);
  const keyOf = ({ createdAtMs, end }: BulkOperation): number =>
    args.sortKey === 'COMPLETED_AT' ? (end?.atMs ?? Number.POSITIVE_INFINITY) : createdAtMs;
  const latestFirst = [...found].reverse().sort((one, other) => keyOf(other) - keyOf(one) || 0);
  return connection(latestFirst, args);
}
