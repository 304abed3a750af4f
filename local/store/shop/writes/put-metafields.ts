import type { ExecutionContext } from '../../graphql/execution/context';
import { definitionFor } from '../rules/metafields/metafield-definitions';
import type { MetafieldInput } from '../rules/metafields/metafield-input';
import { appNamespace } from '../rules/metafields/metafield-namespace';
import { metafieldAt } from '../state/lookups';
import type { Metafield } from '../state/metafield';

/** Creates a metafield or gives an existing one its new type and value; an equal write changes nothing. */
export function putMetafield(
  { state, now }: ExecutionContext,
  metafield: Omit<Metafield, 'id' | 'createdAt' | 'updatedAt'>,
): Metafield {
  const known = metafieldAt(state, metafield.ownerId, metafield.namespace, metafield.key);
  if (known && known.value === metafield.value && known.type === metafield.type) return known;
  return state.metafields.put({
    ...metafield,
    id: known?.id ?? state.newId('Metafield'),
    createdAt: known?.createdAt ?? now,
    updatedAt: now,
  });
}

/** The metafields of a product's or variant's own input. */
export function writeOwnedMetafields(
  context: ExecutionContext,
  ownerId: string,
  ownerType: string,
  inputs: readonly MetafieldInput[],
): void {
  const { state } = context;
  for (const input of inputs) {
    const byId = input.id ? state.metafields.get(input.id) : undefined;
    const namespace = byId?.namespace ?? appNamespace(state, input.namespace);
    const key = byId?.key ?? input.key ?? '';
    const known = byId ?? metafieldAt(state, ownerId, namespace, key);
    const type =
      input.type ??
      known?.type ??
      definitionFor(state, ownerType, namespace, key)?.type ??
      'single_line_text_field';
    putMetafield(context, {
      ownerId,
      ownerType,
      namespace,
      key,
      type,
      value: input.value ?? known?.value ?? '',
    });
  }
}
