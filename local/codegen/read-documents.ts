import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  extendSchema,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { API_VERSION } from '../../src/shopify/client/graphql';
import { schemaFor } from '../store/graphql/schema';

/** One file of documents. */
interface DocumentFile {
  /** Without its ending. */
  readonly name: string;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: readonly FragmentDefinitionNode[];
}

export interface Documents {
  readonly schema: GraphQLSchema;
  readonly files: readonly DocumentFile[];
  /** Fragments of all files, by name. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Directives of our own, which never reach Shopify.
 * - `@bulk`: a bulk query takes no variables, so each `@include(if:)` is decided as the text is made.
 * - `@each`: the field is asked for once for each value of the variable that has its alias as name.
 */
const OWN_DIRECTIVES = parse('directive @bulk on QUERY directive @each on FIELD');

/** Reads every `.graphql` file of a folder; throws where one does not fit the pinned schema. */
export function readDocuments(folder: string): Documents {
  const schema = extendSchema(schemaFor(API_VERSION).graphql, OWN_DIRECTIVES, { assumeValid: true });
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const parsed = names.map((name) =>
    parse(readFileSync(path.join(folder, name), 'utf8'), { noLocation: true }),
  );
  const definitions = parsed.flatMap((document) => document.definitions);
  const errors = validate(schema, { kind: Kind.DOCUMENT, definitions }, specifiedRules);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const files = parsed.map((document, index) => ({
    name: path.basename(names[index] ?? '', '.graphql'),
    operations: document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION),
    fragments: document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION),
  }));
  const fragments = new Map(files.flatMap((file) => file.fragments.map((node) => [node.name.value, node])));
  return { schema, files, fragments };
}
