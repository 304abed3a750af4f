import type { Metafield, MetafieldDefinition } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';

export function definitionFor(
  state: StoreState,
  ownerType: string,
  namespace: string,
  key: string,
): MetafieldDefinition | undefined {
  return state.metafieldDefinitions
    .all()
    .find(
      (definition) =>
        definition.ownerType === ownerType && definition.namespace === namespace && definition.key === key,
    );
}

/** The metafields that a definition is for. */
export const metafieldsUnder = (
  state: StoreState,
  { ownerType, namespace, key }: Pick<MetafieldDefinition, 'ownerType' | 'namespace' | 'key'>,
): readonly Metafield[] =>
  state.metafields
    .all()
    .filter(
      (metafield) =>
        metafield.ownerType === ownerType && metafield.namespace === namespace && metafield.key === key,
    );
