import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
} from 'graphql';
import { isConnection, isEdges, isNode, pageSize } from './field-kinds';
import { inputSurcharge } from './input-surcharge';
import { type OperationToCost, operationToCost } from './operation-to-cost';
import {
  connectionPrice,
  freeTypes,
  leafPrice,
  mutationPrice,
  objectPrice,
  pageFactor,
  roundedCost,
} from './price-list';
import { namedObjectTypes, type SelectedField, selectedFields } from './selected-fields';

/** One row of `extensions.cost.fields`, which Shopify adds for `Shopify-GraphQL-Cost-Debug: 1`. */
export interface FieldCost {
  readonly path: readonly string[];
  /** Cost of the field itself; null where that depends on the page size. */
  readonly definedCost: number | null;
  readonly requestedTotalCost: number;
  readonly requestedChildrenCost: number | null;
}

export interface RequestedCost {
  /** Whole points. */
  readonly total: number;
  /** Children before their parents, as Shopify lists them (github.com/Shopify/shopify-api-js/issues/602). */
  readonly fields: readonly FieldCost[];
}

/** Charge before anything is executed; undefined where the document has no such operation. */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string | null,
): RequestedCost | undefined {
  const request = operationToCost(schema, document, variables, operationName);
  if (!request) return undefined;
  const isMutation = request.operation.operation === 'mutation';
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const fields: FieldCost[] = [];
  let points = 0;
  for (const field of selectedFields(request, root ?? undefined, [request.operation.selectionSet])) {
    points += isMutation
      ? costOfMutation(request, field, fields)
      : costOfField(request, root ?? undefined, field, [], fields);
  }
  return { total: roundedCost(points), fields };
}

/** The payload and its direct fields belong to the mutation's price; what they lead to does not. */
function costOfMutation(request: OperationToCost, mutation: SelectedField, rows: FieldCost[]): number {
  let children = 0;
  for (const field of selectedFields(request, mutation.type, mutation.selections)) {
    const path = [mutation.responseName, field.responseName];
    const below = isConnection(field)
      ? costOfField(request, mutation.type, field, [mutation.responseName], rows)
      : costOfSelection(request, field.type, field, path, rows);
    children += below;
    if (!isConnection(field)) rows.push(row(path, 0, below, field));
  }
  const price = mutationPrice(mutation.name) + inputSurcharge(mutation.name, mutation.args);
  rows.push(row([mutation.responseName], price, price + children, mutation, children));
  return price + children;
}

/** The points of one field with all below it. `above` is empty at the root; rows for the debug header are added to `rows`. */
export function costOfField(
  request: OperationToCost,
  parent: GraphQLNamedType | undefined,
  field: SelectedField,
  above: readonly string[],
  rows: FieldCost[],
): number {
  const path = [...above, field.responseName];
  const parentName = parent?.name ?? '';
  if (field.selections.length === 0) {
    const price = leafPrice(parentName, field.name);
    rows.push({ path, definedCost: price, requestedTotalCost: price, requestedChildrenCost: null });
    return price;
  }
  if (field.type && freeTypes.has(field.type.name) && !isNode(parentName, field)) {
    rows.push(row(path, 0, 0, field));
    return 0;
  }
  const children = costOfSelection(request, field.type, field, path, rows);
  if (isConnection(field)) {
    const total = connectionPrice + pageFactor(pageSize(field)) * children;
    rows.push(row(path, null, total, field, children));
    return total;
  }
  const price = isEdges(parentName, field) ? 0 : objectPrice(parentName, field.name, above.length === 0);
  rows.push(row(path, price, price + children, field, children));
  return price + children;
}

/** Cost of an interface or union: the dearest of its possible types. */
function costOfSelection(
  request: OperationToCost,
  type: GraphQLNamedType | undefined,
  field: SelectedField,
  path: readonly string[],
  rows: FieldCost[],
): number {
  if (field.selections.length === 0 || isLeafType(type)) return 0;
  const candidates = isAbstractType(type) ? [type, ...namedObjectTypes(request, field.selections)] : [type];
  let dearest: { total: number; rows: FieldCost[] } = { total: -1, rows: [] };
  for (const candidate of candidates) {
    const found: FieldCost[] = [];
    let total = 0;
    for (const child of selectedFields(request, type, field.selections, candidate)) {
      total += costOfField(request, candidate, child, path, found);
    }
    if (total > dearest.total) dearest = { total, rows: found };
  }
  rows.push(...dearest.rows);
  return dearest.total;
}

const row = (
  path: readonly string[],
  definedCost: number | null,
  total: number,
  field: SelectedField,
  children = total - (definedCost ?? 0),
): FieldCost => ({
  path,
  definedCost,
  requestedTotalCost: total,
  requestedChildrenCost: field.selections.length === 0 ? null : children,
});
