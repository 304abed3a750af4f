import { failure } from '../../graphql/execution/failures';
import type { Product } from '../state/product';
import type { StoreState } from '../state/store-state';
import { appNamespace } from './metafields/metafield-namespace';

interface CustomId {
  readonly namespace?: string | null;
  readonly key: string;
  readonly value: string;
}

/** The schema's oneOf: exactly one key is present. */
export interface ProductIdentifier {
  readonly id?: string;
  readonly handle?: string;
  readonly customId?: CustomId;
}

export function productByIdentifierOf(state: StoreState, identifier: ProductIdentifier): Product | undefined {
  if (identifier.id) return state.products.get(identifier.id);
  if (identifier.handle !== undefined) return state.products.find('handle', identifier.handle)[0];
  const owner = identifier.customId && ownerOfCustomId(state, 'PRODUCT', identifier.customId);
  return owner ? state.products.get(owner) : undefined;
}

/** The owner of a unique `id` metafield; without such a definition Shopify fails the whole field (recorded). */
export function ownerOfCustomId(
  state: StoreState,
  ownerType: string,
  customId: CustomId,
): string | undefined {
  const namespace = appNamespace(state, customId.namespace);
  const definition = state.metafieldDefinitions
    .all()
    .find((one) => one.ownerType === ownerType && one.namespace === namespace && one.key === customId.key);
  if (definition?.type !== 'id') {
    throw failure("Metafield definition of type 'id' is required when using custom ids.", {
      code: 'NOT_FOUND',
    });
  }
  return state.metafields
    .all()
    .find(
      (one) =>
        one.ownerType === ownerType &&
        one.namespace === namespace &&
        one.key === customId.key &&
        one.value === customId.value,
    )?.ownerId;
}
