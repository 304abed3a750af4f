import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { addPatch } from './schema/add-patch';
import { patchesFor, type SchemaPatch } from './schema/patches';
import { SchemaOnDemand } from './schema/schema-on-demand';
import { type ApiVersion, asBefore2025October, shippedVersionFor } from './schema/versions';

/** One API version: Shopify's own schema, as released, plus what its introspection carries beyond GraphQL. */
export interface ShopSchema {
  readonly version: ApiVersion;
  readonly graphql: GraphQLSchema;
  /** `Type.field` or `Type` → the sentence that names the access scopes. */
  readonly requiredAccess: ReadonlyMap<string, string>;
  /** `Type.field.argument` → the types whose ids the argument takes. */
  readonly idTypes: ReadonlyMap<string, readonly string[]>;
}

interface ShippedField {
  readonly name: string;
  readonly requiredAccess?: string | null;
  readonly args?: readonly { readonly name: string; readonly gidTypes?: readonly string[] | null }[];
}

interface ShippedType extends ShippedField {
  readonly fields?: readonly ShippedField[] | null;
}

/** The package exports no path to its files, so Node's resolution cannot be asked. */
const schemaFolder = join(__dirname, '../../../node_modules/@shopify/dev-mcp/dist/data');

const loaded = new Map<ApiVersion, ShopSchema>();

/** Loads on first use, about 0.2 s each; later calls answer the same value. */
export function schemaFor(version: ApiVersion): ShopSchema {
  const known = loaded.get(version);
  if (known) return known;
  const schema = loadSchema(version);
  loaded.set(version, schema);
  return schema;
}

function loadSchema(version: ApiVersion): ShopSchema {
  const shipped = shippedVersionFor(version);
  const introspection = readIntrospection(shipped);
  if (version < '2025-10') asBefore2025October(introspection);
  const patches = patchesFor(shipped);
  for (const patch of patches) addPatch(introspection, patch.sdl);
  return {
    version,
    graphql: new SchemaOnDemand(introspection),
    requiredAccess: joined(collectRequiredAccess(introspection), patches, 'requiredAccess'),
    idTypes: joined(collectIdTypes(introspection), patches, 'idTypes'),
  };
}

function joined<Value>(
  shipped: ReadonlyMap<string, Value>,
  patches: readonly SchemaPatch[],
  of: 'requiredAccess' | 'idTypes',
): ReadonlyMap<string, Value> {
  const added = patches.flatMap((patch) => Object.entries(patch[of]) as [string, Value][]);
  return new Map([...shipped, ...added]);
}

/** The schema as the package ships it. */
export function readIntrospection(version: ApiVersion): IntrospectionQuery {
  const zipped = readFileSync(join(schemaFolder, `admin_${version}.json.gz`));
  const { data } = JSON.parse(gunzipSync(zipped).toString('utf8')) as { data: IntrospectionQuery };
  return data;
}

function collectRequiredAccess(introspection: IntrospectionQuery): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const type of introspection.__schema.types as unknown as readonly ShippedType[]) {
    if (type.requiredAccess) sentences.set(type.name, type.requiredAccess);
    for (const field of type.fields ?? []) {
      if (field.requiredAccess) sentences.set(`${type.name}.${field.name}`, field.requiredAccess);
    }
  }
  return sentences;
}

function collectIdTypes(introspection: IntrospectionQuery): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  for (const type of introspection.__schema.types as unknown as readonly ShippedType[]) {
    if (type.name !== 'QueryRoot' && type.name !== 'Mutation') continue;
    for (const field of type.fields ?? []) {
      for (const { name, gidTypes } of field.args ?? []) {
        if (gidTypes) types.set(`${type.name}.${field.name}.${name}`, gidTypes);
      }
    }
  }
  return types;
}
