import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import { normaliseTags } from '../normalise/tags';
import { longestText } from '../rules/limits';
import type { Product } from '../state/product';

interface Args {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Present tags win over new ones that differ in case only (recorded). */
export const tagsAdd = (args: Args, context: ExecutionContext): Payload =>
  changeTags(args, context, (present, named) => normaliseTags([...present, ...named]));

/** Regardless of case (recorded). */
export const tagsRemove = (args: Args, context: ExecutionContext): Payload =>
  changeTags(args, context, (present, named) => {
    const gone = new Set(named.map((tag) => tag.toLowerCase()));
    return present.filter((tag) => !gone.has(tag.toLowerCase()));
  });

function changeTags(
  { id, tags }: Args,
  { state, now }: ExecutionContext,
  change: (present: readonly string[], named: readonly string[]) => readonly string[],
): Payload {
  const product: Product | undefined = state.products.get(id);
  if (!product) return { node: null, userErrors: [userError(['id'], 'Product does not exist')] };
  const named = normaliseTags(tags);
  if (named.some((tag) => tag.length > longestText)) {
    return { node: product, userErrors: [userError(['tags'], 'Product tags is invalid')] };
  }
  const next = change(product.tags, named);
  return { node: state.products.put({ ...product, tags: next, updatedAt: now }), userErrors: [] };
}
