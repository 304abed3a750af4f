import { isoTime } from '../../graphql/execution/context';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import type { BulkOperation, StartedBulkOperation } from './bulk-operation';
import { outputKeptMs } from './bulk-pace';
import { outputUrl, sizeOf } from './output';

type BulkStatus = 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELING' | 'CANCELED' | 'EXPIRED';

const ended = { completed: 'COMPLETED', failed: 'FAILED', canceled: 'CANCELED' } as const;

export function statusAt(operation: BulkOperation, nowMs: number): BulkStatus {
  const { end, startsAtMs } = operation;
  if (end && nowMs >= end.atMs) {
    const hasExpired = end.kind === 'completed' && nowMs >= end.atMs + outputKeptMs;
    return hasExpired ? 'EXPIRED' : ended[end.kind];
  }
  if (end?.kind === 'canceled') return 'CANCELING';
  return nowMs < startsAtMs ? 'CREATED' : 'RUNNING';
}

/** Still counts against the number of operations that may run at once; one being canceled does (recorded). */
export const isUnderWay = (operation: BulkOperation, nowMs: number): boolean =>
  operation.end === null || nowMs < operation.end.atMs;

interface Progress {
  readonly objects: number;
  readonly roots: number;
}

/** A mutation counts what it did; a query's objects are counted as its time passes. */
export function progressAt(operation: BulkOperation, nowMs: number): Progress {
  const { objectCount, rootObjectCount, startsAtMs, rowsPerSecond, type, end } = operation;
  const isCounting = type === 'QUERY' && end?.kind === 'completed' && nowMs < end.atMs;
  if (!isCounting) return { objects: objectCount, roots: rootObjectCount };
  const share = Math.min(1, Math.max(0, (((nowMs - startsAtMs) / 1000) * rowsPerSecond) / objectCount || 0));
  return { objects: Math.floor(objectCount * share), roots: Math.floor(rootObjectCount * share) };
}

const none: Progress = { objects: 0, roots: 0 };

const shownProgress = (operation: StartedBulkOperation, nowMs: number): Progress =>
  operation.justStarted ? none : progressAt(operation, nowMs);

/** The address of the output, once the operation has ended that way and wrote anything. */
function outputAfter(kind: 'completed' | 'failed', operation: StartedBulkOperation, nowMs: number) {
  const { end, output, justStarted } = operation;
  if (justStarted || end?.kind !== kind || nowMs < end.atMs || output.length === 0) return null;
  return outputUrl(operation, end.atMs);
}

export const bulkOperationFields: ObjectFields<StartedBulkOperation> = {
  completedAt: ({ end, justStarted }, _args, { nowMs }) =>
    !justStarted && end && end.kind !== 'canceled' && nowMs >= end.atMs ? isoTime(end.atMs) : null,
  createdAt: (operation) => isoTime(operation.createdAtMs),
  errorCode: ({ end, justStarted }, _args, { nowMs }) =>
    !justStarted && end?.kind === 'failed' && nowMs >= end.atMs ? end.errorCode : null,
  fileSize: (operation, _args, { nowMs }) =>
    outputAfter('completed', operation, nowMs) === null ? null : String(sizeOf(operation)),
  objectCount: (operation, _args, { nowMs }) => String(shownProgress(operation, nowMs).objects),
  partialDataUrl: (operation, _args, { nowMs }) => outputAfter('failed', operation, nowMs),
  rootObjectCount: (operation, _args, { nowMs }) => String(shownProgress(operation, nowMs).roots),
  status: (operation, _args, { nowMs }) => (operation.justStarted ? 'CREATED' : statusAt(operation, nowMs)),
  url: (operation, _args, { nowMs }) => outputAfter('completed', operation, nowMs),
};
