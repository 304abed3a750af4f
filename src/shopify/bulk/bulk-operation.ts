import type { Http } from '../../ports/http';
import { type ProblemKind, type Result, succeed } from '../../ports/problem';
import type { Clock } from '../../ports/system';
import type { AdminClient } from '../client/admin-client';
import { fetchOne } from '../client/fetch-all';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { type BulkOperationData, BulkOperationDocument } from '../documents/generated/bulk-operations';
import type { OperationFields } from '../documents/generated/fragments';
import type { BulkOperationStatus } from '../documents/generated/schema-types';

/** Ports that bulk operations need: files come and go past the Admin API, without a token. */
export interface BulkAccess {
  readonly client: AdminClient;
  readonly http: Http;
  readonly clock: Clock;
}

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/BulkOperation */
export interface BulkOperation {
  readonly id: string;
  readonly status: BulkOperationStatus;
  /** Number of objects that were read, or of lines that were done, so far. */
  readonly objectCount: number;
  /** The address of the result, good for seven days. After an operation that broke off, that of the part that was done. */
  readonly resultUrl: string | undefined;
  /** Bytes; undefined where Shopify does not say. */
  readonly fileSize: number | undefined;
}

export function toBulkOperation(node: OperationFields): BulkOperation {
  const { id, status, objectCount, url, partialDataUrl, fileSize } = node;
  const resultUrl = url ?? partialDataUrl ?? undefined;
  // The size is that of the whole file; of a part nothing is said.
  const size = url && fileSize ? Number(fileSize) : undefined;
  return { id, status, objectCount: Number(objectCount), resultUrl, fileSize: size };
}

const UNDER_WAY: ReadonlySet<BulkOperationStatus> = new Set(['CREATED', 'RUNNING', 'CANCELING']);

export function isUnderWay({ status }: BulkOperation): boolean {
  return UNDER_WAY.has(status);
}

export function bulkOperationRequest(id: string): GraphqlRequest<BulkOperationData> {
  return readRequest(BulkOperationDocument, { id }, 1);
}

/** Undefined where Shopify knows no such operation (any more). */
function fetchBulkOperation(
  { client }: Pick<BulkAccess, 'client'>,
  id: string,
): Result<BulkOperation | undefined> {
  return fetchOne(client, bulkOperationRequest(id), ({ bulkOperation }) =>
    bulkOperation ? toBulkOperation(bulkOperation) : undefined,
  );
}

/** Shopify's refusals of the engine alone. */
const OF_THE_ENGINE: readonly ProblemKind[] = ['store-error', 'missing-scope'];

/** Work that the engine does not take goes directly; what stops a run otherwise stops it here too. */
export function declined(answer: Result<unknown>): Result<'declined'> {
  return answer.ok || OF_THE_ENGINE.includes(answer.problem.kind) ? succeed('declined') : answer;
}

/** The pause before the next poll, as in Shopify's own command line: ten polls a second apart, then one every five seconds. */
export function pollPauseMs(polls: number): number {
  return polls < 10 ? 1_000 : 5_000;
}

/**
 * Looks again and again until an operation is over or the deadline (milliseconds since 1970) has come; answers what was
 * seen last, undefined where Shopify knows no such operation.
 */
export function awaitOperation(
  access: BulkAccess,
  id: string,
  deadlineMs: number,
): Result<BulkOperation | undefined> {
  const { clock } = access;
  for (let polls = 0; ; polls++) {
    clock.sleep(Math.max(0, Math.min(pollPauseMs(polls), deadlineMs - clock.now())));
    const seen = fetchBulkOperation(access, id);
    if (!seen.ok || !seen.value || !isUnderWay(seen.value)) return seen;
    if (clock.now() >= deadlineMs) return succeed(seen.value);
  }
}
