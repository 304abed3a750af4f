import { type ExecutionResult, execute, Kind, type OperationDefinitionNode } from 'graphql';
import { type ShopSchema, schemaFor } from '../schema';
import type { GraphqlAnswer, GraphqlRequest, TopLevelError } from './answer';
import { completeDueOperations } from './complete-due';
import type { ExecutionContext } from './context';
import { prepareDocument } from './documents';
import { checkInputSizes } from './input-limits';
import { fieldResolverFor, typeResolver } from './resolve';
import { checkVariableValues } from './variables';

/** Parses, validates, checks the variables and the array sizes, and only then touches the store. */
export function executeGraphql(request: GraphqlRequest, context: ExecutionContext): GraphqlAnswer {
  completeDue(context);
  return withSearches(executeNow(request, context), context);
}

/** Lets the background catch up with the clock, without a request. */
export const completeDue = (context: ExecutionContext): void => completeDueOperations(context, executeNow);

/** Without looking after what runs in the background: for one line of a bulk operation. */
function executeNow(request: GraphqlRequest, context: ExecutionContext): GraphqlAnswer {
  context.searchIndex.writesAtMs = context.nowMs;
  const schema = schemaFor(context.apiVersion);
  const prepared = prepareDocument(schema, request.query);
  if ('errors' in prepared) return { errors: prepared.errors };
  const operations = prepared.document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const operation = chooseOperation(operations, request.operationName);
  if ('message' in operation) return { errors: [operation] };
  const variables = request.variables ?? {};
  const refused = checkVariableValues(schema.graphql, operation, variables);
  if (refused.length > 0) return { errors: refused };
  const tooLong = checkInputSizes(operation, variables);
  if (tooLong.length > 0) return { errors: tooLong };
  return run(schema, prepared.document, operation, variables, context);
}

/** Shopify tells of searches it did not fully understand, and of all of them when asked to. */
function withSearches(answer: GraphqlAnswer, { searches, wantsSearches }: ExecutionContext): GraphqlAnswer {
  const told = searches.filter(({ warnings }) => wantsSearches || warnings);
  return told.length > 0 ? { ...answer, extensions: { ...answer.extensions, search: told } } : answer;
}

function chooseOperation(
  operations: readonly OperationDefinitionNode[],
  name: string | null | undefined,
): OperationDefinitionNode | TopLevelError {
  if (name) {
    const named = operations.find((operation) => operation.name?.value === name);
    return named ?? { message: `No operation named "${name}"` };
  }
  const [only, another] = operations;
  return only && !another ? only : { message: 'An operation name is required' };
}

function run(
  schema: ShopSchema,
  document: Parameters<typeof execute>[0]['document'],
  operation: OperationDefinitionNode,
  variableValues: Readonly<Record<string, unknown>>,
  context: ExecutionContext,
): GraphqlAnswer {
  const result = execute({
    schema: schema.graphql,
    document,
    operationName: operation.name?.value,
    variableValues,
    contextValue: context,
    fieldResolver: fieldResolverFor(schema),
    typeResolver,
  }) as ExecutionResult;
  for (const error of result.errors ?? []) {
    if (error.originalError && !('extensions' in error.originalError)) throw error.originalError;
  }
  if (!result.errors) return { data: result.data };
  return { data: result.data, errors: result.errors.map((error) => error.toJSON() as TopLevelError) };
}
