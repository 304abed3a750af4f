import type { ExecutionContext } from '../../graphql/execution/context';
import { productPath, redirectAt } from '../rules/url-redirects';
import type { Product } from '../state/product';

/**
 * `redirectNewHandle`: the old address leads to the new one (schema). It needs no access to the shop's navigation. A
 * redirect that stands at the old address already gets the new target, for a path has one; earlier ones stay as they
 * are, so that they form a chain (reported). What stands at the new address is left: the product is shown there.
 */
export function redirectOldHandle(context: ExecutionContext, before: Product, after: Product): void {
  if (before.handle === after.handle) return;
  const { state, now } = context;
  const path = productPath(before.handle);
  const known = redirectAt(state, path);
  state.urlRedirects.put({
    id: known?.id ?? state.newId('UrlRedirect'),
    path,
    target: productPath(after.handle),
    createdAt: known?.createdAt ?? now,
  });
}
