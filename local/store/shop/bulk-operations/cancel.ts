import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import { cancelTakesMs } from './bulk-pace';
import { isUnderWay, progressAt, statusAt } from './shown';

/** `bulkOperationCancel`: CANCELING for a moment, then CANCELED; what was counted so far stays (recorded). */
export function bulkOperationCancel({ id }: { id: string }, context: ExecutionContext): Payload {
  const { state, nowMs } = context;
  const operation = state.bulkOperations.get(id);
  if (!operation) {
    return { bulkOperation: null, userErrors: [userError(['id'], 'Bulk operation does not exist')] };
  }
  if (!isUnderWay(operation, nowMs)) {
    const message = `A bulk operation cannot be canceled when it is ${statusAt(operation, nowMs).toLowerCase()}`;
    return { bulkOperation: operation, userErrors: [userError(null, message)] };
  }
  if (operation.end?.kind === 'canceled') return { bulkOperation: operation, userErrors: [] };
  const { objects, roots } = progressAt(operation, nowMs);
  const bulkOperation = state.bulkOperations.put({
    ...operation,
    objectCount: objects,
    rootObjectCount: roots,
    end: { kind: 'canceled', atMs: nowMs + cancelTakesMs },
  });
  return { bulkOperation, userErrors: [] };
}
