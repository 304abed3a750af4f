import { type Result, succeed } from '../../ports/problem';
import { fetchOne } from '../fetch-all';
import type { GraphqlRequest, UserError } from '../graphql';
import { awaitOperation } from './await-operation';
import {
  BULK_OPERATION_FIELDS,
  type BulkAccess,
  type BulkOperation,
  type BulkOperationNode,
  toBulkOperation,
} from './bulk-operation';
import { readResultLines } from './result-lines';

/**
 * Reads with Shopify's bulk engine and hands over each object, children after their parents with `__parentId`.
 * `declined` where it cannot be read this way, now or in time: the caller reads page by page then, and forgets what was
 * handed over.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries
 */
export function runBulkQuery(
  access: BulkAccess,
  query: string,
  deadlineMs: number,
  take: (object: unknown) => void,
): Result<'read' | 'declined'> {
  const started = start(access, query);
  if (!started.ok || !started.value) return declinedUnless(started);
  const ended = awaitOperation(access, started.value.id, deadlineMs);
  if (!ended.ok || ended.value?.status !== 'COMPLETED') return declinedUnless(ended);
  // An operation that found nothing has no file.
  const { resultUrl, objectCount } = ended.value;
  if (!resultUrl) return succeed(objectCount === 0 ? 'read' : 'declined');
  let isWhole = true;
  const read = readResultLines(access, resultUrl, (line) => {
    if (line === undefined) isWhole = false;
    else take(line);
  });
  if (!read.ok) return read;
  return succeed(read.value === 'read' && isWhole ? 'read' : 'declined');
}

/** Undefined where Shopify refuses: five others of this app are running, or the query is not one for this engine. */
function start({ client }: BulkAccess, query: string): Result<BulkOperation | undefined> {
  return fetchOne(client, startRequest(query), (data) => {
    const { bulkOperationRunQuery: payload } = data as { readonly bulkOperationRunQuery: Payload | null };
    return payload?.bulkOperation ? toBulkOperation(payload.bulkOperation) : undefined;
  });
}

export function startRequest(query: string): GraphqlRequest {
  return {
    document: `mutation ReadInBulk($query: String!) {
  bulkOperationRunQuery(query: $query) {
    bulkOperation { ${BULK_OPERATION_FIELDS} }
    userErrors { message }
  }
}`,
    variables: { query },
    cost: 11,
    // A read that runs twice reads the same.
    repeatable: true,
  };
}

interface Payload {
  readonly bulkOperation: BulkOperationNode | null;
  readonly userErrors: readonly UserError[];
}

/** What stops a run stops it here too. */
function declinedUnless(answer: Result<unknown>): Result<'declined'> {
  const isOfThisWay = answer.ok || ['store-error', 'missing-scope'].includes(answer.problem.kind);
  return isOfThisWay ? succeed('declined') : answer;
}
