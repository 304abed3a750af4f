import {
  buildClientSchema,
  type DefinitionNode,
  extendSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  printType,
} from 'graphql';
import { readIntrospection, schemaFor } from '../../../local/store/graphql/schema';
import { type SchemaPatch, schemaPatches } from '../../../local/store/graphql/schema/patches';
import { openStore } from './open-store';

const shipped = new Map<string, GraphQLSchema>();
function shippedSchema(version: string): GraphQLSchema {
  const schema = shipped.get(version) ?? buildClientSchema(readIntrospection(version), { assumeValid: true });
  shipped.set(version, schema);
  return schema;
}

/** `Type` for each type that a patch defines, `Type.member` for each field or value that it adds to one. */
function namesIn(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((definition: DefinitionNode): string[] => {
    if (!('name' in definition) || !definition.name) return [];
    const { value: type } = definition.name;
    if (!definition.kind.endsWith('Extension')) return [type];
    const members = [
      ...('fields' in definition ? (definition.fields ?? []) : []),
      ...('values' in definition ? (definition.values ?? []) : []),
    ];
    return members.map(({ name }) => `${type}.${name.value}`);
  });
}

function has(schema: GraphQLSchema, name: string): boolean {
  const [typeName = '', member] = name.split('.');
  const type = schema.getType(typeName);
  if (!type || member === undefined) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  return (isObjectType(type) || isInputObjectType(type)) && member in type.getFields();
}

const cases = schemaPatches.flatMap((patch) =>
  patch.versions.map((version): [string, string, SchemaPatch] => [patch.name, version, patch]),
);

describe('what Shopify released beyond the pinned schema', () => {
  test('is several barcodes of a variant, and rollouts', () => {
    expect(schemaPatches.map(({ name }) => name)).toEqual(['several barcodes of a variant', 'rollouts']);
  });

  test.each(cases)('%s in %s is added, from pages that are named', (_name, version, patch) => {
    const names = namesIn(patch.sdl);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !has(schemaFor(version).graphql, name))).toEqual([]);
    expect(patch.sources.length).toBeGreaterThan(0);
    for (const source of patch.sources) expect(source).toMatch(/^https:\/\/shopify\.dev\//);
  });

  test.each(cases)('%s in %s is not in the package yet: take out what it brings', (_name, version, patch) => {
    expect(namesIn(patch.sdl).filter((name) => has(shippedSchema(version), name))).toEqual([]);
  });

  test('stands in the schema as graphql itself would add it, and so does all else', () => {
    const sdl = schemaPatches.map((patch) => patch.sdl).join('\n');
    const expected = extendSchema(shippedSchema('2026-10'), parse(sdl), { assumeValid: true });
    const { graphql } = schemaFor('2026-10');
    const told = (schema: GraphQLSchema) =>
      Object.keys(schema.getTypeMap())
        .sort()
        .map((name) => {
          const type = schema.getType(name) as GraphQLNamedType;
          const possible = isAbstractType(type) ? schema.getPossibleTypes(type).map(String).sort() : [];
          return [printType(type), ...possible].join('\n');
        });
    expect(told(graphql)).toEqual(told(expected));
    const directives = (schema: GraphQLSchema) => schema.getDirectives().map((each) => each.toConfig());
    expect(JSON.stringify(directives(graphql))).toBe(JSON.stringify(directives(expected)));
  });

  test('is not there in earlier versions', () => {
    const { graphql } = openStore();
    const { errors } = graphql(
      '{ productVariants(first: 1) { nodes { barcodes(first: 1) { nodes { value } } } } }',
      {},
      '2026-07',
    );
    expect(errors?.[0]?.message).toBe("Field 'barcodes' doesn't exist on type 'ProductVariant'");
  });
});
