import type { GraphQLResolveInfo } from 'graphql';
import type { ExecutionContext } from './context';

/** Resolves one field of a modelled type. `never`: each resolver declares the arguments its field takes. */
type FieldResolver<S = never> = (
  source: S,
  args: never,
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => unknown;
/** The fields of an object type that need more than reading a property of the same name. */
export type ObjectFields<S> = Readonly<Record<string, FieldResolver<S>>>;
