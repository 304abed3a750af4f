import { type Result, succeed } from '../../ports/problem';
import { fetchOne } from '../client/fetch-all';
import { type GraphqlRequest, writeRequest } from '../client/graphql';
import { type ReadInBulkData, ReadInBulkDocument } from '../documents/generated/bulk-operations';
import {
  awaitOperation,
  type BulkAccess,
  type BulkOperation,
  declined,
  isUnderWay,
  toBulkOperation,
} from './bulk-operation';
import { type ByteSpan, type ResultFile, readResultLines } from './result-lines';

export interface BulkQueryRun {
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
  /** The operation that an earlier execution began for the same query. */
  readonly begun: string | undefined;
  readonly onBegun: (id: string) => void;
}

/** The file of a query that is done, and the number of its lines. */
export interface QueryResult extends ResultFile {
  readonly objectCount: number;
}

/**
 * Reads with Shopify's bulk engine and hands over each object; what stands in another names its `__parentId`. `running`
 * where that is not done at the deadline. `declined` where it cannot be read this way now: the caller reads page by page
 * then, and forgets what was handed over. `unreadable` where Shopify has the result and it cannot be fetched.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries
 */
export function runBulkQuery<Line>(
  access: BulkAccess,
  query: string,
  run: BulkQueryRun,
  take: (line: Line) => void,
): Result<'read' | 'declined' | 'running' | 'unreadable'> {
  const ended = endBulkQuery(access, query, run);
  if (!ended.ok) return ended;
  return typeof ended.value === 'string' ? succeed(ended.value) : readQueryResult(access, ended.value, take);
}

/** Waits until a query is done; `read` where it found nothing. */
export function endBulkQuery(
  access: BulkAccess,
  query: string,
  run: BulkQueryRun,
): Result<QueryResult | 'read' | 'declined' | 'running'> {
  const ended = endOf(access, query, run);
  if (!ended.ok || !ended.value) return declined(ended);
  if (isUnderWay(ended.value)) return succeed('running');
  if (ended.value.status !== 'COMPLETED') return succeed('declined');
  // An operation that found nothing has no file.
  const { resultUrl, objectCount, fileSize } = ended.value;
  if (!resultUrl) return succeed(objectCount === 0 ? 'read' : 'declined');
  return succeed({ resultUrl, objectCount, fileSize });
}

/** Hands over each line, with its bytes. */
export function readQueryResult<Line>(
  access: Pick<BulkAccess, 'http' | 'clock'>,
  { objectCount, ...file }: QueryResult,
  take: (line: Line, bytes: ByteSpan) => void,
): Result<'read' | 'declined' | 'unreadable'> {
  let taken = 0;
  const read = readResultLines(access, file, (line, bytes) => {
    if (line === undefined) return;
    taken += 1;
    // The engine writes what the query selects.
    take(line as Line, bytes);
  });
  if (!read.ok) return succeed('unreadable');
  return succeed(read.value === 'read' && taken >= objectCount ? 'read' : 'declined');
}

/** Begins a query and waits for nothing; its operation, undefined where Shopify does not take it now. */
export function beginBulkQuery(access: BulkAccess, query: string): Result<string | undefined> {
  const started = start(access, query);
  if (started.ok) return succeed(started.value?.id);
  const refused = declined(started);
  return refused.ok ? succeed(undefined) : refused;
}

/** The operation as it stands at its end or at the deadline; one that ended badly before is begun again. */
function endOf(
  access: BulkAccess,
  query: string,
  { deadlineMs, begun, onBegun }: BulkQueryRun,
): Result<BulkOperation | undefined> {
  if (begun !== undefined) {
    const ended = awaitOperation(access, begun, deadlineMs);
    if (!ended.ok || (ended.value && (isUnderWay(ended.value) || ended.value.status === 'COMPLETED')))
      return ended;
  }
  const started = start(access, query);
  if (!started.ok || !started.value) return started;
  onBegun(started.value.id);
  return awaitOperation(access, started.value.id, deadlineMs);
}

/** Undefined where Shopify refuses: five others of this app are running, or the query is not one for this engine. */
function start({ client }: BulkAccess, query: string): Result<BulkOperation | undefined> {
  return fetchOne(client, startRequest(query), ({ bulkOperationRunQuery: payload }) =>
    payload?.bulkOperation ? toBulkOperation(payload.bulkOperation) : undefined,
  );
}

/** A read that runs twice reads the same. */
export function startRequest(query: string): GraphqlRequest<ReadInBulkData> {
  return writeRequest(ReadInBulkDocument, { query }, { cost: 11, repeatable: true });
}
