import { type Result, succeed } from '../../ports/problem';
import { fetchOne } from '../client/fetch-all';
import { type GraphqlRequest, readRequest, writeRequest } from '../client/graphql';
import {
  type CancelBulkOperationData,
  CancelBulkOperationDocument,
  LatestBulkOperationsDocument,
  type RunInBulkData,
  RunInBulkDocument,
} from '../documents/generated/bulk-operations';
import type { BulkAccess } from './bulk-operation';

/**
 * The mark stands in the name of the mutation, because an operation answers its document and not its identifier. Sent
 * twice, two operations would work through the same file.
 */
export function runRequest(document: string, path: string, mark: string): GraphqlRequest<RunInBulkData> {
  const mutation = document.replace(/^mutation \w+/, `$&_${nameOf(mark)}`);
  return writeRequest(RunInBulkDocument, { mutation, path, mark }, { cost: 10, repeatable: false });
}

function nameOf(mark: string): string {
  return mark.replace(/-/g, '');
}

/** Starts a file's operation; where no answer tells whether it began, Shopify is asked for it. */
export function runBulkMutation(
  access: Pick<BulkAccess, 'client'>,
  request: GraphqlRequest<RunInBulkData>,
  mark: string,
): Result<{ readonly id: string } | 'busy' | 'declined'> {
  const [reply] = access.client.send([request]);
  if (reply?.kind === 'failed') return { ok: false, problem: reply.problem };
  if (reply?.kind !== 'answered') {
    const found = findBulkMutation(access, mark);
    return found.ok ? succeed(found.value === undefined ? 'declined' : { id: found.value }) : found;
  }
  const payload = (reply.data as Partial<RunInBulkData>).bulkOperationRunMutation;
  if (payload?.bulkOperation) return succeed({ id: payload.bulkOperation.id });
  const isBusy = payload?.userErrors.some(({ code }) => code === 'OPERATION_IN_PROGRESS') ?? false;
  return succeed(isBusy ? 'busy' : 'declined');
}

export function cancelRequest(id: string): GraphqlRequest<CancelBulkOperationData> {
  return writeRequest(CancelBulkOperationDocument, { id }, { cost: 10, repeatable: true });
}

export const latestOperationsRequest = readRequest(LatestBulkOperationsDocument, {}, 9);

export function findBulkMutation(
  { client }: Pick<BulkAccess, 'client'>,
  mark: string,
): Result<string | undefined> {
  return fetchOne(
    client,
    latestOperationsRequest,
    ({ bulkOperations }) => bulkOperations.nodes.find(({ query }) => query.includes(nameOf(mark)))?.id,
  );
}
