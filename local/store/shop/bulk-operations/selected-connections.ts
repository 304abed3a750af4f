import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A connection that an operation selects. */
export interface SelectedConnection {
  readonly field: string;
  /** 1 for one that stands in no other. */
  readonly depth: number;
  readonly selectsNodes: boolean;
  /** `edges { node { id } }`, without an alias. */
  readonly selectsNodeId: boolean;
  readonly isInList: boolean;
  readonly hasNested: boolean;
}

interface Around {
  readonly depth: number;
  readonly isInList: boolean;
}

/** In the order of the document, outer ones first; what the schema does not know is passed over. */
export function connectionsIn(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly SelectedConnection[] {
  const fragments = fragmentsOf(document);
  const root = schema.getRootType(operation.operation);
  return root
    ? connectionsOf(schema, fragments, root, operation.selectionSet, { depth: 0, isInList: false })
    : [];
}

export const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.name.endsWith('Connection') && 'edges' in type.getFields();

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );

function connectionsOf(
  schema: GraphQLSchema,
  fragments: Fragments,
  parent: GraphQLNamedType,
  selectionSet: SelectionSetNode,
  around: Around,
): SelectedConnection[] {
  return selectionSet.selections.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD || node.kind === Kind.INLINE_FRAGMENT) {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const on = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      return fragment && on ? connectionsOf(schema, fragments, on, fragment.selectionSet, around) : [];
    }
    if (!(isObjectType(parent) || isInterfaceType(parent)) || !node.selectionSet) return [];
    const type = parent.getFields()[node.name.value]?.type;
    if (!type) return [];
    const named = getNamedType(type);
    if (!isConnection(named)) {
      const isInList = around.isInList || (isListType(getNullableType(type)) && !isConnection(parent));
      return connectionsOf(schema, fragments, named, node.selectionSet, { ...around, isInList });
    }
    const depth = around.depth + 1;
    const nested = connectionsOf(schema, fragments, named, node.selectionSet, { depth, isInList: false });
    const connection = {
      field: node.name.value,
      depth,
      selectsNodes: selects(fragments, node.selectionSet, ['nodes']),
      selectsNodeId: selects(fragments, node.selectionSet, ['edges', 'node', 'id']),
      isInList: around.isInList,
      hasNested: nested.length > 0,
    };
    return [connection, ...nested];
  });
}

/** Whether a path of unaliased fields is selected. */
function selects(fragments: Fragments, { selections }: SelectionSetNode, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  return selections.some((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return selects(fragments, node.selectionSet, path);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(node.name.value);
      return fragment !== undefined && selects(fragments, fragment.selectionSet, path);
    }
    if (node.name.value !== first || node.alias) return false;
    return (
      rest.length === 0 || (node.selectionSet !== undefined && selects(fragments, node.selectionSet, rest))
    );
  });
}
