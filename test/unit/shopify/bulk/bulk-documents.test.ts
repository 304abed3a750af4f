import { schemaFor } from '../../../../local/store/graphql/schema';
import { checkBulkMutation } from '../../../../local/store/shop/bulk-operations/check-mutation';
import type { Batch } from '../../../../src/plan/model/batch';
import { runRequest } from '../../../../src/shopify/bulk/run-bulk-mutation';
import { API_VERSION } from '../../../../src/shopify/client/graphql';
import type { OperationOf } from '../../../../src/shopify/operations/operation';
import { operations } from '../../../../src/shopify/operations/operations';
import { ALL_OPERATIONS, sentRequests } from '../sent-requests';

const NEVER_IN_BULK = /-stock$|-images?$/;
const requests = sentRequests();
const MARK = '00000000-0000-4000-8000-000000000001';

test.each(ALL_OPERATIONS.filter((name) => !NEVER_IN_BULK.test(name)))(
  'Shopify takes %s as a bulk operation, under the mark by which it is found again',
  (name) => {
    const { bulkDocument } = operations(() => MARK)[name as Batch['kind']] as OperationOf<Batch>;
    const sent = requests.find((request) => request.name === name);
    const { variables } = runRequest(bulkDocument ?? sent?.document ?? '', 'tmp/lines.jsonl', MARK);
    expect(variables.mutation).toContain(MARK.replace(/-/g, ''));
    expect(checkBulkMutation(schemaFor(API_VERSION), String(variables.mutation))).toBeNull();
  },
);
