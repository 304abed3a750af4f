import type { MetafieldDefinition } from '../../state/metafield';
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
