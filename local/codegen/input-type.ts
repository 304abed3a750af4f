import {
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { repeatedField } from './document-text';
import { objectType, SCALARS, type TypeContext } from './type-context';

/** The TypeScript type of an operation's variables. */
export function variablesType(operation: OperationDefinitionNode, context: TypeContext): string {
  const repeated = repeatedField(operation);
  const properties = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const name = variable.name.value;
    const known = typeFromAST(context.schema, type as never) as GraphQLInputType | undefined;
    if (!known) throw new Error(`$${name} is of no type of the schema.`);
    return name === repeated
      ? `readonly [each: \`${name}\${number}\`]: ${presentType(known, context)};`
      : property(name, known, context);
  });
  return properties.length > 0 ? objectType(properties) : 'Record<string, never>';
}

/** The declarations of enums and input types, with those that they name in turn. */
export function declarations(types: Iterable<GraphQLNamedType>, context: TypeContext): string[] {
  const known = new Map<string, string>();
  const declare = (type: GraphQLNamedType): void => {
    if (known.has(type.name)) return;
    known.set(type.name, '');
    known.set(type.name, declaration(type, { ...context, use: declare }));
  };
  for (const type of types) declare(type);
  return [...known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
}

function declaration(type: GraphQLNamedType, context: TypeContext): string {
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => `'${name}'`);
    return `export type ${type.name} = ${values.join(' | ')};`;
  }
  if (!isInputObjectType(type)) throw new Error(`${type.name} is neither an enum nor an input type.`);
  const properties = Object.values(type.getFields()).map((field) =>
    property(field.name, field.type, context),
  );
  return `export type ${type.name} = ${objectType(properties)};`;
}

function property(name: string, type: GraphQLInputType, context: TypeContext): string {
  return isNonNullType(type)
    ? `readonly ${name}: ${presentType(type, context)};`
    : `readonly ${name}?: ${presentType(type, context)} | null;`;
}

function presentType(type: GraphQLInputType, context: TypeContext): string {
  if (isNonNullType(type)) return presentType(type.ofType, context);
  if (isListType(type)) return `readonly ${presentType(type.ofType, context)}[]`;
  if (isEnumType(type) || isInputObjectType(type)) {
    context.use(type);
    return type.name;
  }
  return SCALARS[type.name] ?? 'string';
}
