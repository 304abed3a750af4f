/**
 * Shopify's global IDs, for example `gid://shopify/Product/1071559582`.
 * Source: https://shopify.dev/docs/api/usage/gids
 */
export type Gid<Type extends string = string> = `gid://shopify/${Type}/${string}`;

export type ProductId = Gid<'Product'>;

export type VariantId = Gid<'ProductVariant'>;

export type InventoryItemId = Gid<'InventoryItem'>;

export type LocationId = Gid<'Location'>;

export type OptionId = Gid<'ProductOption'>;

export type OptionValueId = Gid<'ProductOptionValue'>;

/** What stands in a product's gallery; the sheet brings images alone. */
export type MediaId = Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;

export type PublicationId = Gid<'Publication'>;

/** The ID in a cell: a bare number, as Shopify admin shows it, or the whole GID. Anything else is undefined. */
export function parseGid<Type extends string>(type: Type, text: string): Gid<Type> | undefined {
  const id = text.startsWith(`gid://shopify/${type}/`) ? text.slice(`gid://shopify/${type}/`.length) : text;
  return /^\d{1,20}$/.test(id) ? `gid://shopify/${type}/${id}` : undefined;
}

/** The number at the end, which Shopify admin uses in its addresses. */
export function legacyId(gid: Gid): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}

export function isVariant(id: ProductId | VariantId): id is VariantId {
  return id.startsWith('gid://shopify/ProductVariant/');
}
