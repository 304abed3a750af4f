import { gidNumber } from '../../state/ids';
import type { StoreState } from '../../state/store-state';

/**
 * `$app` and a missing namespace stand for the app's own namespace, which is written `app--{app id}`
 * (https://shopify.dev/docs/apps/build/custom-data/ownership).
 */
export function appNamespace(state: StoreState, namespace: string | null | undefined): string {
  const own = `app--${gidNumber(state.installation.appId)}`;
  if (!namespace) return own;
  return namespace === '$app' || namespace.startsWith('$app:')
    ? namespace.replace(/^\$app:?/, (prefix) => (prefix === '$app' ? own : `${own}--`))
    : namespace;
}
