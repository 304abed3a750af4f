import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ExecutionContext } from '../../graphql/execution/context';
import { schemaFor } from '../../graphql/schema';
import type { BulkErrorCode, BulkOperation } from './bulk-operation';
import type { Execute } from './execute';
import { isConnection } from './selected-connections';

type JsonObject = Readonly<Record<string, unknown>>;

type Collected = { readonly objects: readonly JsonObject[] } | { readonly errorCode: BulkErrorCode };

/** A marker under which a connection's answer is recognised, whatever its alias. */
const marker = '__bulkConnection';

/** Everything in the connections of a query, one object per line; nested ones name their `__parentId`. */
export function collectQuery(
  operation: BulkOperation,
  context: ExecutionContext,
  execute: Execute,
): Collected {
  const schema = schemaFor(operation.apiVersion).graphql;
  const query = print(withWholeConnections(schema, parse(operation.query)));
  const { data, errors } = execute({ query }, context);
  if (errors && errors.length > 0) {
    const isDenied = errors.some(({ extensions }) => extensions?.code === 'ACCESS_DENIED');
    return { errorCode: isDenied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR' };
  }
  const roots = connectionsWithin(data ?? {})
    .flatMap(nodesOf)
    .map((node) => ({ node, parentId: null }));
  return { objects: operation.groupsObjects ? roots.flatMap(grouped) : byLevels(roots) };
}

interface Found {
  readonly node: JsonObject;
  readonly parentId: string | null;
}

const childrenOf = ({ node }: Found): readonly Found[] =>
  connectionsWithin(node)
    .flatMap(nodesOf)
    .map((child) => ({ node: child, parentId: String(node.id) }));

/** `groupObjects: true`: children directly after their parents. */
const grouped = (found: Found): readonly JsonObject[] => [
  lineOf(found),
  ...childrenOf(found).flatMap(grouped),
];

/** Otherwise Shopify promises no order; here a child comes after every parent, as far from it as can be. */
function byLevels(level: readonly Found[]): readonly JsonObject[] {
  if (level.length === 0) return [];
  return [...level.map(lineOf), ...byLevels(level.flatMap(childrenOf))];
}

const lineOf = ({ node, parentId }: Found): JsonObject => {
  const own = withoutConnections(node) as JsonObject;
  return parentId === null ? own : { ...own, __parentId: parentId };
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMarked = (value: unknown): value is JsonObject => isObject(value) && marker in value;

/** The nearest connections below an object, not those inside them. */
const connectionsWithin = (object: JsonObject): readonly JsonObject[] =>
  Object.values(object).flatMap((value) => {
    if (isMarked(value)) return [value];
    return isObject(value) ? connectionsWithin(value) : [];
  });

const nodesOf = (connection: JsonObject): readonly JsonObject[] =>
  Object.values(connection)
    .flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : []))
    .filter(isObject)
    .flatMap((edge) => Object.values(edge).filter(isObject));

function withoutConnections(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConnections);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => !isMarked(field))
      .map(([name, field]) => [name, withoutConnections(field)]),
  );
}

/** Asks every connection for all it has (a bulk query needs no `first`), and marks its answer. */
function withWholeConnections(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(field): FieldNode | undefined {
          const type = types.getType();
          if (!type || !isConnection(getNamedType(type)) || !field.selectionSet) return undefined;
          const others = field.arguments?.filter(({ name }) => !/^(first|last)$/.test(name.value)) ?? [];
          const first = { kind: Kind.INT, value: String(2 ** 31 - 1) } as const;
          return {
            ...field,
            arguments: [
              ...others,
              { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'first' }, value: first },
            ],
            selectionSet: {
              ...field.selectionSet,
              selections: [
                ...field.selectionSet.selections,
                {
                  kind: Kind.FIELD,
                  alias: { kind: Kind.NAME, value: marker },
                  name: { kind: Kind.NAME, value: '__typename' },
                },
              ],
            },
          };
        },
      },
    }),
  );
}
