import { failure } from '../../../graphql/execution/failures';
import type { StoreState } from '../../state/store-state';
import { definitionFor } from './metafield-definitions';
import { appNamespace } from './metafield-namespace';

/** Whether a namespace is reserved for another app: `app--{its id}`. */
function isOfAnotherApp(state: StoreState, namespace: string): boolean {
  const own = appNamespace(state, null);
  return namespace.startsWith('app--') && namespace !== own && !namespace.startsWith(`${own}--`);
}

/** Definitions of another app's namespace are its own; the text is recorded. */
export function demandOwnNamespace(state: StoreState, namespace: string, root: string): void {
  if (!isOfAnotherApp(state, namespace)) return;
  const requiredAccess =
    'API client to have access to the namespace and the resource type associated with the metafield definition.\n';
  throw failure(`Access denied for ${root} field. Required access: ${requiredAccess}`, {
    code: 'ACCESS_DENIED',
    documentation: 'https://shopify.dev/api/usage/access-scopes',
    requiredAccess,
  });
}

const readOnly = ['MERCHANT_READ', 'PUBLIC_READ', 'PRIVATE'];

/** Whether values may be written: not in another app's namespace, unless its definition lets others write. */
export function mayWrite(
  state: StoreState,
  {
    ownerType,
    namespace,
    key,
  }: { readonly ownerType: string; readonly namespace: string; readonly key: string },
): boolean {
  const admin = definitionFor(state, ownerType, namespace, key)?.access.admin;
  if (isOfAnotherApp(state, namespace)) return admin === 'PUBLIC_READ_WRITE';
  return namespace.startsWith('app--') || !readOnly.includes(admin ?? '');
}

export const notAllowed =
  'Access to this namespace and key on Metafields for this resource type is not allowed.';
