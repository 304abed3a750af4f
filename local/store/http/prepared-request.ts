import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { GraphqlRequest } from '../graphql/execution/answer';
import { prepareDocument } from '../graphql/execution/documents';
import { schemaFor } from '../graphql/schema';

/** The document of a request, undefined where it is not valid in that version. */
export function documentOf({ query }: GraphqlRequest, version: string): DocumentNode | undefined {
  const prepared = prepareDocument(schemaFor(version), query);
  return 'document' in prepared ? prepared.document : undefined;
}

export function operationOf(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operationName ? operations.find((node) => node.name?.value === operationName) : operations[0];
}

/** The root fields a request names, for faults that strike by operation. */
export const rootFieldsOf = (operation: OperationDefinitionNode | undefined): readonly string[] =>
  (operation?.selectionSet.selections ?? []).flatMap((node) =>
    node.kind === Kind.FIELD ? [node.name.value] : [],
  );
