import type { Product } from '../state/product';
import type { StoreState } from '../state/store-state';
import type { UrlRedirect } from '../state/url-redirect';

/** Beginnings that cannot be redirected (https://help.shopify.com/en/manual/online-store/menus-and-links/url-redirect). */
const RESERVED = /^\/(apps|application|carts?|orders|shop|services)(\/|$)/i;

export const productPath = (handle: string): string => `/products/${handle}`;

/** Capitals do not matter (reported). */
const pathKey = (path: string): string => path.toLowerCase();

export function asPath(text: string): string {
  const path = text.trim();
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

export function redirectAt(state: StoreState, path: string): UrlRedirect | undefined {
  return state.urlRedirects.find('path', pathKey(path))[0];
}

/** A complaint about a redirect; texts plausible only, but that a path has one redirect is reported. */
export function checkRedirect(
  state: StoreState,
  { path, target }: { readonly path: string; readonly target: string },
  self: string | null,
): { readonly at: 'path' | 'target'; readonly message: string } | null {
  if (path === '') return { at: 'path', message: "Path can't be blank" };
  if (target === '') return { at: 'target', message: "Target can't be blank" };
  if (RESERVED.test(path)) return { at: 'path', message: 'Path is reserved' };
  if (pathKey(path) === pathKey(target)) return { at: 'target', message: "Target can't be the same as path" };
  const taken = redirectAt(state, path);
  return taken && taken.id !== self ? { at: 'path', message: 'Path has already been taken' } : null;
}

const MOST_HOPS = 5;

/**
 * The product that a visitor of a path comes to, from one redirect to the next. A page that is there is shown, whatever
 * redirect stands at its path (reported).
 */
export function productSeenAt(state: StoreState, path: string, hops = MOST_HOPS): Product | undefined {
  const own = state.products.all().find(({ handle }) => pathKey(productPath(handle)) === pathKey(path));
  if (own) return own;
  const next = redirectAt(state, path);
  return next && hops > 0 ? productSeenAt(state, next.target, hops - 1) : undefined;
}
