import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLSchema,
  type IntrospectionQuery,
  type IntrospectionType,
  isInterfaceType,
} from 'graphql';
import { buildDirective, type TypesOnDemand, typesOnDemand } from './types-on-demand';

interface Implementations {
  readonly objects: GraphQLObjectType[];
  readonly interfaces: GraphQLInterfaceType[];
}

/**
 * The schema that graphql's `buildClientSchema` makes, with each type built when it is first asked for. Shopify's has
 * 3,500, of which a run needs some hundred, and building all takes longer than most of what the store is then asked.
 */
export class SchemaOnDemand extends GraphQLSchema {
  readonly #types: ReadonlyMap<string, IntrospectionType>;
  readonly #typeNamed: TypesOnDemand;
  readonly #roots: Pick<IntrospectionQuery['__schema'], 'queryType' | 'mutationType'>;
  #implementations: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #implementationsOf = new Map<string, Implementations>();

  constructor({ __schema }: IntrospectionQuery) {
    const types = new Map(__schema.types.map((type) => [type.name, type]));
    const typeNamed = typesOnDemand(types);
    super({
      assumeValid: true,
      description: __schema.description,
      directives: __schema.directives.map((directive) => buildDirective(directive, typeNamed)),
    });
    this.#types = types;
    this.#typeNamed = typeNamed;
    this.#roots = __schema;
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.#typeNamed(name);
  }

  override getQueryType(): GraphQLObjectType {
    return this.#typeNamed(this.#roots.queryType.name) as GraphQLObjectType;
  }

  override getMutationType(): GraphQLObjectType | undefined {
    const name = this.#roots.mutationType?.name;
    return name === undefined ? undefined : (this.#typeNamed(name) as GraphQLObjectType);
  }

  /** Builds all. */
  override getTypeMap(): Record<string, GraphQLNamedType> {
    const names = [...this.#types.keys()];
    return Object.fromEntries(names.map((name) => [name, this.#typeNamed(name) as GraphQLNamedType]));
  }

  override getImplementations({ name }: GraphQLInterfaceType): Implementations {
    const known = this.#implementationsOf.get(name);
    if (known) return known;
    this.#implementations ??= namesOfImplementations(this.#types.values());
    const found: Implementations = { objects: [], interfaces: [] };
    for (const each of this.#implementations.get(name) ?? []) {
      const type = this.#typeNamed(each);
      if (isInterfaceType(type)) found.interfaces.push(type);
      else found.objects.push(type as GraphQLObjectType);
    }
    this.#implementationsOf.set(name, found);
    return found;
  }
}

/** Interface → what implements it, in the order of the types. */
function namesOfImplementations(types: Iterable<IntrospectionType>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const type of types) {
    if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') continue;
    for (const { name } of type.interfaces ?? []) names.set(name, (names.get(name) ?? []).concat(type.name));
  }
  return names;
}
