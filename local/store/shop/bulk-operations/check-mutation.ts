import { Kind } from 'graphql';
import type { ShopSchema } from '../../graphql/schema';
import { type UserError, userError } from '../../graphql/user-errors';
import { longestDocumentBytes, readInnerDocument } from './inner-document';
import { connectionsIn } from './selected-connections';

const invalidMutation = 'INVALID_MUTATION';

/** A bulk operation may not start another one. */
const isForbidden = (root: string): boolean => /^bulkOperationRun/.test(root);

/** Refusals of a bulk mutation before Shopify looks at the file; texts, fields and codes as recorded. */
export function checkBulkMutation(schema: ShopSchema, text: string): UserError | null {
  const inner = readInnerDocument(schema, text);
  if (inner.kind === 'unparsable') {
    return userError(null, `Failed to parse the mutation - ${inner.message}`, invalidMutation);
  }
  const [operation] = inner.operations;
  if (operation?.operation !== 'mutation') {
    return userError(
      null,
      'Invalid operation type. Only `mutation` operations are supported.',
      invalidMutation,
    );
  }
  const [root, another] = operation.selectionSet.selections;
  if (inner.operations.length > 1 || root?.kind !== Kind.FIELD || another) {
    return userError(['mutation'], 'You must specify a single top level mutation.');
  }
  if (isForbidden(root.name.value)) return userError(['mutation'], 'You must use an allowed mutation name.');
  if (connectionsIn(schema.graphql, inner.document, operation).length > 1) {
    return userError(['mutation'], 'Bulk mutations cannot contain more than 1 connection.');
  }
  if (inner.invalid !== null) {
    return userError(null, `Failed to parse the mutation - ${inner.invalid}`, invalidMutation);
  }
  const bytes = Buffer.byteLength(text);
  if (bytes <= longestDocumentBytes) return null;
  const message = `is too large (${bytes} bytes; maximum is ${longestDocumentBytes} bytes)`;
  return userError(['query'], message, invalidMutation);
}
