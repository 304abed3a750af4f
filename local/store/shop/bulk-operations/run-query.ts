import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { schemaFor } from '../../graphql/schema';
import { checkBulkQuery } from './check-query';
import { checkConcurrency, start } from './start';

interface Args {
  readonly query: string;
  readonly groupObjects?: boolean | null;
}

/** `bulkOperationRunQuery`: everything a query's connections hold, as JSON Lines. */
export function bulkOperationRunQuery(args: Args, context: ExecutionContext): Payload {
  const faults = checkBulkQuery(schemaFor(context.apiVersion), args.query);
  if (faults.length > 0) return { bulkOperation: null, userErrors: faults };
  const tooMany = checkConcurrency(context, 'QUERY');
  if (tooMany) return { bulkOperation: null, userErrors: [tooMany] };
  const bulkOperation = start(context, {
    type: 'QUERY',
    query: args.query,
    stagedUploadId: null,
    groupsObjects: args.groupObjects ?? false,
  });
  return { bulkOperation, userErrors: [] };
}
