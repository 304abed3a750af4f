import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { startJob } from '../writes/start-job';
import { membersOf } from './membership';
import { withoutProduct, withProducts } from './sources';

interface MembersArgs {
  readonly id: string;
  readonly productIds: readonly string[];
}

const missing = userError(['id'], 'Collection does not exist');

export function collectionAddProducts(args: MembersArgs, { state, now }: ExecutionContext): Payload {
  const collection = state.collections.get(args.id);
  if (!collection) return { collection: null, userErrors: [missing] };
  const known = args.productIds.filter((id) => state.products.get(id));
  const joined = withProducts(collection, known) ?? collection;
  return { collection: state.collections.put({ ...joined, updatedAt: now }), userErrors: [] };
}

/** The same through a job. */
export function collectionAddProductsV2(args: MembersArgs, context: ExecutionContext): Payload {
  const { userErrors } = collectionAddProducts(args, context);
  const failed = (userErrors as readonly UserError[]).map((error) => ({
    ...error,
    code: 'COLLECTION_DOES_NOT_EXIST',
  }));
  return failed.length > 0 ? { job: null, userErrors: failed } : { job: startJob(context), userErrors: [] };
}

export function collectionRemoveProducts(args: MembersArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const collection = state.collections.get(args.id);
  if (!collection) return { job: null, userErrors: [missing] };
  const left = args.productIds.reduce(withoutProduct, collection);
  state.collections.put({ ...left, updatedAt: now });
  return { job: startJob(context), userErrors: [] };
}

interface ReorderArgs {
  readonly id: string;
  readonly moves: readonly { readonly id: string; readonly newPosition: string | number }[];
}

/** Moves happen one after the other, each from the places that the one before left (schema). */
export function collectionReorderProducts({ id, moves }: ReorderArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const collection = state.collections.get(id);
  const refused = (error: UserError): Payload => ({ job: null, userErrors: [error] });
  if (!collection) return refused({ ...missing, code: 'COLLECTION_NOT_FOUND' });
  /** A smart collection is refused in the same words (recorded, as far as its name tells). */
  if (collection.sortOrder !== 'MANUAL' || collection.ruleSet) {
    const message = "Can't reorder products unless collection is manually sorted";
    return refused(userError(['id'], message, 'MANUALLY_SORTED_COLLECTION'));
  }
  const order = membersOf(context, collection).map((product) => product.id);
  for (const [index, move] of moves.entries()) {
    const from = order.indexOf(move.id);
    if (from < 0) return refused(userError(['moves', index, 'id'], 'Invalid move', 'INVALID_MOVE'));
    order.splice(from, 1);
    order.splice(Number(move.newPosition), 0, move.id);
  }
  state.collections.put({ ...collection, manualOrder: order, updatedAt: now });
  return { job: startJob(context), userErrors: [] };
}
