import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { metafieldAt } from '../../state/lookups';

interface Identifier {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

/** What does not exist is answered as null, without an error (recorded). */
export function metafieldsDelete(
  { metafields }: { metafields: readonly Identifier[] },
  { state }: ExecutionContext,
): Payload {
  const deletedMetafields = metafields.map(({ ownerId, namespace, key }) => {
    const known = metafieldAt(state, ownerId, appNamespace(state, namespace), key);
    if (!known) return null;
    state.metafields.delete(known.id);
    return { ownerId, namespace: known.namespace, key };
  });
  return { deletedMetafields, userErrors: [] };
}
