import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { ownerTypeOf } from '../../rules/metafields/metafield-owner';
import { mayWrite, notAllowed } from '../../rules/metafields/ownership';
import { metafieldAt } from '../../state/lookups';

interface Identifier {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

/** Metafields that do not exist are answered as null, without an error (recorded). */
export function metafieldsDelete(
  { metafields }: { metafields: readonly Identifier[] },
  context: ExecutionContext,
): Payload {
  const { state } = context;
  const isRefused = metafields.some(({ ownerId, namespace, key }) => {
    const ownerType = ownerTypeOf(context, ownerId) ?? '';
    return !mayWrite(state, { ownerType, namespace: appNamespace(state, namespace), key });
  });
  if (isRefused) return { deletedMetafields: [], userErrors: [userError(['metafields'], notAllowed)] };
  const deletedMetafields = metafields.map(({ ownerId, namespace, key }) => {
    const known = metafieldAt(state, ownerId, appNamespace(state, namespace), key);
    if (!known) return null;
    state.metafields.delete(known.id);
    return { ownerId, namespace: known.namespace, key };
  });
  return { deletedMetafields, userErrors: [] };
}
