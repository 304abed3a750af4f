import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { OperationToCost } from './operation-to-cost';

/** Everything selected under one response name; the same name may be selected several times. */
export interface SelectedField {
  readonly responseName: string;
  readonly name: string;
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  readonly type: GraphQLNamedType | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selections: readonly SelectionSetNode[];
}

/**
 * The fields selected on a type. `runtimeType` limits fragments to those that apply to it; without one, all
 * fragments count, as for data whose type is not known.
 */
export function selectedFields(
  request: OperationToCost,
  type: GraphQLNamedType | undefined,
  selections: readonly SelectionSetNode[],
  runtimeType?: GraphQLNamedType,
): readonly SelectedField[] {
  const nodes = new Map<string, FieldNode[]>();
  const owners = new Map<string, GraphQLNamedType | undefined>();
  const visit = (selection: SelectionNode, owner: GraphQLNamedType | undefined): void => {
    if (!isIncluded(selection, request.variables)) return;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const known = nodes.get(name);
      if (known) known.push(selection);
      else nodes.set(name, [selection]);
      if (!owners.has(name)) owners.set(name, owner);
      return;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? request.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    const narrowed = condition === undefined ? owner : request.schema.getType(condition);
    if (runtimeType && condition !== undefined && !applies(request.schema, narrowed, runtimeType)) return;
    for (const inner of fragment?.selectionSet.selections ?? []) visit(inner, narrowed);
  };
  for (const set of selections) for (const selection of set.selections) visit(selection, type);
  return [...nodes].map(([name, found]) => mergeField(request, name, runtimeType ?? owners.get(name), found));
}

/** The object types that a selection tells apart: those of its fragments' conditions. */
export function namedObjectTypes(
  request: OperationToCost,
  selections: readonly SelectionSetNode[],
): readonly GraphQLNamedType[] {
  const types = new Set<GraphQLNamedType>();
  const visit = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) return;
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? request.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    const type = condition === undefined ? undefined : request.schema.getType(condition);
    if (isObjectType(type)) types.add(type);
    else if (isAbstractType(type))
      for (const object of request.schema.getPossibleTypes(type)) types.add(object);
    for (const inner of fragment?.selectionSet.selections ?? []) visit(inner);
  };
  for (const set of selections) for (const selection of set.selections) visit(selection);
  return [...types];
}

function applies(
  schema: GraphQLSchema,
  condition: GraphQLNamedType | undefined,
  type: GraphQLNamedType,
): boolean {
  if (condition === type) return true;
  return isAbstractType(condition) && (isObjectType(type) || isInterfaceType(type))
    ? schema.isSubType(condition, type)
    : false;
}

function mergeField(
  request: OperationToCost,
  responseName: string,
  owner: GraphQLNamedType | undefined,
  nodes: readonly FieldNode[],
): SelectedField {
  const first = nodes[0] as FieldNode;
  const name = first.name.value;
  const fields = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields() : {};
  const definition = fields[name];
  const args: Record<string, unknown> = {};
  for (const argument of first.arguments ?? []) {
    args[argument.name.value] = valueFromASTUntyped(argument.value, request.variables);
  }
  const selections = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  return {
    responseName,
    name,
    definition,
    type: definition && getNamedType(definition.type),
    args,
    selections,
  };
}

function isIncluded(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  for (const directive of selection.directives ?? []) {
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if');
    if (!condition) continue;
    const value = valueFromASTUntyped(condition.value, variables);
    if (directive.name.value === 'skip' && value === true) return false;
    if (directive.name.value === 'include' && value === false) return false;
  }
  return true;
}
