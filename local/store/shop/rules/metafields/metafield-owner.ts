import type { ExecutionContext } from '../../../graphql/execution/context';
import { findNode } from '../../../graphql/queries/node';
import { gidType } from '../../state/ids';

/** MetafieldOwnerType by the type in the owner's id. */
const ownerTypes: Readonly<Record<string, string>> = {
  AppInstallation: 'API_PERMISSION',
  Collection: 'COLLECTION',
  Location: 'LOCATION',
  MediaImage: 'MEDIA_IMAGE',
  Product: 'PRODUCT',
  ProductVariant: 'PRODUCTVARIANT',
  Shop: 'SHOP',
};

/** Null where the owner does not exist. */
export function ownerTypeOf(context: ExecutionContext, ownerId: string): string | null {
  const ownerType = ownerTypes[gidType(ownerId)];
  return ownerType && findNode(context, ownerId) ? ownerType : null;
}
