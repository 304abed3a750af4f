import type { GraphqlAnswer, GraphqlRequest } from '../../graphql/execution/answer';
import type { ExecutionContext } from '../../graphql/execution/context';

/** Executes one request inside the store, at the moment that its context names. */
export type Execute = (request: GraphqlRequest, context: ExecutionContext) => GraphqlAnswer;
