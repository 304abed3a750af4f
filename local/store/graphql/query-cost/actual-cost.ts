import type { DocumentNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
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
import { costOfField } from './requested-cost';
import { type SelectedField, selectedFields } from './selected-fields';

type Answered = Readonly<Record<string, unknown>>;

const isAnswered = (value: unknown): value is Answered => typeof value === 'object' && value !== null;

/**
 * Part of the requested cost that Shopify keeps once the answer is known: a page counts by the nodes it really holds,
 * and nothing is charged below a null. Recorded besides: a null object itself stays charged, an empty page is
 * not refunded, and a page selected through both `nodes` and `edges` counts once.
 */
export function actualCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Answered,
  data: Answered | null | undefined,
  operationName?: string | null,
): number {
  const request = operationToCost(schema, document, variables, operationName);
  if (!request) return 0;
  const isMutation = request.operation.operation === 'mutation';
  const root = (isMutation ? schema.getMutationType() : schema.getQueryType()) ?? undefined;
  let points = 0;
  for (const field of selectedFields(request, root, [request.operation.selectionSet])) {
    const value = data?.[field.responseName];
    points += isMutation
      ? mutationPoints(request, field, value)
      : pointsOf(request, root, field, value, true);
  }
  return roundedCost(points);
}

function mutationPoints(request: OperationToCost, mutation: SelectedField, payload: unknown): number {
  let points = mutationPrice(mutation.name) + inputSurcharge(mutation.name, mutation.args);
  if (!isAnswered(payload)) return points;
  for (const field of selectedFields(request, mutation.type, mutation.selections)) {
    const value = payload[field.responseName];
    points += isConnection(field)
      ? pointsOf(request, mutation.type, field, value)
      : pointsBelow(request, field, value);
  }
  return points;
}

function pointsOf(
  request: OperationToCost,
  parent: GraphQLNamedType | undefined,
  field: SelectedField,
  value: unknown,
  isRoot = false,
): number {
  const parentName = parent?.name ?? '';
  if (field.selections.length === 0) return leafPrice(parentName, field.name);
  if (field.type && freeTypes.has(field.type.name) && !isNode(parentName, field)) return 0;
  if (isConnection(field)) return connectionPoints(request, field, value);
  const price = isEdges(parentName, field) ? 0 : objectPrice(parentName, field.name, isRoot);
  return price + pointsBelow(request, field, value);
}

function connectionPoints(request: OperationToCost, field: SelectedField, value: unknown): number {
  if (!isAnswered(value)) return connectionPrice;
  let nodes = 0;
  let answered = 0;
  let asked = 0;
  for (const child of selectedFields(request, field.type, field.selections)) {
    const list = value[child.responseName];
    if (!Array.isArray(list)) continue;
    nodes = Math.max(nodes, list.length);
    answered = Math.max(answered, pointsOf(request, field.type, child, list));
    asked = Math.max(asked, costOfField(request, field.type, child, [field.responseName], []));
  }
  return connectionPrice + (nodes > 0 ? pageFactor(nodes) * answered : pageFactor(pageSize(field)) * asked);
}

/** Cost of a list: its dearest entry, as a list costs the same whatever its length. */
function pointsBelow(request: OperationToCost, field: SelectedField, value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map((item) => pointsBelow(request, field, item)));
  if (!isAnswered(value)) return 0;
  let points = 0;
  for (const child of selectedFields(request, field.type, field.selections)) {
    // Fragments on other types than the object's own left nothing in the answer.
    if (!(child.responseName in value)) continue;
    points += pointsOf(request, field.type, child, value[child.responseName]);
  }
  return points;
}
