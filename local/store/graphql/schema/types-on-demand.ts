import {
  type GraphQLArgumentConfig,
  GraphQLDirective,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  type GraphQLType,
  GraphQLUnionType,
  type IntrospectionDirective,
  type IntrospectionField,
  type IntrospectionInputValue,
  type IntrospectionInterfaceType,
  type IntrospectionObjectType,
  type IntrospectionType,
  type IntrospectionTypeRef,
  introspectionTypes,
  parseValue,
  specifiedScalarTypes,
  valueFromAST,
} from 'graphql';
import { scalarRules } from './scalars';

/** Builds the types of an introspection one by one, each when it is first asked for; `undefined` where there is none. */
export type TypesOnDemand = (name: string) => GraphQLNamedType | undefined;

export function typesOnDemand(introspected: ReadonlyMap<string, IntrospectionType>): TypesOnDemand {
  const built = new Map<string, GraphQLNamedType>(
    [...specifiedScalarTypes, ...introspectionTypes].map((type) => [type.name, type]),
  );
  const typeNamed: TypesOnDemand = (name) => {
    const known = built.get(name);
    if (known) return known;
    const type = introspected.get(name);
    if (type === undefined) return undefined;
    const made = buildType(type, typeNamed);
    built.set(name, made);
    return made;
  };
  return typeNamed;
}

function buildType(type: IntrospectionType, typeNamed: TypesOnDemand): GraphQLNamedType {
  const { name, description } = type;
  switch (type.kind) {
    case 'SCALAR':
      return new GraphQLScalarType({ name, description, ...scalarRules(name) });
    case 'OBJECT':
      return new GraphQLObjectType({ name, description, ...members(type, typeNamed) });
    case 'INTERFACE':
      return new GraphQLInterfaceType({ name, description, ...members(type, typeNamed) });
    case 'UNION':
      return new GraphQLUnionType({
        name,
        description,
        types: () => type.possibleTypes.map((ref) => referred(ref, typeNamed) as GraphQLObjectType),
      });
    case 'ENUM':
      return new GraphQLEnumType({ name, description, values: byName(type.enumValues, (value) => value) });
    case 'INPUT_OBJECT':
      return new GraphQLInputObjectType({
        name,
        description,
        isOneOf: type.isOneOf,
        fields: () => byName(type.inputFields, (field) => input(field, typeNamed)),
      });
  }
}

function members(
  { fields, interfaces }: IntrospectionObjectType | IntrospectionInterfaceType,
  typeNamed: TypesOnDemand,
) {
  return {
    interfaces: () => (interfaces ?? []).map((ref) => referred(ref, typeNamed) as GraphQLInterfaceType),
    fields: () => byName(fields, (field) => output(field, typeNamed)),
  };
}

function output(field: IntrospectionField, typeNamed: TypesOnDemand): GraphQLFieldConfig<unknown, unknown> {
  return {
    description: field.description,
    deprecationReason: field.deprecationReason,
    type: referred(field.type, typeNamed) as GraphQLOutputType,
    args: byName(field.args, (argument) => input(argument, typeNamed)),
  };
}

function input(
  value: IntrospectionInputValue,
  typeNamed: TypesOnDemand,
): GraphQLArgumentConfig & GraphQLInputFieldConfig {
  const type = referred(value.type, typeNamed) as GraphQLInputType;
  return {
    description: value.description,
    deprecationReason: value.deprecationReason,
    type,
    defaultValue: value.defaultValue == null ? undefined : valueFromAST(parseValue(value.defaultValue), type),
  };
}

export function buildDirective(
  directive: IntrospectionDirective,
  typeNamed: TypesOnDemand,
): GraphQLDirective {
  return new GraphQLDirective({
    ...directive,
    args: byName(directive.args, (argument) => input(argument, typeNamed)),
  });
}

function referred(ref: IntrospectionTypeRef, typeNamed: TypesOnDemand): GraphQLType {
  if (ref.kind === 'LIST') return new GraphQLList(referred(ref.ofType, typeNamed));
  if (ref.kind === 'NON_NULL')
    return new GraphQLNonNull(referred(ref.ofType, typeNamed) as GraphQLNullableType);
  const type = typeNamed(ref.name);
  if (type === undefined) throw new Error(`The schema refers to ${ref.name} and has no such type.`);
  return type;
}

function byName<Item extends { readonly name: string }, Value>(
  items: readonly Item[],
  map: (item: Item) => Value,
): Record<string, Value> {
  return Object.fromEntries(items.map((item) => [item.name, map(item)]));
}
