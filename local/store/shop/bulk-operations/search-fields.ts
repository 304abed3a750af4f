import { isoTime } from '../../graphql/execution/context';
import { id, type SearchFields, time, word } from '../../graphql/search/search-fields';
import { gidNumber } from '../state/ids';
import type { BulkOperation } from './bulk-operation';
import { statusAt } from './shown';

/** The filters of `bulkOperations(query:)` in the schema's description; an operation's status is that of the moment. */
export const bulkOperationSearchFields: SearchFields<BulkOperation> = {
  created_at: time(({ createdAtMs }) => [isoTime(createdAtMs)]),
  id: id((operation) => [gidNumber(operation.id)]),
  operation_type: word(({ type }) => [type], { accepted: ['query', 'mutation'] }),
  status: word((operation, _state, nowMs) => [statusAt(operation, nowMs)], {
    isLive: true,
    // An operation expires, but nobody can ask for those (schema, and public code).
    accepted: ['canceled', 'canceling', 'completed', 'created', 'failed', 'running'],
  }),
};
