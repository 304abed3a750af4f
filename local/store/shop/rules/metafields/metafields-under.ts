import type { Metafield, MetafieldDefinition } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';

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
