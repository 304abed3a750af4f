import { type ASTNode, type FragmentDefinitionNode, type GraphQLSchema, getLocation } from 'graphql';
import type { TopLevelError } from '../execution/answer';

export type Path = readonly (string | number)[];

/** Input of every rule; errors gather in the order of the document, as graphql-ruby reports them. */
export interface Validation {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly errors: TopLevelError[];
}

/** `extensions.code` and its companions are named as graphql-ruby names them, which Shopify runs on. */
export function report(
  validation: Validation,
  node: ASTNode,
  path: Path,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): void {
  validation.errors.push({ message, locations: locationsOf(node), path, extensions });
}

export function locationsOf(node: ASTNode): { line: number; column: number }[] {
  if (!node.loc) return [];
  const { line, column } = getLocation(node.loc.source, node.loc.start);
  return [{ line, column }];
}
