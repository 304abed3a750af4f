import { gid } from '../../ports/shape';

export const productId = gid('Product');
export const variantId = gid('ProductVariant');
export const itemId = gid('InventoryItem');
export const locationId = gid('Location');
export const mediaId = gid('MediaImage');
