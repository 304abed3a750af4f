import {
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type IntrospectionEnumValue,
  type IntrospectionField,
  type IntrospectionInputValue,
  type IntrospectionQuery,
  type IntrospectionType,
  type IntrospectionTypeRef,
  Kind,
  parse,
  print,
  type TypeNode,
} from 'graphql';

type Lists = Readonly<Record<string, readonly unknown[]>>;

/** Writes a patch into an introspection, as Shopify’s own would say it. */
export function addPatch({ __schema }: IntrospectionQuery, sdl: string): void {
  const types = __schema.types as IntrospectionType[];
  for (const definition of parse(sdl).definitions) {
    const { kind, lists } = readDefinition(definition);
    const name = 'name' in definition ? definition.name?.value : undefined;
    if (!definition.kind.endsWith('Extension')) {
      const description = 'description' in definition ? definition.description?.value : undefined;
      types.push({ kind, name, description, ...lists } as unknown as IntrospectionType);
      continue;
    }
    const index = types.findIndex((type) => type.name === name);
    const extended = types[index] as unknown as Lists | undefined;
    if (extended === undefined) throw new Error(`The schema has no ${name} that a patch could extend.`);
    const longer = Object.entries(lists).map(([list, added]) => [
      list,
      [...(extended[list] ?? []), ...added],
    ]);
    types[index] = { ...extended, ...Object.fromEntries(longer) } as unknown as IntrospectionType;
  }
}

interface Defined {
  readonly kind: IntrospectionType['kind'];
  /** By their names in an introspection. */
  readonly lists: Lists;
}

function readDefinition(definition: DefinitionNode): Defined {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      return {
        kind: 'OBJECT',
        lists: {
          fields: (definition.fields ?? []).map(field),
          interfaces: (definition.interfaces ?? []).map(typeRef),
        },
      };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return {
        kind: 'INPUT_OBJECT',
        lists: { inputFields: (definition.fields ?? []).map(inputValue) },
      };
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return {
        kind: 'ENUM',
        lists: { enumValues: (definition.values ?? []).map(enumValue) },
      };
    default:
      throw new Error(`A patch has a ${definition.kind}, which is not read yet.`);
  }
}

const undeprecated = { isDeprecated: false, deprecationReason: null } as const;

function field(node: FieldDefinitionNode): IntrospectionField {
  return {
    name: node.name.value,
    description: node.description?.value,
    args: (node.arguments ?? []).map(inputValue),
    type: typeRef(node.type) as IntrospectionField['type'],
    ...undeprecated,
  };
}

function inputValue(node: InputValueDefinitionNode): IntrospectionInputValue {
  return {
    name: node.name.value,
    description: node.description?.value,
    type: typeRef(node.type) as IntrospectionInputValue['type'],
    defaultValue: node.defaultValue ? print(node.defaultValue) : null,
    ...undeprecated,
  };
}

const enumValue = (node: EnumValueDefinitionNode): IntrospectionEnumValue => ({
  name: node.name.value,
  description: node.description?.value,
  ...undeprecated,
});

/** A type that is neither a list nor non-null is found by its name alone, so its kind is of no account. */
function typeRef(node: TypeNode): IntrospectionTypeRef {
  switch (node.kind) {
    case Kind.NAMED_TYPE:
      return { kind: 'OBJECT', name: node.name.value };
    case Kind.LIST_TYPE:
      return { kind: 'LIST', ofType: typeRef(node.type) };
    case Kind.NON_NULL_TYPE:
      return {
        kind: 'NON_NULL',
        ofType: typeRef(node.type) as Extract<IntrospectionTypeRef, { kind: 'LIST' }>,
      };
  }
}
