import type { GraphQLResolveInfo } from 'graphql';
import { checkDailyVariants } from '../../shop/rules/variants/daily-variants';
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
      () => {
        const before = context.state.variants.count();
        const payload = root.run(args as never, context, info);
        checkDailyVariants(context, before);
        return payload;
      },
      (payload) => errorsIn(payload).length === 0 || root.keepsWritesWithErrors === true,
    ),
  );
}
