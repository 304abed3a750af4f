import type { GraphQLResolveInfo } from 'graphql';
import type { ExecutionContext } from '../execution/context';

export type QueryRoot = (args: never, context: ExecutionContext, info: GraphQLResolveInfo) => unknown;
