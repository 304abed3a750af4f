import { Kind, type OperationDefinitionNode } from 'graphql';
import type { ShopSchema } from '../../graphql/schema';
import { type UserError, userError } from '../../graphql/user-errors';
import { longestDocumentBytes, readInnerDocument } from './inner-document';
import { connectionsIn, type SelectedConnection } from './selected-connections';

const mostConnections = 5;
const deepestNesting = 2;

const refuse = (message: string): UserError => userError(['query'], message, 'INVALID');

/** Refusals of a bulk query; several faults of the connections are named together. */
export function checkBulkQuery(schema: ShopSchema, text: string): readonly UserError[] {
  const inner = readInnerDocument(schema, text);
  if (inner.kind === 'unparsable') return [refuse(`Invalid bulk query: ${inner.message}`)];
  const [operation] = inner.operations;
  if (operation?.operation !== 'query') {
    return [refuse('Invalid operation type. Only `query` operations are supported.')];
  }
  if (inner.invalid !== null) return [refuse(`Invalid bulk query: ${inner.invalid}`)];
  const faults = [
    ...checkRoots(operation),
    ...checkConnections(connectionsIn(schema.graphql, inner.document, operation)),
  ];
  if (faults.length > 0) return faults;
  const bytes = Buffer.byteLength(text);
  if (bytes <= longestDocumentBytes) return [];
  return [refuse(`Query is too large (${bytes} bytes; maximum is ${longestDocumentBytes} bytes)`)];
}

/** https://shopify.dev/docs/api/usage/bulk-operations/queries: the top-level node and nodes fields can't be used. */
const checkRoots = ({ selectionSet }: OperationDefinitionNode): readonly UserError[] =>
  ['node', 'nodes']
    .filter((root) =>
      selectionSet.selections.some((node) => node.kind === Kind.FIELD && node.name.value === root),
    )
    .map((root) => refuse(`Bulk queries cannot contain a top level \`${root}\` field.`));

/** The rules of the same page; the second and the last text are recorded, the others from public code and reports. */
function checkConnections(connections: readonly SelectedConnection[]): readonly UserError[] {
  const withNodes = connections.filter(({ selectsNodes }) => selectsNodes).map(({ field }) => field);
  const withoutId = connections
    .filter(({ hasNested, selectsNodeId }) => hasNested && !selectsNodeId)
    .map(({ field }) => field);
  const faults: readonly (readonly [boolean, string])[] = [
    [
      withNodes.length > 0,
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${withNodes[0]} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${withNodes.join("', '")}'.`,
    ],
    [connections.length === 0, 'Bulk queries must contain at least one connection.'],
    [
      connections.some(({ depth }) => depth > deepestNesting + 1),
      'Bulk queries cannot contain connections with a nesting depth greater than 2.',
    ],
    [connections.length > mostConnections, 'Bulk queries cannot contain more than 5 connections.'],
    [
      withoutId.length > 0 && withNodes.length === 0,
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${withoutId.join(', ')}.`,
    ],
    [
      connections.some(({ isInList }) => isInList),
      'Queries that contain a connection field within a list field are not currently supported.',
    ],
  ];
  return faults.filter(([isFault]) => isFault).map(([, message]) => refuse(message));
}
