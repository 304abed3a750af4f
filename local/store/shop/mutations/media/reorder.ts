import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { startJob } from '../../writes/start-job';

interface Args {
  readonly id: string;
  readonly moves: readonly { readonly id: string; readonly newPosition: string }[];
}

/** Moves are done one after the other, positions counted from 0 (schema); Shopify does it in a job. */
export function productReorderMedia(args: Args, context: ExecutionContext): Payload {
  const { state, now } = context;
  const product = state.products.get(args.id);
  const refused = (error: ReturnType<typeof userError>): Payload => ({
    job: null,
    mediaUserErrors: [error],
    userErrors: [error],
  });
  if (!product) return refused(userError(['id'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST'));
  const mediaIds = [...product.mediaIds];
  for (const move of args.moves) {
    const from = mediaIds.indexOf(move.id);
    /** Recorded: one that the product does not have is passed over without a word. */
    if (from < 0) continue;
    mediaIds.splice(from, 1);
    mediaIds.splice(Number(move.newPosition), 0, move.id);
  }
  state.products.put({ ...product, mediaIds, updatedAt: now });
  return { job: startJob(context), mediaUserErrors: [], userErrors: [] };
}
