import type { ExecutionContext } from '../../graphql/execution/context';
import {
  checkMetafield,
  type MetafieldOwner,
  type WrittenMetafield,
} from '../rules/metafields/check-metafield';
import type { MetafieldInput } from '../rules/metafields/metafield-input';
import { metafieldAt } from '../state/lookups';
import type { Metafield } from '../state/metafield';

/** Creates a metafield or gives an existing one its new type and value; an equal write changes nothing. */
export function putMetafield({ state, now }: ExecutionContext, metafield: WrittenMetafield): Metafield {
  const known = metafieldAt(state, metafield.ownerId, metafield.namespace, metafield.key);
  if (known && known.value === metafield.value && known.type === metafield.type) return known;
  return state.metafields.put({
    ...metafield,
    id: known?.id ?? state.newId('Metafield'),
    createdAt: known?.createdAt ?? now,
    updatedAt: now,
  });
}

/** The metafields of a product's or variant's own input, which are checked already. */
export function writeOwnedMetafields(
  context: ExecutionContext,
  owner: MetafieldOwner,
  inputs: readonly MetafieldInput[],
): void {
  for (const input of inputs) {
    const checked = checkMetafield(context, owner, input);
    if ('metafield' in checked) putMetafield(context, checked.metafield);
  }
}
