import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { inDeclaredOrder } from '../schema/enum-order';
import { coerceLeaf } from '../schema/scalars';
import { locationsOf } from '../validation/report';
import type { TopLevelError } from './answer';

interface Problem {
  readonly path: readonly (string | number)[];
  readonly explanation: string;
  readonly message?: string;
}

type Values = Readonly<Record<string, unknown>>;

/** The variables of a request against their declared types: one error per refused variable, as recorded. */
export function checkVariableValues(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  values: Values,
): readonly TopLevelError[] {
  const errors: TopLevelError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    const name = definition.variable.name.value;
    const value = values[name];
    if (!type || (value === undefined && (definition.defaultValue || !isNonNullType(type)))) continue;
    const problems = problemsOf(value, type, []);
    if (problems.length > 0) errors.push(invalidVariable(definition, name, type, value, problems));
  }
  return errors;
}

function invalidVariable(
  definition: VariableDefinitionNode,
  name: string,
  type: GraphQLInputType,
  value: unknown,
  problems: readonly Problem[],
): TopLevelError {
  const places = problems
    .filter((problem) => problem.path.length > 0)
    .map((problem) => `${problem.path.join('.')} (${problem.explanation})`)
    .join(', ');
  return {
    message: `Variable $${name} of type ${type} was provided invalid value${places && ` for ${places}`}`,
    locations: locationsOf(definition),
    extensions: { code: 'INVALID_VARIABLE', value: value ?? null, problems },
  };
}

function problemsOf(value: unknown, type: GraphQLInputType, path: Problem['path']): Problem[] {
  if (value === null || value === undefined) {
    return isNonNullType(type) ? [{ path, explanation: 'Expected value to not be null' }] : [];
  }
  if (isNonNullType(type)) return problemsOf(value, type.ofType, path);
  if (isListType(type)) {
    if (!Array.isArray(value)) return problemsOf(value, type.ofType, path);
    return value.flatMap((item, index) => problemsOf(item, type.ofType, [...path, index]));
  }
  if (isInputObjectType(type)) return problemsOfObject(value, type, path);
  if (isEnumType(type)) {
    if (typeof value === 'string' && type.getValue(value)) return [];
    const names = inDeclaredOrder(
      type.name,
      type.getValues().map((allowed) => allowed.name),
    );
    return [{ path, explanation: `Expected ${JSON.stringify(value)} to be one of: ${names.join(', ')}` }];
  }
  const leaf = coerceLeaf(type.name, value);
  if ('value' in leaf) return [];
  const { explanation, raised } = leaf;
  return [raised ? { path, explanation, message: explanation } : { path, explanation }];
}

function problemsOfObject(value: unknown, type: GraphQLInputObjectType, path: Problem['path']): Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path, explanation: `Expected ${JSON.stringify(value)} to be a key-value object.` }];
  }
  const given = value as Values;
  const fields = type.getFields();
  const unknown = Object.keys(given)
    .filter((name) => !fields[name])
    .map((name) => ({ path: [...path, name], explanation: `Field is not defined on ${type.name}` }));
  const known = Object.values(fields).flatMap((field) =>
    given[field.name] !== undefined || isRequiredInputField(field)
      ? problemsOf(given[field.name], field.type, [...path, field.name])
      : [],
  );
  const present = Object.values(given).filter((item) => item !== undefined).length;
  const oneOf =
    type.isOneOf && present !== 1
      ? [{ path, explanation: `'${type.name}' requires exactly one argument, but ${present} were provided.` }]
      : [];
  return [...unknown, ...known, ...oneOf];
}
