import { type Result, succeed } from '../../ports/problem';
import { fetchOne } from '../client/fetch-all';
import type { GraphqlRequest, UserError } from '../client/graphql';
import type { BulkAccess } from './bulk-operation';

/**
 * The mark stands in the name of the mutation, because an operation answers its document and not its identifier.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/bulkOperationRunMutation
 */
export function runRequest(document: string, path: string, mark: string): GraphqlRequest {
  return {
    document: `mutation RunInBulk($mutation: String!, $path: String!, $mark: String!) {
  bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path, clientIdentifier: $mark) {
    bulkOperation { id }
    userErrors { code message }
  }
}`,
    variables: { mutation: document.replace(/^mutation \w+/, `$&_${nameOf(mark)}`), path, mark },
    cost: 10,
    // Two operations would work through the same file.
    repeatable: false,
  };
}

function nameOf(mark: string): string {
  return mark.replace(/-/g, '');
}

interface Payload {
  readonly bulkOperation: { readonly id: string } | null;
  readonly userErrors: readonly UserError[];
}

/** Starts a file's operation; where no answer tells whether it began, Shopify is asked for it. */
export function runBulkMutation(
  access: Pick<BulkAccess, 'client'>,
  request: GraphqlRequest,
  mark: string,
): Result<{ readonly id: string } | 'busy' | 'declined'> {
  const [reply] = access.client.send([request]);
  if (reply?.kind === 'failed') return { ok: false, problem: reply.problem };
  if (reply?.kind !== 'answered') {
    const found = findBulkMutation(access, mark);
    return found.ok ? succeed(found.value === undefined ? 'declined' : { id: found.value }) : found;
  }
  const payload = reply.data.bulkOperationRunMutation as Payload | null | undefined;
  if (payload?.bulkOperation) return succeed({ id: payload.bulkOperation.id });
  const isBusy = payload?.userErrors.some(({ code }) => code === 'OPERATION_IN_PROGRESS') ?? false;
  return succeed(isBusy ? 'busy' : 'declined');
}

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/bulkOperationCancel */
export function cancelRequest(id: string): GraphqlRequest {
  return {
    document: `mutation CancelBulkOperation($id: ID!) {
  bulkOperationCancel(id: $id) {
    userErrors { message }
  }
}`,
    variables: { id },
    cost: 10,
    repeatable: true,
  };
}

/** Newest first, and not searched, because a search lags behind. */
export const latestOperationsRequest: GraphqlRequest = {
  document: 'query LatestBulkOperations { bulkOperations(first: 50) { nodes { id query } } }',
  variables: {},
  cost: 9,
  repeatable: true,
};

export function findBulkMutation(
  { client }: Pick<BulkAccess, 'client'>,
  mark: string,
): Result<string | undefined> {
  return fetchOne(client, latestOperationsRequest, (data) => {
    const { bulkOperations } = data as {
      readonly bulkOperations: {
        readonly nodes: readonly { readonly id: string; readonly query: string }[];
      };
    };
    return bulkOperations.nodes.find(({ query }) => query.includes(nameOf(mark)))?.id;
  });
}
