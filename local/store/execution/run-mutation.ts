import type { GraphQLResolveInfo } from 'graphql';
import type { ExecutionContext } from './context';
import { runIdempotently } from './idempotency';
import { errorsIn, type Payload } from './payload';

export interface MutationRoot {
  readonly run: (args: never, context: ExecutionContext, info: GraphQLResolveInfo) => Payload;
  /** Set where Shopify keeps what was written before an error (recorded); otherwise errors undo everything. */
  readonly keepsWritesWithErrors?: true;
}

export function runMutation(
  root: MutationRoot,
  args: unknown,
  context: ExecutionContext,
  info: GraphQLResolveInfo,
): Payload {
  return runIdempotently(args, context, info, () =>
    context.state.transaction(
      () => root.run(args as never, context, info),
      (payload) => errorsIn(payload).length === 0 || root.keepsWritesWithErrors === true,
    ),
  );
}
