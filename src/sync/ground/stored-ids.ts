import type { InventoryItemId, LocationId, MediaId, ProductId, VariantId } from '../../catalog/values/gid';
import { gid, type Shape } from '../../ports/shape';

export const productId = gid('Product') as Shape<ProductId>;
export const variantId = gid('ProductVariant') as Shape<VariantId>;
export const itemId = gid('InventoryItem') as Shape<InventoryItemId>;
export const locationId = gid('Location') as Shape<LocationId>;
export const mediaId = gid('MediaImage') as Shape<MediaId>;
