import type { ExecutionContext } from '../../graphql/execution/context';
import { type UserError, userError } from '../../graphql/user-errors';
import type { BulkOperation, BulkOperationType, StartedBulkOperation } from './bulk-operation';
import { rowsPerSecond, startDelayMs } from './bulk-pace';
import { isUnderWay } from './shown';

/** From 2026-01 five of each type per app and shop, one before (https://shopify.dev/changelog/faster-bulk-operations). */
const mostAtOnce = (apiVersion: string): number => (apiVersion >= '2026-01' ? 5 : 1);

export function checkConcurrency(context: ExecutionContext, type: BulkOperationType): UserError | null {
  const running = context.state.bulkOperations
    .all()
    .filter((operation) => operation.type === type && isUnderWay(operation, context.nowMs));
  if (running.length < mostAtOnce(context.apiVersion)) return null;
  const ids = running.map(({ id }) => id).join(', ');
  const message = `A bulk ${type.toLowerCase()} operation for this app and shop is already in progress: ${ids}.`;
  return userError(null, message, 'OPERATION_IN_PROGRESS');
}

/** Puts an operation into the state; it runs as virtual time passes. */
export function start(
  context: ExecutionContext,
  asked: Pick<BulkOperation, 'type' | 'query' | 'stagedUploadId' | 'groupsObjects'>,
): StartedBulkOperation {
  const { state, nowMs, apiVersion, accessScopes, bulk } = context;
  const id = state.newId('BulkOperation');
  const number = state.bulkOperations.all().length + 1;
  const breakOff = bulk.breakOffs?.find(({ operation }) => operation === number);
  const operation = state.bulkOperations.put({
    id,
    ...asked,
    apiVersion,
    accessScopes,
    createdAtMs: nowMs,
    startsAtMs: nowMs + startDelayMs(id),
    rowsPerSecond: rowsPerSecond(bulk, asked.type),
    breaksOff: breakOff ? { afterRows: breakOff.afterRows, errorCode: breakOff.errorCode } : null,
    objectCount: 0,
    rootObjectCount: 0,
    output: [],
    end: null,
  });
  return { ...operation, justStarted: true };
}
