import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionOf, isRepeated } from './document-text';
import { objectType, SCALARS, type TypeContext } from './type-context';

/** The TypeScript type of an object as a selection asks for it. */
export function selectionType(
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  context: TypeContext,
): string {
  const fields: string[] = [];
  const others: string[] = [];
  const hasOwn = selections.some(({ kind }) => kind === Kind.FIELD);
  for (const selection of selections) {
    switch (selection.kind) {
      case Kind.FIELD:
        fields.push(property(selection, parent, context));
        break;
      case Kind.FRAGMENT_SPREAD:
        others.push(selection.name.value);
        break;
      case Kind.INLINE_FRAGMENT: {
        const narrow = namedComposite(selection.typeCondition?.name.value ?? '', context);
        const type = selectionType(selection.selectionSet, narrow, context);
        others.push(hasOwn ? `Partial<${type}>` : `Narrowed<${type}>`);
      }
    }
  }
  const own = fields.length > 0 ? [objectType(fields)] : [];
  return [...others, ...own].join(' & ');
}

/** The type of an operation's data. */
export function dataType({ operation, selectionSet }: OperationDefinitionNode, context: TypeContext): string {
  const root = context.schema.getRootType(operation);
  if (!root) throw new Error(`The schema has no ${operation}.`);
  return selectionType(selectionSet, root, context);
}

/**
 * The types of the objects that a bulk query writes as lines of their own: those of its connections. Each names the
 * object whose connection it stands in.
 */
export function lineTypes({ selectionSet }: OperationDefinitionNode, context: TypeContext): string[] {
  const lines: string[] = [];
  const withoutConnections = (set: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection) => {
      if (selection.kind !== Kind.FIELD || !selection.selectionSet) return [selection];
      const type = namedType(selection, parent);
      const node = nodeOf(selection);
      if (!node) return [{ ...selection, selectionSet: withoutConnections(selection.selectionSet, type) }];
      const line = selectionType(withoutConnections(node, nodeType(type)), nodeType(type), context);
      lines.push(parent === root ? line : `BulkLine<${line}, ${gidOf(parent, context)}>`);
      return [];
    }),
  });
  const root = context.schema.getQueryType();
  if (root) withoutConnections(selectionSet, root);
  return lines;
}

function namedType(field: FieldNode, parent: GraphQLCompositeType): GraphQLCompositeType {
  const type = getNamedType(fieldOf(field, parent).type);
  if (!isCompositeType(type)) throw new Error(`${field.name.value} has no fields.`);
  return type;
}

/** Selection of `edges { node { … } }`. */
function nodeOf({ selectionSet }: FieldNode): SelectionSetNode | undefined {
  const [edges] = selectionSet?.selections ?? [];
  if (edges?.kind !== Kind.FIELD || edges.name.value !== 'edges') return undefined;
  const [node] = edges.selectionSet?.selections ?? [];
  return node?.kind === Kind.FIELD ? node.selectionSet : undefined;
}

function nodeType(connection: GraphQLCompositeType): GraphQLCompositeType {
  const edge = isObjectType(connection) ? getNamedType(connection.getFields().edges?.type) : undefined;
  const node = isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : undefined;
  if (!isCompositeType(node)) throw new Error(`${connection.name} is no connection.`);
  return node;
}

function property(field: FieldNode, parent: GraphQLCompositeType, context: TypeContext): string {
  const name = (field.alias ?? field.name).value;
  const key = isRepeated(field) ? `[each: \`${name}\${number}\`]` : `${name}${conditionOf(field) ? '?' : ''}`;
  return `readonly ${key}: ${outputType(fieldOf(field, parent).type, { field, parent, context })};`;
}

function fieldOf({ name: { value } }: FieldNode, parent: GraphQLCompositeType) {
  const found = 'getFields' in parent ? parent.getFields()[value] : undefined;
  if (!found) throw new Error(`${parent.name} has no field ${value}.`);
  return found;
}

interface FieldContext {
  readonly field: FieldNode;
  readonly parent: GraphQLCompositeType;
  readonly context: TypeContext;
}

function outputType(type: GraphQLOutputType, of: FieldContext): string {
  if (isNonNullType(type)) return presentType(type.ofType, of);
  return `${presentType(type, of)} | null`;
}

function presentType(type: GraphQLOutputType, of: FieldContext): string {
  if (isListType(type)) {
    const item = outputType(type.ofType, of);
    return `readonly ${/^[\w<>']+$|^\{[^|&]*\}$/.test(item) ? item : `(${item})`}[]`;
  }
  const { field, parent, context } = of;
  if (isCompositeType(type) && field.selectionSet) return selectionType(field.selectionSet, type, context);
  if (isEnumType(type)) {
    context.use(type);
    return type.name;
  }
  if (!isScalarType(type)) throw new Error(`${field.name.value} selects nothing of ${String(type)}.`);
  return type.name === 'ID' ? gidOf(parent, context) : (SCALARS[type.name] ?? 'string');
}

/** An id says of which type it is; that of an interface is of one of its types. */
function gidOf(parent: GraphQLCompositeType, { schema }: TypeContext): string {
  const types = isObjectType(parent) ? [parent] : schema.getPossibleTypes(parent);
  return `Gid<${types.map(({ name }) => `'${name}'`).join(' | ')}>`;
}

function namedComposite(name: string, { schema }: TypeContext): GraphQLCompositeType {
  const type = schema.getType(name);
  if (!isCompositeType(type)) throw new Error(`The schema has no type ${name} with fields.`);
  return type;
}
