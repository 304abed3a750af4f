import type { ExecutionContext } from '../../graphql/execution/context';
import type { ResourcePublication } from '../state/publishing';

/** The date has come, and a product must be active: a draft is published nowhere (recorded). */
export function isPublished(published: ResourcePublication, { state, now }: ExecutionContext): boolean {
  const product = state.products.get(published.publishableId);
  return published.publishDate <= now && (product?.status ?? 'ACTIVE') === 'ACTIVE';
}
