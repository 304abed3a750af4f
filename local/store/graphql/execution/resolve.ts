import {
  defaultTypeResolver,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
  getNamedType,
} from 'graphql';
import { mutationRoots } from '../../shop/mutations/index';
import { gidType } from '../../shop/state/ids';
import { queryRoots } from '../queries/index';
import type { ShopSchema } from '../schema';
import { objectTypes } from '../types/index';
import { demandAccess } from './access';
import type { ExecutionContext } from './context';
import { notImplemented } from './failures';
import { checkIdTypes } from './id-types';
import { runMutation } from './run-mutation';

/** The one field resolver: roots from their tables, objects from theirs, and otherwise the property itself. */
export function fieldResolverFor(schema: ShopSchema): GraphQLFieldResolver<unknown, ExecutionContext> {
  const access = schema.requiredAccess;
  return (source, args, context, info) => {
    const parent = info.parentType.name;
    const field = info.fieldName;
    const sentence = access.get(`${parent}.${field}`) ?? access.get(whatComes(info.returnType));
    demandAccess(sentence, context.accessScopes, field);
    if (parent === 'Mutation') {
      const root = mutationRoots[field];
      if (!root) throw notImplemented(`The mutation ${field}`);
      checkIdTypes(schema, `${parent}.${field}`, args);
      return runMutation(root, args, context, info);
    }
    if (parent === 'QueryRoot') {
      const root = queryRoots[field];
      if (!root) throw notImplemented(`The query ${field}`);
      checkIdTypes(schema, `${parent}.${field}`, args);
      return root(args as never, context, info);
    }
    return resolveProperty(source, args, context, info);
  };
}

/** The type whose scopes a field needs: of a connection that of its nodes, so that the connection itself is denied. */
const whatComes = (type: GraphQLOutputType): string => getNamedType(type).name.replace(/Connection$/, '');

const resolveProperty: GraphQLFieldResolver<unknown, ExecutionContext> = (source, args, context, info) => {
  const resolver = objectTypes[info.parentType.name]?.[info.fieldName];
  if (resolver) return resolver(source as never, args as never, context, info);
  if (typeof source === 'object' && source !== null) {
    if (info.fieldName in source) return (source as Record<string, unknown>)[info.fieldName];
    if ('restIsNull' in source) return null;
  }
  if (info.parentType.getInterfaces().some((type) => type.name === 'DisplayableError')) return null;
  throw notImplemented(`The field ${info.parentType.name}.${info.fieldName}`);
};

/** A record's type stands in its id; values without one carry `__typename`. */
export const typeResolver: GraphQLTypeResolver<unknown, ExecutionContext> = (
  value,
  context,
  info,
  abstract,
) => {
  const { id, __typename } = value as { id?: string; __typename?: string };
  return __typename ?? (id ? gidType(id) : defaultTypeResolver(value, context, info, abstract));
};
