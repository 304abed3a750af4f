import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { prepareDocument } from '../../graphql/execution/documents';
import type { ShopSchema } from '../../graphql/schema';

/** The document that a bulk operation is to run. */
export type InnerDocument =
  | {
      readonly kind: 'parsed';
      readonly document: DocumentNode;
      readonly operations: readonly OperationDefinitionNode[];
      /** Errors of the schema, in Shopify's words. */
      readonly invalid: string | null;
    }
  | { readonly kind: 'unparsable'; readonly message: string };

export function readInnerDocument(schema: ShopSchema, text: string): InnerDocument {
  const prepared = prepareDocument(schema, text);
  const invalid = 'errors' in prepared ? (prepared.errors[0]?.message ?? '') : null;
  try {
    const document = parse(text);
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    return { kind: 'parsed', document, operations, invalid };
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: 'unparsable', message: invalid ?? error.message };
    throw error;
  }
}

/** Shopify keeps the document in a column of that size (recorded). */
export const longestDocumentBytes = 65_535;
