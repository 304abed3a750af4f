import { type ExecutionContext, isoTime } from '../../graphql/execution/context';
import type { BulkEnd, BulkOperation } from './bulk-operation';
import { lineDoneAs, longestRunMs } from './bulk-pace';
import { collectQuery } from './collect-query';
import type { Execute } from './execute';
import { jsonLine } from './output';
import { readLine, synchronously, variableLines } from './variable-lines';

/**
 * Does what bulk operations have been due to do since somebody last looked: so their writes appear as their
 * virtual time passes. Operations are advanced one after the other, not line by line in turn.
 */
export function advanceBulkOperations(context: ExecutionContext, execute: Execute): void {
  const { state, nowMs } = context;
  for (const operation of state.bulkOperations.all()) {
    if (operation.end || nowMs < operation.startsAtMs) continue;
    const advance = operation.type === 'QUERY' ? runQuery : runDueLines;
    state.bulkOperations.put(advance(operation, context, execute));
  }
}

/** The operation's own view of the store: its version, its scopes, and its moment. */
function contextAt(operation: BulkOperation, context: ExecutionContext, atMs: number): ExecutionContext {
  const { apiVersion, accessScopes } = operation;
  return { ...context, apiVersion, accessScopes, nowMs: atMs, now: isoTime(atMs) };
}

/** A query reads the store at once, and takes its time to write down what it read. */
function runQuery(operation: BulkOperation, context: ExecutionContext, execute: Execute): BulkOperation {
  const { startsAtMs, breaksOff, rowsPerSecond } = operation;
  const collected = collectQuery(operation, contextAt(operation, context, startsAtMs), execute);
  if ('errorCode' in collected) {
    return { ...operation, end: { kind: 'failed', atMs: startsAtMs, errorCode: collected.errorCode } };
  }
  const doneAtMs = (rows: number): number => startsAtMs + Math.ceil((rows / rowsPerSecond) * 1000);
  const objects = collected.objects.slice(0, breaksOff?.afterRows);
  const end: BulkEnd = breaksOff
    ? { kind: 'failed', atMs: doneAtMs(objects.length), errorCode: breaksOff.errorCode }
    : { kind: 'completed', atMs: doneAtMs(objects.length) };
  return {
    ...operation,
    end,
    objectCount: objects.length,
    rootObjectCount: objects.filter((object) => !('__parentId' in object)).length,
    output: objects.map(jsonLine),
  };
}

/** Every line is one execution of the document; they end in any order, each with its `__lineNumber`. */
function runDueLines(operation: BulkOperation, context: ExecutionContext, execute: Execute): BulkOperation {
  const { id, createdAtMs, startsAtMs, rowsPerSecond, breaksOff, objectCount } = operation;
  const lines = variableLines(context.state, operation);
  const last = Math.min(lines.length, breaksOff?.afterRows ?? Number.POSITIVE_INFINITY);
  const latestMs = Math.min(context.nowMs, createdAtMs + longestRunMs.MUTATION);
  const dueMs = (done: number): number => startsAtMs + Math.ceil((done / rowsPerSecond) * 1000);
  const inner = synchronously(operation.query);
  const written: string[] = [];
  let done = objectCount;
  for (; done < last && dueMs(done + 1) <= latestMs; done += 1) {
    const lineNumber = lineDoneAs(id, done, lines.length);
    const line = readLine(lines[lineNumber] ?? '');
    const answer =
      'errors' in line
        ? line
        : execute(
            { query: inner, variables: line.variables },
            contextAt(operation, context, dueMs(done + 1)),
          );
    written.push(jsonLine({ ...answer, extensions: undefined, __lineNumber: lineNumber }));
  }
  return {
    ...operation,
    objectCount: done,
    rootObjectCount: done,
    output: written.length > 0 ? [...operation.output, written.join('')] : operation.output,
    end: endOf(operation, done, last, dueMs(last), context.nowMs),
  };
}

function endOf(
  { breaksOff, createdAtMs }: BulkOperation,
  done: number,
  last: number,
  lastDueMs: number,
  nowMs: number,
): BulkEnd | null {
  const timeoutMs = createdAtMs + longestRunMs.MUTATION;
  if (done < last)
    return nowMs < timeoutMs ? null : { kind: 'failed', atMs: timeoutMs, errorCode: 'TIMEOUT' };
  if (breaksOff) return { kind: 'failed', atMs: lastDueMs, errorCode: breaksOff.errorCode };
  return { kind: 'completed', atMs: lastDueMs };
}
